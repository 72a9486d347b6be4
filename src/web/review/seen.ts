import type { CurrentFlag, CurrentRecord, Decision, DecisionRequest, Records } from '../../contract/index.ts'
import type { ShownRecord } from './shown-record.ts'
import { statementKeys } from './statement-keys.ts'

/** What a decision is about, as it was seen when it was made. */
export interface Seen {
  /** Null where it is about none, or about one that is not there. */
  readonly record: CurrentRecord | null
  readonly rejected: boolean
  readonly flag: CurrentFlag | null
}

/** @param records as they were shown; null where none were */
export const seenBy = (request: DecisionRequest, records: Records | null): Seen => {
  const flag = 'flag' in request ? (records?.flags.find(({ id }) => id === request.flag) ?? null) : null
  const id = 'record' in request ? request.record : request.kind === 'accept-suggestion' ? suggestedFor(flag) : null
  const kept = records?.records.find(record => record.id === id)
  const dropped = records?.rejected.find(record => record.id === id)
  return { record: kept ?? dropped ?? null, rejected: kept === undefined && dropped !== undefined, flag }
}

/** What a form is opened on that is about a record. */
export const recordSeen = (record: ShownRecord): Seen => ({ record, rejected: record.rejected, flag: null })

/** What a form is opened on that is about a flag. */
export const flagSeen = (flag: CurrentFlag): Seen => ({ record: null, rejected: false, flag })

/** Whether a decision would settle what its reviewer has not seen. A flag that is gone is the server's to speak of. */
export const isOvertaken = (request: DecisionRequest, seen: Seen, now: Seen): boolean => {
  if (request.kind === 'note' || request.kind === 'undo') return false
  if (seen.flag !== null && now.flag !== null && seen.flag.expression !== now.flag.expression) return true
  if (seen.record === null) return false
  return now.record === null || seen.rejected !== now.rejected || wordsOf(seen.record) !== wordsOf(now.record)
}

/** The last of some decisions that was on the record that another is about. */
export const lastOn = (record: string | undefined, decisions: readonly Decision[]): Decision | null =>
  decisions.findLast(each => 'anchor' in each && each.kind !== 'note' && each.anchor?.record === record) ?? null

const suggestedFor = (flag: CurrentFlag | null): string | null => flag?.suggestion?.observation ?? null

const wordsOf = (record: CurrentRecord): string => JSON.stringify(statementKeys(record))
