import { type Column, columnsOf, type Extent, extentsOf } from '../columns.ts'
import { headBlocks } from './head-blocks.ts'
import type { Segment, SegmentedLine } from './segments.ts'

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
  const extents = extentsOf(told)
  if (body[0] !== undefined) extents.push(...headsOfEmpty(lines.slice(0, lines.indexOf(body[0])), extents))
  return columnsOf(extents, lines)
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
