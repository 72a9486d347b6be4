import { largest } from '../extremes.ts'
import type { WordCell, WordTable } from './word-model.ts'

/** A cell and its place in the grid of its table; rows and columns count from 0. */
export interface GridCell {
  readonly cell: WordCell
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A row of the grid, as wide as the table; null where a cell from above or from the left reaches over. */
export type GridRow = readonly (GridCell | null)[]

/** Word allows 63 columns. */
const MAX_COLUMNS = 64

/**
 * Lays a table's cells out in a grid. The model lists only the cells that begin in a row; the spans of those above and to the
 * left say which columns are taken. Spans that leave the table or run into another cell are cut there.
 */
export function tableGrid(table: WordTable): readonly GridRow[] {
  const grid: (GridCell | null | undefined)[][] = table.children.map(() => [])
  table.children.forEach((tableRow, row) => {
    let column = 0
    for (const cell of tableRow.children) {
      column = firstFree(grid[row], column)
      if (column >= MAX_COLUMNS) break
      const placed = {
        cell,
        row,
        column,
        rowSpan: Math.max(1, Math.min(cell.rowSpan, grid.length - row)),
        columnSpan: Math.max(1, Math.min(cell.colSpan, firstTaken(grid[row], column) - column)),
      }
      take(grid, placed)
      column += placed.columnSpan
    }
  })
  const width = Math.max(0, largest(grid.map(row => row.length)))
  return grid.map(row => Array.from({ length: width }, (_, column) => row[column] ?? null))
}

function take(grid: (GridCell | null | undefined)[][], placed: GridCell): void {
  for (const row of grid.slice(placed.row, placed.row + placed.rowSpan)) {
    for (let column = placed.column; column < placed.column + placed.columnSpan; column++) row[column] ??= null
  }
  const row = grid[placed.row]
  if (row !== undefined) row[placed.column] = placed
}

function firstFree(row: readonly unknown[] = [], from = 0): number {
  let column = from
  while (row[column] !== undefined) column++
  return column
}

function firstTaken(row: readonly unknown[] = [], from = 0): number {
  let column = from
  while (column < MAX_COLUMNS && row[column] === undefined) column++
  return column
}
