import type { Decision, DecisionBatch, DecisionRequest } from '../contract/index.ts'
import type { Issue } from './issue.ts'
import { MAKERS, type Made } from './makers.ts'
import { overlay } from './overlay.ts'
import type { Placer } from './placer.ts'
import type { Reviewed } from './reviewed.ts'
import type { Codes } from './statement-issues.ts'

export interface Making {
  readonly codes: Codes
  readonly place: Placer
  /** ISO 8601. */
  readonly when: string
  readonly newId: () => string
}

export type Decided =
  | { readonly ok: true; readonly decisions: readonly Decision[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Makes decisions of what a reviewer asks for: all of them, or none and what is wrong. Each sees what those before it have done. */
export const decide = (reviewed: Reviewed, { who, decisions }: DecisionBatch, making: Making): Decided => {
  const { extraction, now, document } = reviewed
  const made: Decision[] = []
  const issues: Issue[] = []
  let { overlaid } = reviewed
  let seen = 0
  for (const [i, request] of decisions.entries()) {
    const all = [...reviewed.decisions, ...made]
    // records are laid over anew only for what they matter to: it takes a moment for each
    if (isAbout(request, made.slice(seen))) {
      overlaid = overlay(extraction, now, all, making.place)
      seen = made.length
    }
    const base = {
      ...{ id: making.newId(), document, version: all.length + 1 },
      ...{ who, when: making.when, why: request.why ?? null, engine: extraction.engine },
    }
    const on = { ...reviewed, decisions: all, overlaid }
    const result = makerOf(request.kind)(request, on, base, making.codes, `decisions/${i}`)
    if ('kind' in result) made.push(result)
    else issues.push(...result)
  }
  return issues.length === 0 ? { ok: true, decisions: made } : { ok: false, issues }
}

/** Whether a request may be about what decisions have changed. */
const isAbout = (request: DecisionRequest, since: readonly Decision[]): boolean => {
  if (since.some(decision => decision.kind === 'undo')) return true
  const anchors = since.flatMap(decision => ('anchor' in decision ? (decision.anchor ?? []) : []))
  if ('record' in request) return anchors.some(({ record }) => record === request.record)
  if ('flag' in request) return anchors.length > 0
  if (request.kind !== 'add') return false
  // a box may be given twice
  if (!('start' in request.place)) return anchors.some(anchor => anchor.start === anchor.end)
  const { start, end } = request.place
  return anchors.some(anchor => anchor.start < end && start < anchor.end)
}

type Maker = (
  request: DecisionRequest,
  ...rest: Parameters<(typeof MAKERS)['note']> extends [unknown, ...infer R] ? R : never
) => Made

/** The maker of a kind takes requests of that kind. */
const makerOf = (kind: DecisionRequest['kind']): Maker => MAKERS[kind] as Maker
