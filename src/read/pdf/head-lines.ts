import { type Column, columnAt } from '../columns.ts'
import type { SegmentedLine } from './segments.ts'
import { isNumber } from './table-columns.ts'

/** Years alone are heads of columns. */
const YEAR = /^(19|20)\d\d$/

/** The mark of a row or of a section of rows, in the first column. */
const ROW_MARK = /^([IVXLC]+|\d{1,3}(\.\d{1,3})*|\(\d{1,2}\)|[A-ZĐ])[.)]?$/

/** The last line of a head and the first line of a row stand further apart than this, in font sizes. */
const NEAR = 1.4

/** A head has no more lines than this. */
const MAX_LINES = 16

/**
 * How many lines at the top of a table without rules are its head: those above the first row with numbers or with a mark of its own.
 * @param borders heights of rules across the table, from the top: the first one below a line ends the head
 * @returns 0 where the first line is a row already, or no row has numbers
 */
export function headLines(
  lines: readonly SegmentedLine[],
  columns: readonly Column[],
  borders: readonly number[] = [],
): number {
  const enough = columns.length > 2 ? 2 : 1
  const isRow = ({ segments }: SegmentedLine) => {
    const numbers = segments.filter(isNumber)
    return numbers.length >= enough && numbers.some(number => !YEAR.test(number.text))
  }
  let count = lines.slice(0, MAX_LINES + 1).findIndex((line, i) => isRow(line) || isMarked(lines, i, columns))
  if (count < 0) return 0
  const border = borders.find(height => height > (lines[0]?.baseline ?? 0))
  if (border !== undefined)
    count = Math.min(
      count,
      lines.findIndex(line => line.baseline > border),
    )
  if (count < 0) return 0
  while (count > 1 && belongsBelow(lines, count - 1, columns)) count--
  return count === 1 && lines[0]?.segments.length === 1 ? 0 : count
}

/** A line with a mark in the first column that goes on no text there, as the last letter of `ST` / `T` does. */
function isMarked(lines: readonly SegmentedLine[], at: number, columns: readonly Column[]): boolean {
  const line = lines[at]
  const first = line?.segments[0]
  if (line === undefined || first === undefined || columnAt(columns, first) !== 0 || !ROW_MARK.test(first.text))
    return false
  return !lines
    .slice(0, at)
    .some(
      ({ segments }) =>
        segments[0] !== undefined &&
        columnAt(columns, segments[0]) === 0 &&
        first.baseline - segments[0].baseline <= NEAR * line.size,
    )
}

/** A line with one text that stands far from the head and near to the row below: the first line of that row. */
function belongsBelow(lines: readonly SegmentedLine[], at: number, columns: readonly Column[]): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]]
  const segment = line?.segments[0]
  if (above === undefined || line === undefined || below === undefined || segment === undefined) return false
  if (line.segments.length > 1) return false
  const distance = line.baseline - above.baseline
  const isFar = distance > NEAR * line.size
  const isNearer = below.baseline - line.baseline < distance - 0.5
  const isName = columnAt(columns, segment) < Math.min(2, columns.length - 1)
  return isName ? isFar || isNearer : isFar && isNearer
}
