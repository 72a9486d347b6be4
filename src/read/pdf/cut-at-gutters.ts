import { type Part, type SegmentedLine, segmentOf } from './segments.ts'

/** A gutter goes through so many lines at least; of those that it meets it may cross one in so many. */
const MIN_LINES = 3
const ONE_IN = 10

/** What stands further to the right, points, is on no page. */
const MAX_WIDTH = 20_000

/**
 * Cuts the lines of a table where a gutter goes down between their words that is too narrow to tell columns apart in one line: the
 * numbers of the rows stand close to their names.
 */
export function cutAtGutters(lines: readonly SegmentedLine[]): SegmentedLine[] {
  if (!lines.some(line => line.segments.some(segment => segment.parts.length > 1))) return [...lines]
  const covered = new Counts()
  const free = new Counts()
  for (const { segments } of lines) {
    let before: Part | undefined
    for (const part of segments.flatMap(segment => segment.parts)) {
      covered.add(part.left, part.right)
      if (before !== undefined) free.add(before.right, part.left)
      before = part
    }
  }
  const [over, beside] = [covered.totals(), free.totals()]
  const isCut = (left: Part, right: Part): boolean => {
    for (let place = Math.max(Math.ceil(left.right), 0); place < Math.min(right.left, MAX_WIDTH); place++) {
      const lines = beside[place] ?? 0
      if (lines >= MIN_LINES && (over[place] ?? 0) * ONE_IN <= lines) return true
    }
    return false
  }
  return lines.map(line => ({ ...line, segments: line.segments.flatMap(segment => cutSegment(segment, isCut)) }))
}

function cutSegment(segment: SegmentedLine['segments'][number], isCut: (left: Part, right: Part) => boolean) {
  if (segment.parts.length < 2) return [segment]
  const groups: Part[][] = []
  for (const part of segment.parts) {
    const last = groups.at(-1)?.at(-1)
    if (last === undefined || isCut(last, part)) groups.push([part])
    else groups.at(-1)?.push(part)
  }
  return groups.length === 1 ? [segment] : groups.map(segmentOf)
}

/** How many stretches cover each whole point from 0 on. */
class Counts {
  readonly #steps: number[] = []

  add(from: number, to: number): void {
    const [start, end] = [from, to].map(place => Math.min(Math.max(Math.ceil(place), 0), MAX_WIDTH))
    if (start === undefined || end === undefined || start >= end) return
    this.#steps[start] = (this.#steps[start] ?? 0) + 1
    this.#steps[end] = (this.#steps[end] ?? 0) - 1
  }

  totals(): Int32Array {
    const totals = new Int32Array(this.#steps.length)
    let total = 0
    for (let i = 0; i < totals.length; i++) {
      total += this.#steps[i] ?? 0
      totals[i] = total
    }
    return totals
  }
}
