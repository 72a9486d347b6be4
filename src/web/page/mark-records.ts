import type { CurrentRecord, Records } from '../../contract/index.ts'
import { markState, suspectsOf } from './mark-state.ts'
import type { Marked, MarkState } from './marked.ts'

/**
 * The records of a document that have a place on a page, in reading order, rejected ones among them.
 * @param text that the records' offsets point into
 * @param labelOf what a record is, in words, with its number
 */
export function markRecords(
  { records, rejected, flags }: Pick<Records, 'records' | 'rejected' | 'flags'>,
  text: string,
  labelOf: (record: CurrentRecord) => string,
): readonly Marked[] {
  const suspects = suspectsOf(flags.filter(({ state }) => state === 'open'))
  const marked = (record: CurrentRecord, state: MarkState): Marked[] => {
    const { page, box, start, end } = record.evidence
    if (page === null || box === null) return []
    return [{ id: record.id, page, box, number: text.slice(start, end), label: labelOf(record), state }]
  }
  const all = [
    ...records.map(record => [record, markState(record, suspects)] as const),
    ...rejected.map(record => [record, 'rejected'] as const),
  ]
  return all
    .toSorted(([a], [b]) => a.evidence.start - b.evidence.start)
    .flatMap(([record, state]) => marked(record, state))
}
