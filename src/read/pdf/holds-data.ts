import type { PageTable } from './page-table.ts'
import { isNumberText } from './table-columns.ts'

/** Signatures and heads set side by side have no numbers and no more rows than this. */
const MAX_LAYOUT_ROWS = 4

/** From this share of rows on must have words: the scale of a chart has none. */
const MIN_NAMED = 0.4

/** This share of the places of a table holds a text; of one without numbers, this. Labels of a map are scattered. */
const MIN_FILLED = 0.15
const MIN_FILLED_WITHOUT_NUMBERS = 0.5

/** Whether texts set out in columns without rules are data, and not blocks of text side by side or the numbers of a chart. */
export function holdsData({ rows, columns }: PageTable): boolean {
  const numbers = rows.flatMap(row => row.cells).filter(cell => isNumberText(cell.text)).length
  const named = rows.filter(row => row.cells.some(cell => /\p{L}/u.test(cell.text))).length
  const filled = rows.flatMap(row => row.cells).filter(cell => cell.text !== '').length / (rows.length * columns)
  if (filled < (numbers > 0 ? MIN_FILLED : MIN_FILLED_WITHOUT_NUMBERS)) return false
  if (named < MIN_NAMED * rows.length) return false
  return numbers > 0 ? rows.length > 1 || numbers > 1 : rows.length > MAX_LAYOUT_ROWS
}
