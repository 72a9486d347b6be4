import type { Box } from '../../contract/index.ts'
import { largest, smallest } from '../extremes.ts'
import type { RuleGroup } from './rule-groups.ts'
import type { Rule } from './rules.ts'

/** A line of a lattice: one rule, or two close together; nothing stands between `low` and `high`. Points. */
export interface LatticeLine {
  readonly low: number
  readonly high: number
}

/** Where the rules of a group cut the plane, and which sides of the places between them are drawn. */
export interface Lattice {
  /** From top to bottom and from left to right; one more than there are rows and columns. */
  readonly ys: readonly LatticeLine[]
  readonly xs: readonly LatticeLine[]
  /** Whether the side above a row is drawn in a column; whether the side left of a column is drawn in a row. */
  readonly isDrawnAbove: (row: number, column: number) => boolean
  readonly isDrawnLeft: (row: number, column: number) => boolean
}

/** Rules nearer than this are one line of the lattice, doubled or set by each cell for itself; it never gets wider than that. */
const ONE_LINE = 4
const WIDEST_LINE = 6

/** A side counts as drawn if a rule covers this share of it. */
const COVERED = 0.6

/** So many rules must stick out by the same length for the grid to be open at that side. */
const MIN_OPEN_ENDS = 2

const MAX_PLACES = 40_000

/**
 * The lattice of rules that hang together. Where the outermost rules across are missing, it ends where the rules along do.
 * @returns null if it has no room for a table, or is finer than any
 */
export function latticeOf({ horizontal, vertical }: RuleGroup): Lattice | null {
  const ys = withOpenEnds(linesAt(horizontal), vertical)
  const xs = withOpenEnds(linesAt(vertical), horizontal)
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 1 || rows * columns > MAX_PLACES) return null
  const above = drawnSides(ys, xs, horizontal)
  const left = drawnSides(xs, ys, vertical)
  return {
    ys,
    xs,
    isDrawnAbove: (row, column) => above[row * columns + column] === 1,
    isDrawnLeft: (row, column) => left[column * rows + row] === 1,
  }
}

function linesAt(rules: readonly Rule[]): LatticeLine[] {
  const lines: { low: number; high: number }[] = []
  for (const { at } of [...rules].sort((one, other) => one.at - other.at)) {
    const last = lines.at(-1)
    if (last !== undefined && at - last.high <= ONE_LINE && at - last.low <= WIDEST_LINE) last.high = at
    else lines.push({ low: at, high: at })
  }
  return lines
}

function withOpenEnds(lines: readonly LatticeLine[], across: readonly Rule[]): LatticeLine[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return []
  const before = sharedEnd(across.map(rule => -rule.from))
  const after = sharedEnd(across.map(rule => rule.to))
  return [
    ...(-before < first.low - ONE_LINE ? [{ low: -before, high: -before }] : []),
    ...lines,
    ...(after > last.high + ONE_LINE ? [{ low: after, high: after }] : []),
  ]
}

/** The outermost place where several rules end together. */
function sharedEnd(ends: readonly number[]): number {
  const sorted = [...ends].sort((one, other) => other - one)
  const shared = sorted.find((end, i) => end - (sorted[i + MIN_OPEN_ENDS - 1] ?? Number.NEGATIVE_INFINITY) <= ONE_LINE)
  return shared ?? Number.NEGATIVE_INFINITY
}

/** For each line and each place along it, in this order, whether rules on the line cover the side of the place. Open ends do. */
function drawnSides(lines: readonly LatticeLine[], along: readonly LatticeLine[], rules: readonly Rule[]): Uint8Array {
  const places = along.length - 1
  const drawn = new Uint8Array(lines.length * places)
  const isOpenEnd = lines.map(() => true)
  let line = 0
  for (const { at, from, to } of [...rules].sort((one, other) => one.at - other.at)) {
    while (line < lines.length && (lines[line]?.high ?? 0) < at) line++
    isOpenEnd[line] = false
    for (let place = firstEndingAfter(along, from); place < places; place++) {
      const [start, end] = [along[place]?.high ?? 0, along[place + 1]?.low ?? 0]
      if (start > to) break
      if (Math.min(to, end) - Math.max(from, start) >= COVERED * (end - start)) drawn[line * places + place] = 1
    }
  }
  lines.forEach((_, i) => {
    if (isOpenEnd[i] === true) drawn.fill(1, i * places, (i + 1) * places)
  })
  return drawn
}

function firstEndingAfter(lines: readonly LatticeLine[], place: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle + 1]?.low ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The outline of a lattice: left, top, right, bottom. */
export const outlineOf = ({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>): Box => [
  smallest(xs.map(line => line.low)),
  smallest(ys.map(line => line.low)),
  largest(xs.map(line => line.high)),
  largest(ys.map(line => line.high)),
]
