import type { DecisionRequest, HeaderField, HeaderFields, Records } from '../../contract/index.ts'
import { ApiError, type Failure, toFailure } from '../api/failure.ts'
import { reviewCalls } from '../api/review.ts'
import type { Issue } from '../review/calls.ts'
import type { Desk } from '../review/desk.ts'
import { FIELDS } from './header-draft.ts'

/** What became of a correction. */
export type Saved =
  | { readonly is: 'saved' }
  /** Fields that others have changed meanwhile, with the header as it stood before and as it is told now; nothing was stored. */
  | {
      readonly is: 'overtaken'
      readonly fields: readonly HeaderField[]
      readonly before: HeaderFields
      readonly now: HeaderFields
    }
  | {
      readonly is: 'refused'
      readonly issues: Readonly<Partial<Record<HeaderField, string>>>
      readonly failure: Failure
    }
  | { readonly is: 'failed'; readonly failure: Failure }

/** What is known of a header, and by which version of the document. */
export type KnownHeader = Pick<Records, 'header' | 'version'>

/** What the desk of the document has to do with its header. */
export type HeaderDesk = Pick<Desk, 'reload' | 'remember'>

/** How often decisions are sent again where others decided on something else than the header. */
const TRIES = 3

/** The fields in which a header is another than before. */
export const fieldsChanged = (before: HeaderFields, now: HeaderFields): readonly HeaderField[] =>
  FIELDS.filter(field => JSON.stringify(before[field]) !== JSON.stringify(now[field]))

/**
 * Stores decisions on a header as it is shown. Those that others have made on anything else do not matter to it.
 * @param desk told of what was stored, and asked for what is known anew, once something was stored or is another
 */
export const decideOnHeader = async (
  document: string,
  known: KnownHeader,
  who: string,
  decisions: readonly DecisionRequest[],
  desk: HeaderDesk,
): Promise<Saved> => {
  const send = async (on: KnownHeader, tries: number): Promise<Saved> => {
    const sent = await reviewCalls.decide(document, on.version, who, decisions)
    if (sent.is === 'refused') return refusal(sent.issues, decisions, sent.failure)
    if (sent.is === 'made') {
      desk.remember(sent.made.decisions)
      await desk.reload()
      return { is: 'saved' }
    }
    const now = await reviewCalls.records(document)
    const fields = fieldsChanged(on.header, now.header)
    if (fields.length > 0) {
      await desk.reload()
      return { is: 'overtaken', fields, before: on.header, now: now.header }
    }
    return tries > 1 ? send(now, tries - 1) : { is: 'failed', failure: sent.failure }
  }

  try {
    return await send(known, TRIES)
  } catch (error) {
    const failure = toFailure(error)
    const issues = error instanceof ApiError && 'issues' in failure ? (failure.issues as Issue[]) : []
    return issues.length > 0 ? refusal(issues, decisions, failure) : { is: 'failed', failure }
  }
}

/** A refusal with each issue at the field that it is about; where one is about none, it is a failure as a whole. */
const refusal = (issues: readonly Issue[], decisions: readonly DecisionRequest[], failure: Failure): Saved => {
  const placed = issues.map(({ at, message }) => {
    const [, nth, field] = /^\/?decisions\/(\d+)(?:\/changes\/(\w+))?/.exec(at) ?? []
    const decision = decisions[Number(nth)]
    const fields = decision?.kind === 'correct-document' ? Object.keys(decision.changes) : []
    return [field ?? fields[0], message] as const
  })
  return placed.some(([field]) => field === undefined)
    ? { is: 'failed', failure }
    : { is: 'refused', issues: Object.fromEntries(placed), failure }
}
