import type { TableWords } from '../rules/table-words.ts'
import { isIndex } from './cell-kind.ts'
import type { Cell, Grid } from './grid.ts'
import { numberingRow } from './numbering.ts'

/** A head takes at most so many rows. */
const MOST = 8

/**
 * How many rows at the top give the columns their meaning. A numbering row ends the head; without one, the head goes on as
 * long as rows hold words, or years, where the body holds figures.
 */
export const headRows = (grid: Grid, words: TableWords): number => {
  const numbering = numberingRow(grid)
  if (numbering !== null) return numbering + 1
  let rows = 0
  while (rows < Math.min(MOST, grid.height - 1) && isHead(grid, rows, words)) rows++
  return rows
}

const isHead = (grid: Grid, row: number, words: TableWords): boolean => {
  const own = grid.row(row).filter(cell => cell.kind !== 'empty')
  const [first] = own
  if (first === undefined) return row > 0 && coveredFromAbove(grid, row)
  if (own.some(cell => cell.kind === 'number' && !isOrdinal(cell))) return false
  if (own.some(cell => words.roleOf(cell.content.text) !== null && isColumnWord(words, cell))) return true
  const figures = own.filter(cell => cell.kind === 'year' || cell.kind === 'none')
  if (figures.some(cell => cell.kind === 'none')) return false
  if (row === 0) {
    // a title inside the table, or words over several columns
    if (own.length === 1) return first.columnSpan > 1 || isHead(grid, 1, words)
    return !(isIndex(first.content.text) && own.length === 2 && grid.width > 3)
  }
  // below the first row the labels of the body begin again where the first columns are filled
  const labelled = own.some(cell => cell.column < 2 && cell.columnSpan === 1 && cell.kind !== 'year')
  if (!labelled) return own.some(cell => cell.kind === 'words' || cell.kind === 'year')
  return (
    own.length > 2 && own.every(cell => cell.kind === 'words' || cell.kind === 'year') && !bodyLike(grid, row, words)
  )
}

/** `12` over several columns, and `13/12` at the head of one that compares years, are no figures of the body. */
const isOrdinal = (cell: Cell): boolean => cell.columnSpan > 1 || /^\d{2,4}\s?\/\s?\d{2,4}$/.test(cell.content.text)

const COLUMN_ROLES = new Set(['index', 'unit', 'note', 'code'])

const isColumnWord = (words: TableWords, cell: Cell): boolean =>
  COLUMN_ROLES.has(words.roleOf(cell.content.text) ?? '') && !isIndex(cell.content.text)

/** Every place of the row is reached over from the row above. */
const coveredFromAbove = (grid: Grid, row: number): boolean => {
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column)
    if (cell !== null && cell.row < row) return true
  }
  return false
}

/** Nothing but words, as a row of the body may have that has no figures: the rows below tell. */
const bodyLike = (grid: Grid, row: number, words: TableWords): boolean => {
  const [label] = grid.row(row).filter(cell => cell.kind === 'words')
  return label === undefined || words.leadOf(label.content.text) !== null
}
