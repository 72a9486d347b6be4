import type { Database } from '../archive/database/database.ts'
import { csvRow } from '../csv-row.ts'
import { describe } from '../problem.ts'
import { allItems, type Item } from './items.ts'

const causeOf = ({ problem }: Item): string => {
  if (problem === null) return ''
  const { cause } = describe(problem)
  return `${cause.vi} · ${cause.en}`
}

/**
 * The files of backfills as CSV (RFC 4180), one a row, in the order in which they were found; in UTF-8 with its mark, by which
 * Excel knows it.
 */
export async function* itemsCsv(db: Database, ...backfills: readonly string[]): AsyncGenerator<string> {
  yield `\uFEFF${csvRow(['file', 'state', 'outcome', 'pages', 'observations', 'flags', 'document', 'code', 'cause'])}`
  for (const backfill of backfills)
    for await (const item of allItems(db, backfill)) {
      const { path, state, outcome, pages, observations, flags, document, problem } = item
      yield csvRow([path, state, outcome, pages, observations, flags, document, problem?.code ?? null, causeOf(item)])
    }
}
