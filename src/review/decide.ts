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
  let version = reviewed
  for (const [i, request] of decisions.entries()) {
    const base = {
      ...{ id: making.newId(), document, version: version.decisions.length + 1 },
      ...{ who, when: making.when, why: request.why ?? null, engine: extraction.engine },
    }
    const result = makerOf(request.kind)(request, version, base, making.codes, `decisions/${i}`)
    if (!('kind' in result)) {
      issues.push(...result)
      continue
    }
    made.push(result)
    const all = [...version.decisions, result]
    if (i + 1 < decisions.length)
      version = { ...version, decisions: all, overlaid: overlay(extraction, now, all, making.place) }
  }
  return issues.length === 0 ? { ok: true, decisions: made } : { ok: false, issues }
}

type Maker = (
  request: DecisionRequest,
  ...rest: Parameters<(typeof MAKERS)['note']> extends [unknown, ...infer R] ? R : never
) => Made

/** The maker of a kind takes requests of that kind. */
const makerOf = (kind: DecisionRequest['kind']): Maker => MAKERS[kind] as Maker
