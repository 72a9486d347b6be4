import type { CurrentRecord, Records } from '../contract/index.ts'
import { type CsvCell, csvRow } from '../csv-row.ts'
import { flagsOn } from './flags-on.ts'
import { OBSERVATION_COLUMNS } from './observation-columns.ts'

/** What a record has besides its statistic: whether the machine or a reviewer has the last word on it, and by which decision. */
const OF_REVIEW: Readonly<Record<string, (record: CurrentRecord) => CsvCell>> = {
  settled_by: r => r.settledBy,
  decision: r => r.decision,
}

const HEADER = csvRow(['document', 'document_id', ...Object.keys(OBSERVATION_COLUMNS), ...Object.keys(OF_REVIEW)])

const ROWS_AT_ONCE = 200

/**
 * The records of a document as they hold now, as CSV (RFC 4180), some hundred rows at a time; in UTF-8 with its mark, by which
 * Excel knows it. Corrected records stand with what they were corrected to, added ones among them, rejected ones not; `flags` are
 * those that are open.
 * @param name what the rows name the document by
 */
export function* recordsCsv(
  name: string,
  { document, records, flags }: Pick<Records, 'document' | 'records' | 'flags'>,
): Generator<string, void, undefined> {
  const on = flagsOn(flags.filter(flag => flag.state === 'open'))
  const rowOf = (record: CurrentRecord): string =>
    csvRow([
      ...[name, document],
      ...Object.values(OBSERVATION_COLUMNS).map(column => column(record, on.get(record.id) ?? [])),
      ...Object.values(OF_REVIEW).map(column => column(record)),
    ])
  yield `\uFEFF${HEADER}`
  for (let from = 0; from < records.length; from += ROWS_AT_ONCE)
    yield records
      .slice(from, from + ROWS_AT_ONCE)
      .map(rowOf)
      .join('')
}
