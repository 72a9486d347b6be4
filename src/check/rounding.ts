import { type Edit, editsOf } from './edits.ts'
import type { Figure } from './figure.ts'
import { computedPoint, evaluate, figuresOf, type Identity, isSum } from './identity.ts'
import { point } from './interval.ts'

export const ROUNDING = 'rounding'

/** Figures of more digits than these have dust of binary fractions. */
const DIGITS = 12

/**
 * Whether a sum of figures that are printed to the same digit comes out only because each of them may have been rounded:
 * `1,8 + 2,8 = 4,7`.
 */
export const isOffByRounding = (identity: Identity): boolean => {
  const { left, right, relation, tolerance, repeats } = identity
  if (relation !== '=' || tolerance > 0 || repeats || !isSum(right)) return false
  const figures = figuresOf(identity)
  const [first] = figures
  if (!figures.every(f => isPrintedLike(f, first))) return false
  const value = computedPoint(identity)
  return value !== null && value.toPrecision(DIGITS) !== left.value.toPrecision(DIGITS)
}

/** The slip of one figure without which a sum comes out to its last digit. */
export const exactRepair = (f: Figure, { left, right }: Identity): Edit | undefined =>
  editsOf(f).find(edit => {
    if (edit.kind !== 'digit') return false
    const read = (g: Figure) => point(g === f ? edit.value : g.value)
    return evaluate(right, read)?.low.toPrecision(DIGITS) === read(left).low.toPrecision(DIGITS)
  })

const isPrintedLike = (f: Figure, other: Figure | undefined): boolean =>
  f.number !== null &&
  f.observation.comparator === 'eq' &&
  Math.abs(f.number.scale) === Math.abs(other?.number?.scale ?? 0) &&
  f.number.decimals === other?.number?.decimals
