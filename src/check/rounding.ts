import type { Figure } from './figure.ts'
import { type Bound, computedPoint, figuresOf, type Identity } from './identity.ts'

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

const isSum = (bound: Bound): boolean =>
  bound.kind === 'operation'
    ? (bound.operator === '+' || bound.operator === '-') && isSum(bound.left) && isSum(bound.right)
    : bound.kind === 'figure'

const isPrintedLike = (f: Figure, other: Figure | undefined): boolean =>
  f.number !== null &&
  f.observation.comparator === 'eq' &&
  Math.abs(f.number.scale) === Math.abs(other?.number?.scale ?? 0) &&
  f.number.decimals === other?.number?.decimals
