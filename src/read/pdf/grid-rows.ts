import type { Box } from '../../contract/index.ts'
import { smallest } from '../extremes.ts'
import type { DrawnCell } from './drawn-grid.ts'
import { joinLines } from './join-lines.ts'
import type { PageRow } from './page-table.ts'
import { heightOf, lineText, type Segment, type SegmentedLine, segmentOf } from './segments.ts'
import { isNumberText } from './table-columns.ts'
import { groupRows } from './table-rows.ts'

/** A drawn cell and the lines of text in it. */
export interface TextCell extends DrawnCell {
  readonly lines: readonly SegmentedLine[]
}

/** Texts of neighbouring cells stand on one line if their baselines differ by less, in font sizes. */
const ONE_LINE = 0.5

/**
 * The rows that stand between two rules: one, but several where numbers stand under each other in the same cell.
 * @param cells those that begin and end in the row of the grid
 * @param xs where the grid's columns meet
 * @param box what the row covers; the boxes of its parts lie in it
 */
export function rowParts(cells: readonly TextCell[], xs: readonly number[], box: Box): PageRow[] {
  if (!holdSeveralRows(cells)) {
    const texts = cells.map(cell => ({ ...placeOf(cell), text: joinLines(cell.lines.map(lineText)), box: cell.box }))
    return [
      {
        cells: texts,
        box,
        ...firstLine(
          cells.flatMap(cell => cell.lines),
          box,
        ),
      },
    ]
  }
  const columns = xs.slice(1).map((to, i) => ({ left: xs[i] ?? 0, right: to, from: xs[i] ?? 0, to }))
  const rows = groupRows(linesAcross(cells), columns)
  const heights = rows.map(row => heightOf(row.lines))
  const borders = heights.slice(1).map(([top], i) => ((heights[i]?.[1] ?? top) + top) / 2)
  return rows.map((row, i) => {
    const part: Box = [box[0], borders[i - 1] ?? box[1], box[2], borders[i] ?? box[3]]
    return {
      box: part,
      ...firstLine(row.lines, part),
      cells: cells.map(cell => ({
        ...placeOf(cell),
        text: row.cells
          .slice(cell.column, cell.column + cell.columnSpan)
          .filter(text => text !== '')
          .join(' '),
        box: [cell.box[0], borders[i - 1] ?? cell.box[1], cell.box[2], borders[i] ?? cell.box[3]],
      })),
    }
  })
}

const placeOf = ({ column, columnSpan }: TextCell) => ({ column, columnSpan, rowSpan: 1 })

const firstLine = (lines: readonly SegmentedLine[], box: Box): Pick<PageRow, 'size' | 'baseline'> => ({
  size: lines[0]?.size ?? 0,
  baseline: lines.length === 0 ? box[3] : smallest(lines.map(line => line.baseline)),
})

/** Two cells hold lines of numbers alone, or one does beside a label with as many lines. */
function holdSeveralRows(cells: readonly TextCell[]): boolean {
  const numbers = cells.filter(
    ({ lines }) => lines.length > 1 && lines.every(line => line.segments.length === 1 && isNumberText(lineText(line))),
  )
  if (numbers.length > 1) return true
  const [only] = numbers
  return only !== undefined && cells.some(cell => cell !== only && cell.lines.length >= only.lines.length)
}

/** The lines of all cells put together to lines across the row. */
function linesAcross(cells: readonly TextCell[]): SegmentedLine[] {
  const all = cells.flatMap(cell =>
    cell.lines.map(({ baseline, size, segments }) => ({
      baseline,
      size,
      segment: segmentOf(segments.flatMap(each => each.parts)),
    })),
  )
  all.sort((one, other) => one.baseline - other.baseline)
  const lines: { baseline: number; size: number; segments: Segment[] }[] = []
  for (const { baseline, size, segment } of all) {
    const last = lines.at(-1)
    if (last !== undefined && baseline - last.baseline < ONE_LINE * size) last.segments.push(segment)
    else lines.push({ baseline, size, segments: [segment] })
  }
  for (const line of lines) line.segments.sort((one, other) => one.left - other.left)
  return lines
}
