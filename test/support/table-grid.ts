import type { MergedRows } from '../../fixtures/flat-odt-table.ts'
import { FROM_ABOVE, FROM_LEFT, type GridTable } from '../../fixtures/table-fixture.ts'
import type { FormulaStep, Table, TableCell } from '../../src/contract/index.ts'

/** The line between head and body. */
export const BODY = '─── body ───'

/**
 * A table as lines that a difference can be read from: one line a row, its places parted by bars, with the marks of
 * fixtures/table-fixture.ts where a merged cell reaches over, and a rule between head and body. White space within a text
 * is one space; empty places at the end of a row are left out, for some formats have no cell there.
 */
export function tableLines(table: Table): string[] {
  const rows: string[][] = []
  for (const cell of [...table.header, ...table.rows].flat()) draw(rows, cell)
  return gridLines(
    Array.from(rows, row => Array.from(row ?? [], text => text ?? '')),
    headRows(table),
  )
}

/** The same of an expected table. */
export const expectedLines = ({ grid, header }: GridTable): string[] => gridLines(grid, header)

/** The same of a table as it was drawn, without the marks of italics. */
export function drawnLines(drawn: MergedRows): string[] {
  const rows: string[][] = []
  drawn.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell) draw(rows, { ...cell, text: cell.text.replace(/<\/?i>/g, ''), row, column })
    })
  })
  return gridLines(rows, drawn.filter(row => row.some(cell => cell?.header)).length)
}

/** `[5] = [4] [3] / 100 *`, columns by their places. */
export const formulaLines = ({ formulas }: Table): string[] =>
  formulas.map(({ column, steps }) => `[${column}] = ${steps.map(step).join(' ')}`)

const step = (s: FormulaStep): string =>
  'column' in s ? `[${s.column}]` : 'number' in s ? String(s.number) : s.operator

/** The head reaches down to its lowest cell, which may stand above rows that have none of their own. */
const headRows = ({ header }: Table): number => Math.max(0, ...header.flat().map(({ row, rowSpan }) => row + rowSpan))

type Drawn = Pick<TableCell, 'text' | 'row' | 'column' | 'rowSpan' | 'columnSpan'>

function draw(rows: string[][], { row, column, rowSpan, columnSpan, text }: Drawn): void {
  for (let r = row; r < row + rowSpan; r++)
    for (let c = column; c < column + columnSpan; c++) {
      const places = rows[r] ?? []
      rows[r] = places
      const clash = places[c]
      const mark = r > row ? FROM_ABOVE : c > column ? FROM_LEFT : text.replace(/\s+/g, ' ').trim()
      places[c] = clash === undefined ? mark : `${clash}!${mark}`
    }
}

function gridLines(grid: readonly (readonly string[])[], header: number): string[] {
  const lines = grid.map(row => row.slice(0, row.findLastIndex(text => text !== '') + 1).join(' | '))
  return [...lines.slice(0, header), BODY, ...lines.slice(header)]
}
