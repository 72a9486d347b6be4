import type { CurrentRecord, Flag } from '../../contract/index.ts'
import { isDoubtful } from '../../review/doubtful.ts'
import { suspected } from '../../review/suspected.ts'
import { MARK_STATES, type MarkState } from './marked.ts'

/** The records that flags suspect. */
export const suspectsOf = (open: readonly Pick<Flag, 'suspects'>[]): ReadonlySet<string> =>
  new Set(open.flatMap(flag => suspected(flag).map(({ observation }) => observation)))

/** What is to be seen at a record's number that was not rejected. @param suspects of the open flags */
export const markState = (
  record: Pick<CurrentRecord, 'id' | 'settledBy' | 'confidence'>,
  suspects: ReadonlySet<string>,
): MarkState => {
  if (suspects.has(record.id)) return 'suspect'
  if (record.settledBy === 'reviewer') return 'settled'
  return isDoubtful(record) ? 'doubtful' : 'open'
}

/** Of several records of one number that which needs a look most. */
export const worstState = (states: readonly MarkState[]): MarkState =>
  MARK_STATES.find(state => states.includes(state)) ?? 'open'
