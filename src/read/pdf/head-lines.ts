import type { SegmentedLine } from './segments.ts'
import { type Column, columnAt, isNumber } from './table-columns.ts'

/** A year in the head of a column is no figure. */
const YEAR = /^(19|20)\d\d$/

/** The mark of a row or of a section of rows, in the first column. */
const ROW_MARK = /^([IVXLC]+|\d{1,3}(\.\d{1,3})*|\(\d{1,2}\)|[A-ZĐ])[.)]?$/

/** The last line of a head and the first line of a row stand further apart than this, in font sizes. */
const NEAR = 1.4

/** A head has no more lines than this. */
const MAX_LINES = 16

/**
 * How many lines at the top of a table without rules are its head: those above the first row with numbers or with a mark of its own.
 * @returns 0 where the first line is a row already, or no row has numbers
 */
export function headLines(lines: readonly SegmentedLine[], columns: readonly Column[]): number {
  const enough = columns.length > 2 ? 2 : 1
  const figures = (line: SegmentedLine) => line.segments.filter(each => isNumber(each) && !YEAR.test(each.text)).length
  let count = lines
    .slice(0, MAX_LINES + 1)
    .findIndex((line, i) => figures(line) >= enough || (i > 0 && isMarked(line, columns)))
  if (count < 0) return 0
  while (count > 1 && isLabel(lines[count - 1], columns) && belongsBelow(lines, count - 1)) count--
  return count
}

const isMarked = (line: SegmentedLine, columns: readonly Column[]): boolean => {
  const first = line.segments[0]
  return first !== undefined && columnAt(columns, first) === 0 && ROW_MARK.test(first.text)
}

/** A line that stands in one of the first two columns alone, as names of rows do. */
const isLabel = (line: SegmentedLine | undefined, columns: readonly Column[]): boolean =>
  line?.segments.length === 1 &&
  line.segments.every(segment => columnAt(columns, segment) < Math.min(2, columns.length - 1))

function belongsBelow(lines: readonly SegmentedLine[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]]
  if (above === undefined || line === undefined || below === undefined) return false
  const distance = line.baseline - above.baseline
  return distance > NEAR * line.size || below.baseline - line.baseline < distance - 0.5
}
