import type { Observation, Status } from '../../contract/index.ts'

export interface RecordFilter {
  /** Words of the indicator's label or qualifier, or part of its code. */
  readonly words: string
  readonly status: Status | null
}

export const EVERYTHING: RecordFilter = { words: '', status: null }

/** Without marks and case, so that `hop tac xa` finds `Hợp tác xã`. */
const fold = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')

export const matches = (record: Observation, { words, status }: RecordFilter): boolean => {
  if (status !== null && record.status !== status) return false
  if (words.trim() === '') return true
  const found = fold(`${record.label} ${record.qualifier ?? ''} ${record.indicator}`)
  return fold(words)
    .split(/\s+/)
    .every(word => found.includes(word))
}
