import type { SourceCell, SourceLine, SourceTable } from '../source-document.ts'
import type { PageLine } from './page-lines.ts'
import type { PageTable } from './page-table.ts'

interface OpenTable {
  readonly table: PageTable
  readonly start: number
  end: number
  readonly page: number
  rows: number
  readonly cells: SourceCell[]
}

/**
 * The tables among the lines of a document.
 * @param lines each line as it stands on its page, and as it was written to the text; rows of a table follow each other
 */
export function sourceTables(lines: readonly (readonly [PageLine, SourceLine])[]): SourceTable[] {
  const tables: OpenTable[] = []
  for (const [{ row, page }, { start, end }] of lines) {
    if (row === null) continue
    let open = tables.at(-1)
    if (open?.table !== row.table) {
      open = { table: row.table, start, end, page, rows: 0, cells: [] }
      tables.push(open)
    }
    let at = start
    let column = 0
    for (const cell of row.cells) {
      at += cell.column - column
      column = cell.column
      const { columnSpan, rowSpan, box } = cell
      open.cells.push({ row: open.rows, column, rowSpan, columnSpan, start: at, end: at + cell.text.length, page, box })
      at += cell.text.length
    }
    open.rows++
    open.end = end
  }
  return tables.map(({ start, end, page, cells }) => ({ start, end, page, cells }))
}
