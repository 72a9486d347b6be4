import type { DrawnGrid } from './drawn-grid.ts'
import { rowParts, type TextCell } from './grid-rows.ts'
import { joinLines } from './join-lines.ts'
import { openedCells } from './opened-cells.ts'
import type { PageRow, PageTable } from './page-table.ts'
import { lineText, type SegmentedLine } from './segments.ts'
import { isNumberText } from './table-columns.ts'
import { withoutSlivers } from './without-slivers.ts'

/** The head of a document and its signatures stand in two columns and few rows. */
const LAYOUT_ROWS = 4
const LAYOUT_COLUMNS = 2

/** Squared paper and hatching have fewer texts than this share of their cells. */
const MIN_FILLED = 0.05

/**
 * The table that a grid and the texts in its cells make. A row of the grid in which several lines of numbers stand is several rows
 * without rules between them.
 * @param lines the lines of text of each cell, in the order of the grid's cells
 * @returns null of a frame around text, and of blocks of text side by side
 */
export function gridTable(drawn: DrawnGrid, lines: readonly (readonly SegmentedLine[])[]): PageTable | null {
  const filled = drawn.cells.map((cell, i): TextCell => ({ ...cell, lines: lines[i] ?? [] }))
  const { xs, ys, cells: closed } = withoutSlivers({ ...drawn, cells: filled })
  const cells = openedCells(closed, xs)
  const columns = xs.length - 1
  if (!holdsTable(cells, ys.length - 1, columns)) return null
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const inRow = ys.slice(1).map((): TextCell[] => [])
  for (const cell of cells) inRow[cell.row]?.push(cell)
  const parts = inRow.map((own, row) =>
    rowParts(
      own.filter(cell => cell.rowSpan === 1),
      xs,
      [left, ys[row] ?? 0, right, ys[row + 1] ?? 0],
    ),
  )
  const firsts = [0]
  for (const rows of parts) firsts.push((firsts.at(-1) ?? 0) + rows.length)
  const rows = parts.flatMap((rowsHere, row) =>
    rowsHere.map((part, i) => (i > 0 ? part : withSpanning(part, inRow[row] ?? [], firsts))),
  )
  return { columns, rows, box: drawn.box }
}

/** Adds the cells that begin in a row and reach over others. Those may have become more. */
function withSpanning(row: PageRow, cells: readonly TextCell[], firsts: readonly number[]): PageRow {
  const spanning = cells.filter(cell => cell.rowSpan > 1)
  if (spanning.length === 0) return row
  const first = row.cells.some(cell => cell.text !== '') ? undefined : spanning.flatMap(cell => cell.lines)[0]
  return {
    ...row,
    size: first?.size ?? row.size,
    baseline: first?.baseline ?? row.baseline,
    cells: [
      ...row.cells,
      ...spanning.map(cell => ({
        text: joinLines(cell.lines.map(lineText)),
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: (firsts[cell.row + cell.rowSpan] ?? 0) - (firsts[cell.row] ?? 0),
        box: cell.box,
      })),
    ].sort((one, other) => one.column - other.column),
  }
}

function holdsTable(cells: readonly TextCell[], rows: number, columns: number): boolean {
  const texts = cells.filter(cell => cell.lines.length > 0)
  if (texts.length < MIN_FILLED * cells.length) return false
  if (new Set(texts.map(cell => cell.column)).size < 2) return false
  if (texts.some(cell => cell.lines.some(line => isNumberText(lineText(line))))) return true
  return columns > LAYOUT_COLUMNS ? rows > 1 || texts.length > LAYOUT_COLUMNS : rows > LAYOUT_ROWS
}
