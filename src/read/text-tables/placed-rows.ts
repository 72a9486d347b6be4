import type { TextRow } from './text-row.ts'

/** How far a drawn rule may stand beside that of other rows, in characters. */
const SLACK = 1

/**
 * Gives merged cells of a table with drawn column rules their places: where a row has fewer rules than others and each stands
 * under one of theirs, empty cells follow the cell that reaches over several columns.
 *
 *     |        Năm 2022   |
 *     | Số lượng | Tỷ lệ  |
 */
export const placedRows = (rows: readonly TextRow[]): TextRow[] => {
  const width = Math.max(0, ...rows.map(row => row.cells.length))
  const widest = rows.filter(row => row.cells.length === width)
  const [model] = widest
  if (model === undefined || !widest.every(row => agrees(row.bounds, model.bounds))) return [...rows]
  return rows.map(row => (row.cells.length === width ? row : (placed(row, model.bounds) ?? row)))
}

const agrees = (bounds: readonly number[], model: readonly number[]): boolean =>
  bounds.every((bound, i) => Math.abs(bound - (model[i] ?? Number.POSITIVE_INFINITY)) <= SLACK)

const placed = (row: TextRow, model: readonly number[]): TextRow | null => {
  const cells: TextRow['cells'][number][] = []
  let column = 0
  for (const [i, cell] of row.cells.entries()) {
    const bound = row.bounds[i] ?? Number.NaN
    const end = model.findIndex((place, at) => at >= column && Math.abs(place - bound) <= SLACK)
    if (end < 0) return null
    cells.push(cell)
    for (; column < end; column++) cells.push({ start: cell.end, end: cell.end })
    column = end + 1
  }
  return cells.length === model.length ? { ...row, cells, bounds: model } : null
}
