import { type Part, type Segment, segmentOf } from './segments.ts'

/** Cuts a segment where its words stand apart a little and the border of two columns lies between them. */
export function cutAtBorders(segment: Segment, borders: readonly number[]): Segment[] {
  if (segment.parts.length < 2) return [segment]
  const groups: Part[][] = []
  for (const part of segment.parts) {
    const last = groups.at(-1)?.at(-1)
    const isCut = last !== undefined && borders.some(border => border >= last.right && border <= part.left)
    if (last === undefined || isCut) groups.push([part])
    else groups.at(-1)?.push(part)
  }
  return groups.length === 1 ? [segment] : groups.map(segmentOf)
}
