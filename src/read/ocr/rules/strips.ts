import { inFours, pastBlank } from '../in-fours.ts'
import { FLAT, type ThinInk, UPRIGHT } from './thin-ink.ts'

/** A run of thin ink along a line: the row (of a vertical line, the column) it lies in, and its ends, both included. */
export interface Piece {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Pieces that make up one straight line, by their beginnings. */
export interface Strip {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  /** The middle of the line, and by how much it rises with each pixel along. */
  readonly at: number
  readonly slope: number
}

export type Direction = 'horizontal' | 'vertical'

/** Lengths, inches: of a piece, longer than serifs and bars of small type; of the breaks in a line; of the shortest line. */
const PIECE = 0.04
const BREAK = 0.085
const SHORTEST: Record<Direction, number> = { horizontal: 0.35, vertical: 0.3 }

/** How far pieces that follow each other lie apart across the line, inches. */
const STEP = 0.007

/** So much of a line is ink; it slopes no more than by this; it leaves its own course by so much, inches and as a share of its length. */
const COVERED = 0.7
const STEEPEST = 0.025
const WOBBLE = 0.012
const WOBBLE_SHARE = 0.004

/** A page with more pieces than this holds pictures or noise. */
const MAX_PIECES = 400_000

/** The straight lines of one direction in a page; null where there are more pieces of lines than any table has. */
export function stripsOf(ink: ThinInk, direction: Direction, dpi: number): Strip[] | null {
  const pieces = piecesOf(ink, direction, Math.max(3, Math.round(PIECE * dpi)))
  if (pieces.length > MAX_PIECES) return null
  const strips: Strip[] = []
  for (const group of linked(pieces, BREAK * dpi, Math.max(1, Math.round(STEP * dpi)))) {
    const strip = stripOf(group)
    if (isLine(strip, ink.thickest, direction, dpi)) strips.push(strip)
  }
  return strips
}

/** Runs of at least the given length, by row or column and then along it. */
const piecesOf = (ink: ThinInk, direction: Direction, shortest: number): Piece[] =>
  direction === 'horizontal' ? flatPieces(ink, shortest) : uprightPieces(ink, shortest)

function flatPieces({ width, bits }: ThinInk, shortest: number): Piece[] {
  const pieces: Piece[] = []
  const fours = inFours(bits)
  for (let at = 0; at < bits.length; at++) {
    at = pastBlank(fours, at)
    if (((bits[at] ?? 0) & FLAT) === 0) continue
    const from = at % width
    const [start, rowEnd] = [at, at - from + width]
    while (at < rowEnd && ((bits[at] ?? 0) & FLAT) !== 0) at++
    if (at - start >= shortest) pieces.push({ at: (start - from) / width, from, to: from + at - start - 1 })
    at--
  }
  return pieces
}

/** From the upper end of each run downwards. */
function uprightPieces({ width, bits }: ThinInk, shortest: number): Piece[] {
  const pieces: Piece[] = []
  const fours = inFours(bits)
  for (let at = 0; at < bits.length; at++) {
    at = pastBlank(fours, at)
    if (((bits[at] ?? 0) & UPRIGHT) === 0 || (at >= width && ((bits[at - width] ?? 0) & UPRIGHT) !== 0)) continue
    // what ends before that is too short, and most strokes of letters do
    let below = at + (shortest - 1) * width
    if (below >= bits.length || ((bits[below] ?? 0) & UPRIGHT) === 0) continue
    below = at
    while (below < bits.length && ((bits[below] ?? 0) & UPRIGHT) !== 0) below += width
    const [x, y] = [at % width, Math.floor(at / width)]
    if (below - at >= shortest * width) pieces.push({ at: x, from: y, to: Math.floor(below / width) - 1 })
  }
  return pieces.sort(byPlace)
}

const byPlace = (one: Piece, other: Piece): number => one.at - other.at || one.from - other.from
const byBeginning = (one: Piece, other: Piece): number => one.from - other.from

/** Groups of pieces that follow or lie beside each other. */
function linked(pieces: readonly Piece[], longestBreak: number, step: number): Piece[][] {
  const parents = new Int32Array(pieces.length)
  for (let i = 0; i < parents.length; i++) parents[i] = i
  const firstAt = new Map<number, number>()
  for (const [i, { at }] of pieces.entries()) if (!firstAt.has(at)) firstAt.set(at, i)
  const cursors = new Map<number, number>()
  for (const [i, piece] of pieces.entries()) {
    for (let distance = 0; distance <= step; distance++) {
      const line = piece.at + distance
      let other = distance === 0 ? i + 1 : firstAt.get(line)
      if (other === undefined) continue
      if (distance > 0) {
        const key = distance
        const cursor = cursors.get(key) ?? 0
        other = Math.max(other, pieces[cursor]?.at === line ? cursor : 0)
        while (pieces[other]?.at === line && (pieces[other]?.to ?? 0) < piece.from - longestBreak) other++
        cursors.set(key, other)
      }
      for (
        let next = pieces[other];
        next?.at === line && next.from <= piece.to + longestBreak;
        next = pieces[++other]
      ) {
        const [one, two] = [rootOf(parents, i), rootOf(parents, other)]
        parents[Math.max(one, two)] = Math.min(one, two)
      }
    }
  }
  const groups = new Map<number, Piece[]>()
  for (const [i, piece] of pieces.entries()) {
    const root = rootOf(parents, i)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [piece])
    else group.push(piece)
  }
  return [...groups.values()]
}

function rootOf(parents: Int32Array, i: number): number {
  let at = i
  while (parents[at] !== at) {
    parents[at] = parents[parents[at] ?? at] ?? at
    at = parents[at] ?? at
  }
  return at
}

/** The line through pieces, by least squares over their pixels. */
function stripOf(pieces: readonly Piece[]): Strip {
  const sorted = [...pieces].sort(byBeginning)
  let [weight, sumX, sumY, sumXX, sumXY, from, to] = [0, 0, 0, 0, 0, Number.POSITIVE_INFINITY, 0]
  for (const piece of sorted) {
    const length = piece.to - piece.from + 1
    const middle = (piece.from + piece.to) / 2
    weight += length
    sumX += length * middle
    sumY += length * piece.at
    sumXX += length * (middle * middle + (length * length - 1) / 12)
    sumXY += length * middle * piece.at
    from = Math.min(from, piece.from)
    to = Math.max(to, piece.to)
  }
  const spread = sumXX - (sumX * sumX) / weight
  const slope = spread < 1 ? 0 : (sumXY - (sumX * sumY) / weight) / spread
  const middle = (from + to) / 2
  return { pieces: sorted, from, to, slope, at: sumY / weight + slope * (middle - sumX / weight) }
}

function isLine(strip: Strip, thickest: number, direction: Direction, dpi: number): boolean {
  const { pieces, from, to, at, slope } = strip
  const length = to - from + 1
  if (length < SHORTEST[direction] * dpi || Math.abs(slope) > STEEPEST) return false
  let [covered, reached] = [0, from - 1]
  for (const piece of pieces) {
    covered += Math.max(0, piece.to - Math.max(reached, piece.from - 1))
    reached = Math.max(reached, piece.to)
  }
  if (covered < COVERED * length) return false
  const wobble = WOBBLE * dpi + WOBBLE_SHARE * length + thickest / 2
  for (const piece of pieces) {
    const expected = at + slope * ((piece.from + piece.to) / 2 - (from + to) / 2)
    if (Math.abs(piece.at - expected) > wobble) return false
  }
  return true
}
