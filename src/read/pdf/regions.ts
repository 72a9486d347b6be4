import { crossesNone, type Gutter, gapsOf, guttersBeside } from './gutters.ts'
import { type Segment, type SegmentedLine, segmentOf } from './segments.ts'
import { isNumber } from './table-columns.ts'

/** Lines that belong together: running text, blocks side by side (agency and motto), one of such blocks, or rows of a table. */
export type Region =
  | { readonly kind: 'running' | 'block'; readonly lines: readonly SegmentedLine[] }
  | { readonly kind: 'side-by-side'; readonly lines: readonly SegmentedLine[]; readonly gutter: Gutter }
  | {
      readonly kind: 'table'
      readonly lines: readonly SegmentedLine[]
      /** Heights of rules that go across it, from the top. */
      readonly borders?: readonly number[]
      /** Its texts stand in a drawing (boxes joined by lines): they are set out in rows, but are none. */
      readonly drawing?: boolean
    }

/** A gap this wide, in font sizes, stands for itself; a smaller one needs another beside it above or below. */
const CERTAIN_GAP = 3

/** Lines of a region stand no further apart, in font sizes. */
const MAX_PITCH = 4

/** A line in one column only, at the end of a region, goes with it if it stands this near, in font sizes. */
const MAX_TRAILING_PITCH = 1.6

/** From this share of numbers on, the right one of two columns is data. */
const DATA_SHARE = 0.4

const LIST_MARK = /^([-–+*•]|\d{1,2}(\.\d{1,2})*[.)]?|[a-zđ]\)|[IVX]+\.)$/

/** Divides the lines of a page, from top to bottom, into regions. */
export function regionsOf(lines: readonly SegmentedLine[]): Region[] {
  const sure = lines.map((line, i) => (isChance(lines, i) ? joined(line) : line))
  const regions: Region[] = []
  const running: SegmentedLine[] = []
  const flush = () => {
    if (running.length > 0) regions.push({ kind: 'running', lines: running.splice(0) })
  }
  for (let i = 0; i < sure.length; i++) {
    const run = runFrom(sure, i)
    if (run.lines.length === 0) {
      const line = sure[i]
      if (line !== undefined) running.push(line)
      continue
    }
    i += run.lines.length - 1
    const region = classify(run.lines, run.gutters)
    if (region.kind === 'running') for (const line of region.lines) running.push(line)
    else {
      flush()
      regions.push(region)
    }
  }
  flush()
  return regions
}

/** A stretched line of running text: its gaps are not wide, no neighbour has gaps at the same place, and it is no row of numbers. */
function isChance(lines: readonly SegmentedLine[], at: number): boolean {
  const line = lines[at]
  if (line === undefined || line.segments.length < 2) return false
  if (line.segments.length > 2 && line.segments.filter(isNumber).length > 1) return false
  const gaps = gapsOf(line)
  if (gaps.some(gap => gap.right - gap.left > CERTAIN_GAP * line.size)) return false
  const neighbours = [lines[at - 2], lines[at - 1], lines[at + 1], lines[at + 2]]
  return !neighbours.some(
    other =>
      other !== undefined &&
      other.segments.length > 1 &&
      Math.abs(other.baseline - line.baseline) < MAX_PITCH * line.size &&
      guttersBeside(gaps, other).length > 0 &&
      guttersBeside(gapsOf(other), line).length > 0,
  )
}

const joined = (line: SegmentedLine): SegmentedLine => ({
  ...line,
  segments: [segmentOf(line.segments.flatMap(segment => segment.parts))],
})

/** The lines from one that is cut into segments on, as long as a gutter goes down through them; empty if that line is not. */
function runFrom(lines: readonly SegmentedLine[], from: number): { lines: SegmentedLine[]; gutters: Gutter[] } {
  const first = lines[from]
  if (first === undefined || first.segments.length < 2) return { lines: [], gutters: [] }
  const run = [first]
  let gutters = gapsOf(first)
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]
    const above = run.at(-1)
    if (line === undefined || above === undefined) break
    if (line.baseline - above.baseline > MAX_PITCH * Math.max(line.size, above.size)) break
    const left = guttersBeside(gutters, line)
    if (left.length === 0 || (line.segments.length === 1 && !crossesNone(gutters, line))) break
    gutters = left
    run.push(line)
  }
  while (run.length > 1 && !belongsAtEnd(run)) run.pop()
  return { lines: run, gutters: run.reduce((free, line) => guttersBeside(free, line), gapsOf(first)) }
}

/** Whether the last line of a run is cut into segments itself, or goes on below a segment of the run. */
function belongsAtEnd(run: readonly SegmentedLine[]): boolean {
  const [above, last] = [run.at(-2), run.at(-1)]
  if (above === undefined || last === undefined || last.segments.length > 1) return true
  if (last.baseline - above.baseline > MAX_TRAILING_PITCH * last.size) return false
  const left = last.segments[0]?.left ?? 0
  return run.some(line => line !== last && line.segments.some(segment => Math.abs(segment.left - left) < 3))
}

function classify(lines: readonly SegmentedLine[], gutters: readonly Gutter[]): Region {
  if (lines.some(line => line.segments.length > 2)) return { kind: 'table', lines }
  const gutter = [...gutters].sort((one, other) => other.right - other.left - (one.right - one.left))[0]
  if (gutter === undefined) return { kind: 'running', lines: lines.map(joined) }
  const left = lines.flatMap(line => line.segments.filter(segment => isLeftOf(segment, gutter)))
  const right = lines.flatMap(line => line.segments.filter(segment => !isLeftOf(segment, gutter)))
  if (left.every(segment => LIST_MARK.test(segment.text))) return { kind: 'running', lines: lines.map(joined) }
  const numbers = right.filter(isNumber).length
  return numbers >= DATA_SHARE * right.length ? { kind: 'table', lines } : { kind: 'side-by-side', lines, gutter }
}

export const isLeftOf = (segment: Segment, gutter: Gutter): boolean => segment.right <= (gutter.left + gutter.right) / 2
