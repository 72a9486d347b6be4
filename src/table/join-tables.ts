import type { Span } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { compact } from './cell-kind.ts'
import { Grid } from './grid.ts'

/** A table or a part of one, with the rows that its head takes. */
export interface TablePart {
  readonly grid: Grid
  readonly head: number
  readonly start: number
  readonly end: number
}

export interface JoinedTable extends TablePart {
  /** Heads that were printed again where the table goes on. */
  readonly repeated: readonly Span[]
}

/**
 * Joins tables that go on after a page break: nothing stands between the parts but page numbers, running heads and white
 * space, they have as many columns, and the later one repeats the head or has none.
 */
export const joinTables = (parts: readonly TablePart[], document: SourceDocument): JoinedTable[] => {
  const joined: JoinedTable[] = []
  let line = 0
  for (const part of parts) {
    const last = joined.at(-1)
    // tables that stand side by side take the same lines
    let apart = last === undefined || part.start < last.end
    if (last !== undefined) {
      while ((document.lines[line]?.end ?? Number.POSITIVE_INFINITY) <= last.end) line++
      for (; !apart && (document.lines[line]?.start ?? part.start) < part.start; line++) apart = isBody(document, line)
    }
    const again = last === undefined || apart ? null : repeatedRows(last, part)
    if (last === undefined || again === null) joined.push({ ...part, repeated: [] })
    else joined[joined.length - 1] = goneOn(last, part, again, pageNumbers(document, last.end, part.start))
  }
  return joined
}

/** A page number between two parts of a table, whether there are others like it or not. */
const LONE_NUMBER = /^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/u

const isBody = ({ lines, text }: SourceDocument, at: number): boolean => {
  const line = lines[at]
  if (line === undefined || line.role !== 'body') return false
  const raw = text.slice(line.start, line.end)
  return /[\p{L}\d]/u.test(raw) && !LONE_NUMBER.test(raw)
}

/** How much of the heads' cells must agree; a scan may have damaged the others. */
const ALIKE = 0.7

/** How many rows of a part repeat the head of the table before it; null where the part is a table of its own. */
const repeatedRows = (table: TablePart, part: TablePart): number | null => {
  if (table.grid.width !== part.grid.width || table.head === 0) return null
  if (part.head === 0) return 0
  const texts = ({ grid }: TablePart, rows: number) =>
    grid.cells.filter(cell => cell.row < rows && cell.kind !== 'empty').map(cell => compact(cell.content.text))
  const rows = Math.min(table.head, part.head)
  const here = new Set(texts(table, table.head))
  const there = texts(part, part.head)
  const alike = there.filter(text => here.has(text)).length
  return there.length > 0 && alike >= ALIKE * there.length ? Math.max(rows, part.head) : null
}

/** The lines between two parts: nothing but page numbers and running heads. */
const pageNumbers = ({ lines }: SourceDocument, from: number, to: number): Span[] =>
  lines
    .filter(line => line.start >= from && line.end <= to && line.end > line.start)
    .map(({ start, end }) => ({ start, end }))

const goneOn = (table: JoinedTable, part: TablePart, repeated: number, between: readonly Span[]): JoinedTable => {
  const offset = table.grid.height - repeated
  const kept = part.grid.cells.filter(cell => cell.row >= repeated)
  const dropped = part.grid.cells.filter(cell => cell.row < repeated && cell.kind !== 'empty')
  return {
    grid: new Grid([...table.grid.cells, ...kept.map(cell => ({ ...cell, row: cell.row + offset }))]),
    head: table.head,
    start: table.start,
    end: part.end,
    repeated: [
      ...table.repeated,
      ...between,
      ...dropped.flatMap(cell => [{ start: cell.start, end: cell.end }, ...(cell.more ?? [])]),
    ],
  }
}
