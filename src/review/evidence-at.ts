import type { CellPlace, Evidence, Extraction, Span, TableCell } from '../contract/index.ts'
import { inkOn, wordsIn } from '../read/word-boxes.ts'
import { countWhile } from '../sorted.ts'

/** Characters of the text before and behind a number that are shown with it. */
const QUOTE = 60

type Known = Pick<Evidence, 'page' | 'box'> & { readonly quote?: string | undefined }

/**
 * What holds of a place that the machine gives no observation for: its line, its cell with the headers that cells beside it have, its
 * page where that is certain, the box of its ink on a scan, else that of its cell. An empty stretch is a place without words.
 * @param known what a reviewer, or an earlier reading, says of the place
 */
export const evidenceAt = (extraction: Extraction, span: Span, known: Known): Evidence => {
  const { text, tables, words = [] } = extraction
  const cell = cellAt(extraction, span)
  const ink = inkOn(wordsIn(words, span), span)
  const page = known.page ?? ink?.page ?? (cell === null ? pageAround(extraction, span) : cell.found.page)
  const line = text.slice(0, span.start).split('\n').length
  return {
    start: span.start,
    end: span.end,
    page: page ?? null,
    line,
    quote: known.quote ?? quoteAt(text, span),
    box: known.box ?? ink?.box ?? cell?.found.box ?? null,
    cell: cell === null ? null : placeOf(extraction, tables[cell.table]?.id ?? '', cell.found),
    path: null,
  }
}

const quoteAt = (text: string, { start, end }: Span): string => {
  const before = text.slice(Math.max(0, start - QUOTE), start)
  const after = text.slice(end, end + QUOTE)
  return (before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (after.split('\n')[0] ?? '')).trim()
}

const cellAt = ({ tables }: Extraction, { start, end }: Span) => {
  if (start === end) return null
  for (const [table, { rows }] of tables.entries())
    for (const found of rows.flat()) if (found.start <= start && end <= found.end) return { table, found }
  return null
}

/** A cell's place; the headers are those of observations in its row and in its column. */
const placeOf = ({ observations }: Extraction, table: string, { row, column }: TableCell): CellPlace => {
  const beside = observations.flatMap(({ evidence: { cell } }) => (cell?.table === table ? [cell] : []))
  const inRow = beside.find(cell => cell.row === row)
  const inColumn = beside.find(cell => cell.column === column)
  return {
    ...{ table, row, column },
    rowHeader: inRow?.rowHeader ?? [],
    columnHeader: inColumn?.columnHeader ?? [],
    headers: [
      ...(inRow?.headers.slice(0, inRow.rowHeader.length) ?? []),
      ...(inColumn?.headers.slice(inColumn.rowHeader.length) ?? []),
    ],
  }
}

/** The page of a place between two numbers of one page. */
const pageAround = ({ observations }: Extraction, { start }: Span): number | null => {
  const behind = countWhile(observations, o => o.evidence.start <= start)
  const page = observations[behind - 1]?.evidence.page ?? null
  return page === observations[behind]?.evidence.page ? page : null
}
