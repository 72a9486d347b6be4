import type { Figure } from './figure.ts'
import type { Row } from './linear.ts'
import { LEAST_REACH } from './solver.ts'

/**
 * The one figure whose change alone lets all rows hold, where no other figure and no two of them could cost less: what the programme
 * of `programmeOf` would find, without starting the solver. Null where that does not show at once.
 */
export const singleToChange = (
  figures: readonly Figure[],
  rows: readonly Row[],
  weight: (f: Figure) => number,
): Figure | null => {
  const byCost = figures.map(f => ({ f, cost: weight(f) })).sort((a, b) => a.cost - b.cost)
  const pair = (byCost[0]?.cost ?? 0) + (byCost[1]?.cost ?? Infinity)
  const failing = rows.filter(row => isOff(rangeOf(row)))
  if (failing.length === 0) return null
  for (const { f, cost } of byCost) {
    if (cost * CLEAR >= pair) break
    // the cheapest may be one that touches no failure
    if (!failing.every(row => row.terms.has(f) || row.factors.includes(f))) continue
    const does = isEnough(f, rows)
    if (does === 'no') continue
    // of two that cost the same, the first will do
    if (does === 'yes') return f
    return null
  }
  return null
}

/** A solver that stops a little before the best does not take another for it. */
const CLEAR = 1.001
/** Rows are held to within parts of this size; what is off by less than `DOUBT` is left to the solver. */
const EXACT = 1e-10
const DOUBT = 1e-6

interface Range {
  readonly scale: number
  readonly low: number
  readonly high: number
}

/** How far a row may go from what it comes to now, as a part of its largest term. */
const rangeOf = ({ terms, low, high }: Row): Range => {
  let scale = 0
  let now = 0
  for (const [f, c] of terms) {
    scale = Math.max(scale, Math.abs(c * sizeOf(f)))
    now += c * f.value
  }
  return { scale, low: (low - now) / scale, high: (high - now) / scale }
}

const sizeOf = (f: Figure): number => Math.max(Math.abs(f.value), 1)

const isOff = ({ low, high }: Range): boolean => low > DOUBT || high < -DOUBT

const isEnough = (f: Figure, rows: readonly Row[]): 'yes' | 'no' | 'unsure' => {
  let from = -Infinity
  let to = Infinity
  let reach = LEAST_REACH
  for (const row of rows) {
    const { scale, low, high } = rangeOf(row)
    if (!Number.isFinite(scale) || scale === 0) return 'unsure'
    const coefficient = ((row.terms.get(f) ?? 0) * sizeOf(f)) / scale
    // a row says nothing any more once its factor is free
    if (row.factors.includes(f)) continue
    if (coefficient === 0) {
      if (low > DOUBT || high < -DOUBT) return 'no'
      if (low > EXACT || high < -EXACT) return 'unsure'
      continue
    }
    reach = Math.max(reach, (Math.max(low, -high, 0) * 2) / Math.abs(coefficient) + LEAST_REACH)
    const ends = [low / coefficient, high / coefficient]
    from = Math.max(from, Math.min(...ends))
    to = Math.min(to, Math.max(...ends))
  }
  from = Math.max(from, -reach)
  to = Math.min(to, reach)
  if (from <= to + EXACT) return 'yes'
  return from <= to + DOUBT ? 'unsure' : 'no'
}
