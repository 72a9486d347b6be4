import type { DrawnCell, DrawnGrid } from './drawn-grid.ts'
import type { SegmentedLine } from './segments.ts'

/** A cell over the whole width with so many lines is a frame around text that shares a side with a table. */
const MIN_LINES = 4

/** A line of running text is wider than this share of its frame. */
const WIDE = 0.4

/**
 * A grid without the frames around running text above and below it.
 * @param lines the lines of text of each cell, in the order of the cells
 * @returns null if nothing is left
 */
export function withoutFrames(grid: DrawnGrid, lines: readonly (readonly SegmentedLine[])[]): DrawnGrid | null {
  const columns = grid.xs.length - 1
  const frames = grid.cells.filter(
    (cell, i) => cell.column === 0 && cell.columnSpan === columns && isRunning(lines[i] ?? [], cell),
  )
  if (frames.length === 0) return grid
  const endOf = (cell: DrawnCell) => cell.row + cell.rowSpan
  let [first, last] = [0, grid.ys.length - 1]
  for (const frame of frames) if (frame.row === first) first = endOf(frame)
  for (const frame of [...frames].reverse()) if (endOf(frame) === last) last = frame.row
  if (first >= last) return null
  return {
    xs: grid.xs,
    ys: grid.ys.slice(first, last + 1),
    box: [grid.box[0], grid.ys[first] ?? grid.box[1], grid.box[2], grid.ys[last] ?? grid.box[3]],
    cells: grid.cells
      .filter(cell => cell.row >= first && endOf(cell) <= last)
      .map(cell => ({ ...cell, row: cell.row - first })),
  }
}

/** Several lines, most of which are not cut into columns, and some of which are wider than the name of a row. */
function isRunning(lines: readonly SegmentedLine[], { box: [left, , right] }: DrawnCell): boolean {
  const whole = lines.flatMap(({ segments: [segment, ...more] }) =>
    segment === undefined || more.length > 0 ? [] : segment,
  )
  const wide = whole.filter(segment => segment.right - segment.left > WIDE * (right - left))
  return lines.length >= MIN_LINES && whole.length > lines.length / 2 && wide.length >= lines.length / MIN_LINES
}
