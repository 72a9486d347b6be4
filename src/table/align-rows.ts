import type { TableWords } from '../rules/table-words.ts'
import { isIndex } from './cell-kind.ts'
import { type Grid, moved } from './grid.ts'
import type { IsUnit } from './unit-text.ts'

/** What most of a column's body holds. */
type Profile = 'index' | 'words' | 'unit' | 'figure' | 'empty'

/**
 * Puts the rows of a table right that have lost a cell at their beginning, so that all later ones stand one column too far left:
 * what they hold fits the columns of the body only when they are moved. Word files made from damaged text have such rows too.
 * @param head how many rows the head takes
 */
export const alignRows = (
  grid: Grid,
  head: number,
  isUnit: IsUnit,
  words: TableWords,
): { readonly grid: Grid; readonly moved: number[] } => {
  const profiles = Array.from({ length: grid.width }, (_, column) => profileOf(grid, head, column, isUnit))
  const unit = profiles.indexOf('unit')
  const shifts = new Map<number, number>()
  const headShift = unit > 0 ? headShiftOf(grid, head, unit, words) : null
  for (let row = 0; row < grid.height; row++) {
    if (row < head) {
      if (headShift !== null && lastFilled(grid, row) < grid.width - 1) shifts.set(row, headShift)
    } else if (isShifted(grid, row, profiles, isUnit)) shifts.set(row, 0)
  }
  if (shifts.size === 0) return { grid, moved: [] }
  const from = (row: number) => shifts.get(row) ?? Number.POSITIVE_INFINITY
  const shifted = moved(grid, cell => (cell.column >= from(cell.row) ? { column: cell.column + 1 } : {}))
  return { grid: shifted, moved: [...shifts.keys()] }
}

const profileOf = (grid: Grid, head: number, column: number, isUnit: IsUnit): Profile => {
  const counts: Record<Profile, number> = { index: 0, words: 0, unit: 0, figure: 0, empty: 0 }
  for (let row = head; row < grid.height; row++) {
    const kind = grid.kindAt(row, column)
    if (kind === 'empty') continue
    const text = grid.textAt(row, column)
    if (kind === 'words') counts[isUnit(text) ? 'unit' : 'words']++
    else if (column === 0 && isIndex(text)) counts.index++
    else counts.figure++
  }
  const [most] = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return most === undefined || most[1] === 0 ? 'empty' : (most[0] as Profile)
}

/**
 * The column from which a head stands one too far left: its word for the unit stands before the column of units, and nothing
 * stands over the last column.
 */
const headShiftOf = (grid: Grid, head: number, unit: number, words: TableWords): number | null => {
  const isHead = (row: number, column: number) => words.roleOf(grid.textAt(row, column)) === 'unit'
  for (let row = 0; row < head; row++) {
    if (isHead(row, unit - 1) && !isHead(row, unit)) return unit - 1
  }
  return null
}

const lastFilled = (grid: Grid, row: number): number =>
  grid.row(row).findLast(cell => cell.kind !== 'empty')?.column ?? -1

/** A row that begins with its label where others have their number, and has its unit where they have their label. */
const isShifted = (grid: Grid, row: number, profiles: readonly Profile[], isUnit: IsUnit): boolean => {
  if (profiles[0] !== 'index' || profiles[1] !== 'words') return false
  const last = lastFilled(grid, row)
  // a heading of two cells has no figure that could stand in a wrong column
  if (last >= grid.width - 1 || last < 2 || grid.kindAt(row, 0) !== 'words') return false
  const unit = profiles.indexOf('unit')
  if (unit > 1) return isUnit(grid.textAt(row, unit - 1)) && !isUnit(grid.textAt(row, unit))
  return ['number', 'none', 'year'].includes(grid.kindAt(row, 1))
}
