import { type Column, columnAt } from '../columns.ts'
import { largest, smallest } from '../extremes.ts'
import { type HeadBlock, headBlocks } from './head-blocks.ts'
import { joinLines } from './join-lines.ts'
import type { SegmentedLine } from './segments.ts'

/** A cell in the head of a table, its rows counted from 0 within the head. */
export interface HeadCell {
  readonly text: string
  readonly row: number
  readonly rowSpan: number
  readonly column: number
  readonly columnSpan: number
  /** Where its text stands; null of an empty cell. */
  readonly place: HeadBlock | null
}

/** A text over one or several columns. */
interface Placed {
  readonly block: HeadBlock
  readonly from: number
  readonly to: number
}

/** A head is set to the middle of its rows if it is off by less than this, points. */
const OFF_HEIGHT = 2

/** How far the middle of a text may be from the middle of the columns it spans, as a share of their mean distance. */
const OFF_MIDDLE = 0.3

/**
 * The cells in the head of a table without rules. The lowest text over a column is its own head; a text above it spans the columns
 * around its middle whose own heads begin below it. (One that is set to the middle of all rows begins below as well, but beside it.)
 */
export function headCells(lines: readonly SegmentedLine[], columns: readonly Column[]): HeadCell[] {
  const own: (HeadBlock | undefined)[] = columns.map(() => undefined)
  const upper: HeadBlock[] = []
  const blocks = headBlocks(lines)
  for (const block of [...blocks].sort((one, other) => other.bottom - one.bottom)) {
    const column = columnAt(columns, block)
    if (own[column] === undefined) own[column] = block
    else upper.push(block)
  }
  const spanning: Placed[] = []
  for (const block of upper) {
    const isUnder = (column: number) => {
      const head = own[column]
      return head !== undefined && isBelow(head, block, blocks) && isNearest(head, block, upper)
    }
    const { from, to } = spannedColumns(block, own, columns, isUnder)
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
  isUnder: (column: number) => boolean,
): { from: number; to: number } {
  const middle = columnAt(columns, block)
  let [first, last] = [middle, middle]
  while (isUnder(first - 1)) first--
  while (isUnder(last + 1)) last++
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

/** The head begins below a text and is not set to the middle of the height of that text and all below it. */
function isBelow(head: HeadBlock, text: HeadBlock, all: readonly HeadBlock[]): boolean {
  const bottom = largest(all.map(block => block.bottom))
  const isMiddleFrom = (top: number) => Math.abs(head.top + head.bottom - top - bottom) < 2 * OFF_HEIGHT
  return head.top > text.bottom && !isMiddleFrom(text.top) && !isMiddleFrom(smallest(all.map(block => block.top)))
}

/** No other text at the height of this one is nearer to the head. */
const isNearest = (head: HeadBlock, text: HeadBlock, others: readonly HeadBlock[]): boolean =>
  others.every(
    other =>
      other.top >= text.bottom ||
      other.bottom <= text.top ||
      Math.abs(centre(other) - centre(head)) >= Math.abs(centre(text) - centre(head)),
  )

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
    return { text: block?.text ?? '', row, rowSpan: depth - row, column, columnSpan: 1, place: block ?? null }
  })
  for (const { block, from, to } of spanning) {
    const higher = (column: number) => above(column).filter(other => other.block.top < block.top).length
    const row = smallest(Array.from({ length: to - from + 1 }, (_, i) => higher(from + i)))
    cells.push({ text: block.text, row, rowSpan: 1, column: from, columnSpan: to - from + 1, place: block })
  }
  return cells
}
