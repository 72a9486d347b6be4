import type { Status } from '../../contract/index.ts'
import { searchable } from '../../contract/searchable.ts'
import { isDoubtful } from '../../review/doubtful.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { type FlagIndex, isUnverified } from './flag-index.ts'

type Flagged = FlagIndex['byRecord']

/** What of the records is to be seen. */
export const SHOWN = {
  /** In a sum that does not come out. */
  flagged: ({ id }: ShownRecord, flagged: Flagged) => flagged.has(id),
  /** No check reached it. */
  unverified: (record: ShownRecord, flagged: Flagged) => isUnverified(record, flagged),
  doubtful: (record: ShownRecord) => !record.rejected && record.settledBy === 'machine' && isDoubtful(record),
  undecided: ({ settledBy, rejected }: ShownRecord) => !rejected && settledBy === 'machine',
  /** The machine says something else since a reviewer settled it. */
  changed: ({ machine }: ShownRecord) => machine?.since === true,
  rejected: ({ rejected }: ShownRecord) => rejected,
} as const satisfies Record<string, (record: ShownRecord, flagged: Flagged) => boolean>
export type Shown = keyof typeof SHOWN

export interface RecordFilter {
  /** Words of the indicator's label or qualifier, or part of its code. */
  readonly words: string
  readonly status: Status | null
  readonly show: Shown | null
}

export const EVERYTHING: RecordFilter = { words: '', status: null, show: null }

export const matches = (record: ShownRecord, { words, status, show }: RecordFilter, flagged: Flagged): boolean => {
  if (status !== null && record.status !== status) return false
  if (show !== null && !SHOWN[show](record, flagged)) return false
  if (words.trim() === '') return true
  const found = searchable(`${record.label} ${record.qualifier ?? ''} ${record.indicator}`)
  return searchable(words)
    .split(/\s+/)
    .every(word => found.includes(word))
}
