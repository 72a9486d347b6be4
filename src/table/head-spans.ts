import { Grid } from './grid.ts'

interface Spans {
  readonly columnSpan: number
  readonly rowSpan: number
}

/**
 * Gives the head of a flattened table its merged cells back: a head cell reaches over the empty places to its right that have
 * a head of their own below, and down over the empty places under it.
 * @param rows how many rows the head takes, without a numbering row
 */
export const withHeadSpans = (grid: Grid, rows: number): Grid => {
  const lowest = lowestHeads(grid, rows)
  const headed = (row: number, column: number) => (lowest[column] ?? -1) > row
  // the cell above each place, told by the place where it begins
  const over: (string | undefined)[] = []
  const spans = new Map<string, Spans>()
  const covered = new Set<string>()
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < grid.width; column++) {
      if (grid.textAt(row, column) === '') continue
      let right = column + 1
      const goesOver = (next: number) =>
        grid.textAt(row, next) === '' && headed(row, next) && over[next] === over[column]
      if (headed(row, column)) while (right < grid.width && goesOver(right)) right++
      let bottom = row + 1
      while (bottom < rows && isEmpty(grid, bottom, column, right)) bottom++
      spans.set(key(row, column), { columnSpan: right - column, rowSpan: bottom - row })
      for (let c = column; c < right; c++) {
        over[c] = key(row, column)
        for (let r = row; r < bottom; r++) covered.add(key(r, c))
      }
      column = right - 1
    }
  return new Grid(
    grid.cells.flatMap(cell => {
      if (cell.row >= rows) return cell
      const at = key(cell.row, cell.column)
      return covered.has(at) && !spans.has(at) ? [] : { ...cell, ...spans.get(at) }
    }),
  )
}

const key = (row: number, column: number): string => `${row}/${column}`

/** Per column the lowest row of the head that holds something; -1 where none does. */
const lowestHeads = (grid: Grid, rows: number): number[] =>
  Array.from({ length: grid.width }, (_, column) => {
    let row = rows - 1
    while (row >= 0 && grid.textAt(row, column) === '') row--
    return row
  })

const isEmpty = (grid: Grid, row: number, from: number, to: number): boolean => {
  for (let column = from; column < to; column++) if (grid.textAt(row, column) !== '') return false
  return true
}
