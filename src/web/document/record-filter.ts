import type { Observation, Status } from '../../contract/index.ts'
import { type FlagIndex, isUnverified } from './flag-index.ts'

export interface RecordFilter {
  /** Words of the indicator's label or qualifier, or part of its code. */
  readonly words: string
  readonly status: Status | null
  /** Only those in a sum that does not come out, or only those that no check reached. */
  readonly checked: 'flagged' | 'unverified' | null
}

export const EVERYTHING: RecordFilter = { words: '', status: null, checked: null }

type Flagged = FlagIndex['byRecord']

/** Without marks and case, so that `hop tac xa` finds `Hợp tác xã`. */
const fold = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')

export const matches = (record: Observation, { words, status, checked }: RecordFilter, flagged: Flagged): boolean => {
  if (status !== null && record.status !== status) return false
  if (checked === 'flagged' && !flagged.has(record.id)) return false
  if (checked === 'unverified' && !isUnverified(record, flagged)) return false
  if (words.trim() === '') return true
  const found = fold(`${record.label} ${record.qualifier ?? ''} ${record.indicator}`)
  return fold(words)
    .split(/\s+/)
    .every(word => found.includes(word))
}
