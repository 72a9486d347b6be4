import { type HeadCell, headCells } from './head-cells.ts'
import { headLines } from './head-lines.ts'
import type { SegmentedLine } from './segments.ts'
import { tableColumns } from './table-columns.ts'

/** Lines of a head stand no further apart, in font sizes. */
const MAX_PITCH = 1.6

/** So many lines of a head may hold one text only and stand above all others. */
const MAX_LINES = 4

/** Sizes of one head differ by less, as a share. */
const SAME_SIZE = 0.15

/** Lines of a title stand no further apart, and their middles by less, in font sizes. */
const TITLE_PITCH = 1.35
const SAME_MIDDLE = 0.5

/** How far a text may be from the middle of the heads it spans, as a share of the distance of two of them. */
const OFF_MIDDLE = 0.3

/**
 * How many of the lines above a table belong to its head: the first of them spans columns whose heads stand under it, as `Năm 2021`
 * over `KH` and `Ước TH`, or goes on in the head of one column. A title or a unit (`ĐVT: triệu đồng`) does neither, nor does the last line of a
 * title that stands under another.
 */
export function headLinesAbove(above: readonly SegmentedLine[], table: readonly SegmentedLine[]): number {
  for (let count = Math.min(MAX_LINES, above.length); count > 0; count--) {
    const lines = above.slice(-count)
    const isTitle = goesOnTitle(above.at(-count - 1), lines[0]) || !areOfOneSize([...lines, ...table.slice(0, 1)])
    if (!isTitle && areNear([...lines, ...table.slice(0, 1)]) && beginsHead(lines, table)) return count
  }
  return 0
}

/** A line set to the same middle as the one above it, close to it and as large. */
function goesOnTitle(above: SegmentedLine | undefined, line: SegmentedLine | undefined): boolean {
  if (above === undefined || line === undefined || !areOfOneSize([above, line])) return false
  if (line.baseline - above.baseline > TITLE_PITCH * line.size) return false
  return Math.abs(middleOf(above) - middleOf(line)) < SAME_MIDDLE * line.size
}

const areOfOneSize = ([first, ...others]: readonly SegmentedLine[]): boolean =>
  first === undefined || others.every(line => Math.abs(line.size - first.size) <= SAME_SIZE * first.size)

const middleOf = ({ segments }: SegmentedLine): number => ((segments[0]?.left ?? 0) + (segments.at(-1)?.right ?? 0)) / 2

const areNear = (lines: readonly SegmentedLine[]): boolean =>
  lines.every((line, i) => {
    const below = lines[i + 1]
    return below === undefined || below.baseline - line.baseline <= MAX_PITCH * line.size
  })

function beginsHead(lines: readonly SegmentedLine[], table: readonly SegmentedLine[]): boolean {
  const texts = lines.map(line => line.segments[0])
  const [segment] = texts
  if (segment === undefined || lines.some(line => line.segments.length > 1)) return false
  if (texts.some(text => text?.text.includes(':'))) return false
  const all = [...lines, ...table]
  const columns = tableColumns(table)
  const cells = headCells(all.slice(0, headLines(all, columns)), columns)
  const cell = cells.find(
    ({ text, place }) => text.startsWith(segment.text) && place !== null && place.left <= segment.left,
  )
  if (cell === undefined || cell.column === 0 || cell.place === null) return false
  if (cell.columnSpan === 1) return cell.column > 1 && cell.place.bottom > segment.baseline
  return isCentred(cell, cells)
}

function isCentred(cell: HeadCell, cells: readonly HeadCell[]): boolean {
  const middles = cells
    .filter(({ row, column }) => row > cell.row && column >= cell.column && column < cell.column + cell.columnSpan)
    .flatMap(({ place }) => (place === null ? [] : (place.left + place.right) / 2))
    .sort((one, other) => one - other)
  const [left = 0, right = 0] = [middles[0], middles.at(-1)]
  const off = Math.abs(left + right - (cell.place?.left ?? 0) - (cell.place?.right ?? 0)) / 2
  return off <= (OFF_MIDDLE * (right - left)) / Math.max(middles.length - 1, 1)
}
