import { largest, smallest } from './extremes.ts'

/** A column of a table without ruling lines: where its texts stand, and the land around them up to its neighbours. */
export interface Column {
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
}

export type Extent = Pick<Column, 'left' | 'right'>

/** A line of texts that stand apart from one another. `size` is that of the font, in the unit of the places. */
export interface ColumnLine {
  readonly segments: readonly Extent[]
  readonly size: number
}

/** Texts of one column, set to its left, middle and right, leave at most so much between them, in font sizes. */
const MAX_INNER_GAP = 3

/** A text this far outside of all columns, in font sizes, has a column of its own. */
const OUTSIDE = 1.5

/** Where the texts of some lines that stand under one another make columns, from left to right. */
export const extentsOf = (lines: readonly ColumnLine[]): Extent[] => joined(overlaid(lines), lines)

/**
 * Columns by their extents, each with the land up to the middle between its neighbours. Texts of other lines that stand far
 * outside of all have a column of their own.
 */
export const columnsOf = (told: readonly Extent[], lines: readonly ColumnLine[]): Column[] => {
  const extents = [...told].sort((one, other) => one.left - other.left)
  const size = lines[0]?.size ?? 0
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

/** The column on whose land most of a segment stands. */
export function columnAt(columns: readonly Column[], { left, right }: Extent): number {
  const shares = columns.map(column => Math.min(right, column.to) - Math.max(left, column.from))
  return Math.max(shares.indexOf(largest(shares)), 0)
}

const middle = (right: number, left: number): number => (right + left) / 2

/** Segments of different lines that lie over each other are one column; one that lies over several says nothing. */
function overlaid(lines: readonly ColumnLine[]): Extent[] {
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

/**
 * Neighbours that no line has both of are one column whose texts are set to different sides; one text that lies over both, as a
 * long number under a centred mark and a short one does, says the same.
 */
function joined(extents: readonly Extent[], lines: readonly ColumnLine[]): Extent[] {
  const isOver = (extent: Extent, segment: Extent) => segment.left < extent.right && segment.right > extent.left
  const held = lines.map(
    ({ segments }) => new Map(extents.map(extent => [extent, segments.filter(segment => isOver(extent, segment))])),
  )
  const areApart = (one: Extent, other: Extent) =>
    held.some(row => row.get(one)?.some(segment => row.get(other)?.some(each => each !== segment)))
  const groups: Extent[][] = []
  for (const extent of extents) {
    const group = groups.at(-1)
    const near =
      extent.left - (group?.at(-1)?.right ?? Number.NEGATIVE_INFINITY) < MAX_INNER_GAP * (lines[0]?.size ?? 0)
    if (group !== undefined && near && !group.some(each => areApart(each, extent))) group.push(extent)
    else groups.push([extent])
  }
  return groups.map(group => ({ left: group[0]?.left ?? 0, right: group.at(-1)?.right ?? 0 }))
}
