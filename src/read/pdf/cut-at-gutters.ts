import { type Part, type SegmentedLine, segmentOf } from './segments.ts'

/** A gutter goes through so many lines at least; of those that it meets it may cross one in so many. */
const MIN_LINES = 3
const ONE_IN = 10

/** Wider than any page, points. */
const MAX_WIDTH = 20_000

/**
 * Cuts the lines of a table where a gutter goes down between their words that is too narrow to tell columns apart in one line: the
 * numbers of the rows stand close to their names.
 */
export function cutAtGutters(lines: readonly SegmentedLine[]): SegmentedLine[] {
  const covered = new Map<number, number>()
  const free = new Map<number, number>()
  for (const { segments } of lines) {
    const parts = segments.flatMap(segment => segment.parts)
    parts.forEach((part, i) => {
      count(covered, part.left, part.right)
      const next = parts[i + 1]
      if (next !== undefined) count(free, part.right, next.left)
    })
  }
  const isGutter = (place: number): boolean =>
    (free.get(place) ?? 0) >= MIN_LINES && (covered.get(place) ?? 0) * ONE_IN <= (free.get(place) ?? 0)
  const isCut = (left: Part, right: Part): boolean => {
    for (let place = Math.ceil(left.right); place < right.left; place++) if (isGutter(place)) return true
    return false
  }
  return lines.map(line => ({
    ...line,
    segments: line.segments.flatMap(segment => {
      const groups: Part[][] = []
      for (const part of segment.parts) {
        const last = groups.at(-1)?.at(-1)
        if (last === undefined || isCut(last, part)) groups.push([part])
        else groups.at(-1)?.push(part)
      }
      return groups.length === 1 ? [segment] : groups.map(segmentOf)
    }),
  }))
}

/** Counts the whole points that a stretch covers. */
function count(counts: Map<number, number>, from: number, to: number): void {
  for (let place = Math.ceil(from); place < Math.min(to, from + MAX_WIDTH); place++)
    counts.set(place, (counts.get(place) ?? 0) + 1)
}
