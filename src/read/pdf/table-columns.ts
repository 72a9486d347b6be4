import { largest, smallest } from '../extremes.ts'
import { headBlocks } from './head-blocks.ts'
import type { Segment, SegmentedLine } from './segments.ts'

/** A column of a table without ruling lines: where its texts stand, and the land around them up to its neighbours. */
export interface Column {
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
}

type Extent = Pick<Column, 'left' | 'right'>

/** Texts of one column, set to its left, middle and right, leave at most so much between them, in font sizes. */
const MAX_INNER_GAP = 3

/** A text this far outside of all columns, in font sizes, has a column of its own. */
const OUTSIDE = 1.5

/** A head has no more lines than this. */
const MAX_HEAD = 16

const NUMBER = /^[-–+(]?\d[\d.,\s]*%?\)?$|^[-–]$/

export const isNumberText = (text: string): boolean => NUMBER.test(text)

export const isNumber = (segment: Segment): boolean => isNumberText(segment.text)

/**
 * The columns of a table, from left to right. The rows that hold numbers say where they are, since head cells span columns
 * and stand in their middle.
 */
export function tableColumns(lines: readonly SegmentedLine[]): Column[] {
  const body = lines.filter(line => line.segments.filter(isNumber).length > 1)
  const told = body.length > 0 ? body : lines
  const extents = joined(overlaid(told), told)
  const size = lines[0]?.size ?? 0
  if (body[0] !== undefined) extents.push(...headsOfEmpty(lines.slice(0, lines.indexOf(body[0])), extents))
  extents.sort((one, other) => one.left - other.left)
  for (const segment of lines.flatMap(line => line.segments)) {
    const [first, last] = [extents[0], extents.at(-1)]
    if (first !== undefined && segment.right < first.left - OUTSIDE * size) extents.unshift({ ...segment })
    else if (last !== undefined && segment.left > last.right + OUTSIDE * size) extents.push({ ...segment })
  }
  return extents.map((extent, i) => ({
    left: extent.left,
    right: extent.right,
    from: middle(extents[i - 1]?.right ?? Number.NEGATIVE_INFINITY, extent.left),
    to: middle(extent.right, extents[i + 1]?.left ?? Number.POSITIVE_INFINITY),
  }))
}

/**
 * Where columns without any text in the rows have their heads: between two others that have heads of their own, and not above these
 * as a text that spans them would be.
 */
function headsOfEmpty(head: readonly SegmentedLine[], extents: readonly Extent[]): Extent[] {
  if (head.length === 0 || head.length > MAX_HEAD) return []
  const blocks = headBlocks(head)
  const isOver = (one: Extent, other: Extent) => one.left < other.right && one.right > other.left
  return blocks.filter(block => {
    if (extents.some(extent => isOver(extent, block))) return false
    const [before, after] = [
      extents.findLast(extent => extent.right <= block.left),
      extents.find(extent => extent.left >= block.right),
    ]
    if (before === undefined || after === undefined) return false
    const below = blocks.filter(other => other.top > block.bottom)
    const isHeaded = [before, after].every(extent => blocks.some(other => isOver(other, extent)))
    return isHeaded && ![before, after].every(extent => below.some(other => isOver(other, extent)))
  })
}

/** The column on whose land most of a segment stands. */
export function columnAt(columns: readonly Column[], { left, right }: Extent): number {
  const shares = columns.map(column => Math.min(right, column.to) - Math.max(left, column.from))
  return Math.max(shares.indexOf(largest(shares)), 0)
}

const middle = (right: number, left: number): number => (right + left) / 2

/** Segments of different lines that lie over each other are one column; one that lies over several says nothing. */
function overlaid(lines: readonly SegmentedLine[]): Extent[] {
  const extents: { left: number; right: number }[] = []
  for (const line of [...lines].sort((one, other) => other.segments.length - one.segments.length)) {
    for (const { left, right } of line.segments) {
      const [extent, ...more] = extents.filter(each => left < each.right && right > each.left)
      if (extent === undefined) extents.push({ left, right })
      else if (more.length === 0) {
        const nextLeft = smallest(extents.filter(each => each.left >= extent.right).map(each => each.left))
        const nextRight = largest(extents.filter(each => each.right <= extent.left).map(each => each.right))
        extent.left = Math.min(extent.left, Math.max(left, nextRight))
        extent.right = Math.max(extent.right, Math.min(right, nextLeft))
      }
    }
  }
  return extents.sort((one, other) => one.left - other.left)
}

/** Neighbours that no line has both of are one column whose texts are set to different sides. */
function joined(extents: readonly Extent[], lines: readonly SegmentedLine[]): Extent[] {
  const isOver = (extent: Extent, segment: Segment) => segment.left < extent.right && segment.right > extent.left
  const held = lines.map(
    line => new Set(extents.filter(extent => line.segments.some(segment => isOver(extent, segment)))),
  )
  const groups: Extent[][] = []
  for (const extent of extents) {
    const group = groups.at(-1)
    const near =
      extent.left - (group?.at(-1)?.right ?? Number.NEGATIVE_INFINITY) < MAX_INNER_GAP * (lines[0]?.size ?? 0)
    const together = held.some(row => row.has(extent) && group?.some(each => row.has(each)))
    if (group !== undefined && near && !together) group.push(extent)
    else groups.push([extent])
  }
  return groups.map(group => ({ left: group[0]?.left ?? 0, right: group.at(-1)?.right ?? 0 }))
}
