import type { DrawnPath, Point } from './drawn-paths.ts'

/** A straight line of a drawing along one of the axes, in points: its place on the other axis, its ends on its own. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The horizontal and vertical rules of a page or of a frame. */
export interface Rules {
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
  /** There are more than any table needs: the page holds a drawing, and none of them is kept. */
  readonly crowded: boolean
}

export const NO_RULES: Rules = { horizontal: [], vertical: [], crowded: false }
export const CROWDED: Rules = { horizontal: [], vertical: [], crowded: true }

/** What is thicker, points, is a bar or a background. */
const MAX_THICKNESS = 4

/** How far the ends of a rule may differ on the other axis, points. */
const MAX_SLANT = 0.8

/** Rules at one place lie no further apart than this, points; pieces of one rule leave no wider gap (dashes, cells set apart). */
const SAME_PLACE = 0.8
const MAX_GAP = 4

/** The shortest side of a cell, points. */
const MIN_LENGTH = 5

/** A page with more rules than this after joining, or more lines in other directions, is a drawing. */
const MAX_RULES = 3000
const MAX_SLANTING = 3000

/**
 * The rules among the paths of a page: stroked lines, the sides of stroked boxes, thin filled boxes, the border between two filled
 * boxes of which one cuts the other out. Pieces that follow each other, dashes and dots among them, are joined to one rule.
 */
export function rulesOf(paths: readonly DrawnPath[]): Rules {
  const pieces: { horizontal: Rule[]; vertical: Rule[] } = { horizontal: [], vertical: [] }
  let slanting = 0
  paths.forEach(({ points, stroke }, i) => {
    if (stroke === null) addFilled(pieces, points, paths[i + 1])
    else if (stroke <= MAX_THICKNESS)
      for (let k = 1; k < points.length; k++) if (!addLine(pieces, points[k - 1] ?? null, points[k] ?? null)) slanting++
  })
  if (slanting > MAX_SLANTING) return CROWDED
  const [horizontal, vertical] = [joined(pieces.horizontal), joined(pieces.vertical)]
  return horizontal.length + vertical.length > MAX_RULES ? CROWDED : { horizontal, vertical, crowded: false }
}

type Pieces = { readonly horizontal: Rule[]; readonly vertical: Rule[] }

/** Adds a line if it lies along an axis; false of one that does not. */
function addLine({ horizontal, vertical }: Pieces, one: Point | null, other: Point | null): boolean {
  if (one === null || other === null) return true
  const [x0, y0, x1, y1] = boundsOf([one, other])
  if (y1 - y0 <= MAX_SLANT) horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
  if (x1 - x0 <= MAX_SLANT) vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
  return y1 - y0 <= MAX_SLANT || x1 - x0 <= MAX_SLANT
}

/** A thin filled shape is a line along its longer side; a dot may be part of a line either way. */
function addFilled(pieces: Pieces, points: DrawnPath['points'], next: DrawnPath | undefined): void {
  const corners = points.filter(point => point !== null)
  const [x0, y0, x1, y1] = boundsOf(corners)
  const [width, height] = [x1 - x0, y1 - y0]
  if (Math.min(width, height) <= MAX_THICKNESS) {
    const isDot = Math.max(width, height) <= MAX_THICKNESS
    if (width >= height || isDot) pieces.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
    if (height >= width || isDot) pieces.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
    return
  }
  if (next?.stroke !== null || !isBox(points) || !isBox(next.points)) return
  const inner = boundsOf(next.points.filter(point => point !== null))
  const border = [inner[0] - x0, inner[1] - y0, x1 - inner[2], y1 - inner[3]]
  if (border.some(width => width < 0 || width > MAX_THICKNESS)) return
  const [left, top, right, bottom] = [x0 + inner[0], y0 + inner[1], x1 + inner[2], y1 + inner[3]].map(sum => sum / 2)
  const corner = (x: number | undefined, y: number | undefined): Point => [x ?? 0, y ?? 0]
  addLine(pieces, corner(left, top), corner(right, top))
  addLine(pieces, corner(left, bottom), corner(right, bottom))
  addLine(pieces, corner(left, top), corner(left, bottom))
  addLine(pieces, corner(right, top), corner(right, bottom))
}

const isBox = (points: DrawnPath['points']): boolean =>
  points.length >= 4 &&
  points.every((point, i) => {
    const before = points[i - 1]
    if (point === null || before === null) return false
    return before === undefined || Math.abs(point[0] - before[0]) < 0.1 || Math.abs(point[1] - before[1]) < 0.1
  })

function boundsOf(points: readonly Point[]): [number, number, number, number] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  return [x0, y0, x1, y1]
}

/** Pieces at one place that touch or nearly touch, as one rule each; what stays too short for the side of a cell is dropped. */
function joined(pieces: readonly Rule[]): Rule[] {
  const sorted = pieces.filter(piece => Number.isFinite(piece.at + piece.from + piece.to))
  sorted.sort((one, other) => one.at - other.at)
  const rules: Rule[] = []
  for (let i = 0; i < sorted.length; ) {
    const start = i
    const first = sorted[start]?.at ?? 0
    while (i < sorted.length && (sorted[i]?.at ?? 0) - first <= SAME_PLACE) i++
    rules.push(...joinedAtOnePlace(sorted.slice(start, i)))
  }
  return rules.filter(rule => rule.to - rule.from >= MIN_LENGTH)
}

function joinedAtOnePlace(pieces: readonly Rule[]): Rule[] {
  const rules: { at: number; from: number; to: number }[] = []
  let weight = 0
  for (const { at, from, to } of [...pieces].sort((one, other) => one.from - other.from)) {
    const last = rules.at(-1)
    const length = Math.max(to - from, 0.01)
    if (last === undefined || from - last.to > MAX_GAP) {
      rules.push({ at, from, to })
      weight = length
      continue
    }
    last.at = (last.at * weight + at * length) / (weight + length)
    weight += length
    last.to = Math.max(last.to, to)
  }
  return rules
}
