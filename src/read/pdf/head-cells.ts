import { largest, smallest } from '../extremes.ts'
import { type HeadBlock, headBlocks } from './head-blocks.ts'
import { joinLines } from './join-lines.ts'
import type { SegmentedLine } from './segments.ts'
import { type Column, columnAt } from './table-columns.ts'

/** A cell in the head of a table, its rows counted from 0 within the head. */
export interface HeadCell {
  readonly text: string
  readonly row: number
  readonly rowSpan: number
  readonly column: number
  readonly columnSpan: number
  /** Where its text stands, from the top. */
  readonly top: number
  readonly bottom: number
}

/** A text over one or several columns. */
interface Placed {
  readonly block: HeadBlock
  readonly from: number
  readonly to: number
}

/** How far the middle of a text may be from the middle of the columns it spans, as a share of their mean distance. */
const OFF_MIDDLE = 0.3

/**
 * The cells in the head of a table without rules. The lowest text over a column is its own head; a text above it spans the columns
 * around its middle whose own heads begin below it.
 */
export function headCells(lines: readonly SegmentedLine[], columns: readonly Column[]): HeadCell[] {
  const own: (HeadBlock | undefined)[] = columns.map(() => undefined)
  const upper: HeadBlock[] = []
  for (const block of headBlocks(lines).sort((one, other) => other.bottom - one.bottom)) {
    const column = columnAt(columns, block)
    if (own[column] === undefined) own[column] = block
    else upper.push(block)
  }
  const spanning: Placed[] = []
  for (const block of upper) {
    const { from, to } = spannedColumns(block, own, columns)
    const alone = own[from]
    if (from === to && alone !== undefined) own[from] = joinedBlocks(block, alone)
    else spanning.push({ block, from, to })
  }
  return laidOut(own, spanning)
}

/** The largest run of columns with heads below a text whose middle is that of the text, or that comes nearest to it. */
function spannedColumns(
  block: HeadBlock,
  own: readonly (HeadBlock | undefined)[],
  columns: readonly Column[],
): { from: number; to: number } {
  const middle = columnAt(columns, block)
  const isBelow = (column: number) => (own[column]?.top ?? Number.NEGATIVE_INFINITY) > block.bottom
  let [first, last] = [middle, middle]
  while (isBelow(first - 1)) first--
  while (isBelow(last + 1)) last++
  const places = columns.map((column, i) => centre(own[i] ?? column))
  const distance = ((places[last] ?? 0) - (places[first] ?? 0)) / Math.max(last - first, 1)
  let best = { from: middle, to: middle }
  let bestOff = Number.POSITIVE_INFINITY
  for (let from = first; from <= middle; from++) {
    for (let to = middle; to <= last; to++) {
      const off = Math.abs(centre(block) - ((places[from] ?? 0) + (places[to] ?? 0)) / 2)
      const isWider = to - from > best.to - best.from
      const isCentred = off <= OFF_MIDDLE * distance
      if ((isCentred && (isWider || bestOff > OFF_MIDDLE * distance)) || off < bestOff - OFF_MIDDLE * distance) {
        best = { from, to }
        bestOff = off
      }
    }
  }
  return best
}

const centre = ({ left, right }: { readonly left: number; readonly right: number }): number => (left + right) / 2

const joinedBlocks = (one: HeadBlock, other: HeadBlock): HeadBlock => ({
  text: joinLines([one.text, other.text]),
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
  top: one.top,
  bottom: other.bottom,
})

/** Gives each text its rows: as many above a column's own head as texts span it. */
function laidOut(own: readonly (HeadBlock | undefined)[], spanning: readonly Placed[]): HeadCell[] {
  const above = (column: number) => spanning.filter(({ from, to }) => from <= column && column <= to)
  const depth = largest(own.map((_, column) => above(column).length)) + 1
  const cells: HeadCell[] = own.map((block, column) => {
    const row = above(column).length
    const { text = '', top = 0, bottom = 0 } = block ?? {}
    return { text, row, rowSpan: depth - row, column, columnSpan: 1, top, bottom }
  })
  for (const { block, from, to } of spanning) {
    const row = smallest(
      Array.from(
        { length: to - from + 1 },
        (_, i) => above(from + i).filter(other => other.block.top < block.top).length,
      ),
    )
    const { text, top, bottom } = block
    cells.push({ text, row, rowSpan: 1, column: from, columnSpan: to - from + 1, top, bottom })
  }
  return cells
}
