import type { DrawnGrid } from './drawn-grid.ts'
import type { TextCell } from './grid-rows.ts'

export interface FilledGrid extends Omit<DrawnGrid, 'cells'> {
  readonly cells: readonly TextCell[]
}

/** Columns narrower and rows lower than this, points, that hold no text are the space within a multiple border. */
const SLIVER = 7

/** A grid without the empty columns and rows that no text would fit into, and without empty rows that are one cell. */
export function withoutSlivers({ box, xs, ys, cells }: FilledGrid): FilledGrid {
  const keptColumns = wideEnough(xs)
  const keptRows = wideEnough(ys)
  for (const cell of cells) {
    if (cell.lines.length === 0) {
      if (cell.columnSpan === xs.length - 1 && cell.rowSpan === 1) keptRows[cell.row] = false
      continue
    }
    if (cell.columnSpan === 1) keptColumns[cell.column] = true
    if (cell.rowSpan === 1) keptRows[cell.row] = true
  }
  const column = countsBefore(keptColumns)
  const row = countsBefore(keptRows)
  const placed = cells.map(cell => ({
    ...cell,
    column: column[cell.column] ?? 0,
    row: row[cell.row] ?? 0,
    columnSpan: (column[cell.column + cell.columnSpan] ?? 0) - (column[cell.column] ?? 0),
    rowSpan: (row[cell.row + cell.rowSpan] ?? 0) - (row[cell.row] ?? 0),
  }))
  return {
    box,
    xs: linesAround(xs, keptColumns),
    ys: linesAround(ys, keptRows),
    cells: placed.filter(cell => cell.columnSpan > 0 && cell.rowSpan > 0),
  }
}

const wideEnough = (lines: readonly number[]): boolean[] =>
  lines.slice(1).map((line, i) => line - (lines[i] ?? 0) >= SLIVER)

/** For each place, and the end, how many before it are kept. */
function countsBefore(kept: readonly boolean[]): number[] {
  const counts = [0]
  for (const keep of kept) counts.push((counts.at(-1) ?? 0) + (keep ? 1 : 0))
  return counts
}

const linesAround = (lines: readonly number[], kept: readonly boolean[]): number[] => {
  const starts = lines.filter((_, i) => kept[i] === true)
  const end = lines.at(-1)
  return end === undefined ? starts : [...starts, end]
}
