import type { Figure } from './figure.ts'
import { type Bound, type Identity, isSum } from './identity.ts'
import type { Interval } from './interval.ts'

/**
 * Between which values a figure has to be for a plain sum to come out or to be cut off; null of any other identity. Wider than what
 * comes out, and quick to ask for each of many values.
 */
export const reachOf = (figure: Figure, { left, right, relation, tolerance, repeats }: Identity): Interval | null => {
  if (relation !== '=' || tolerance > 0 || repeats === true || !isSum(right)) return null
  let own = left === figure ? -1 : 0
  let apart = -left.value
  let slack = widthOf(left) * TRUNCATED
  const add = (bound: Bound, sign: number): void => {
    if (bound.kind === 'operation') {
      add(bound.left, sign)
      add(bound.right, bound.operator === '-' ? -sign : sign)
    } else if (bound.kind === 'figure') {
      if (bound.figure === figure) own += sign
      apart += sign * bound.figure.value
      slack += widthOf(bound.figure)
    }
  }
  add(right, 1)
  if (own === 0 || !Number.isFinite(slack)) return null
  const middle = figure.value - apart / own
  const by = slack / Math.abs(own) + DUST * (Math.abs(middle) + Math.abs(left.value))
  return { low: middle - by, high: middle + by }
}

/** A last digit that was cut off is off by more than one that was rounded. */
const TRUNCATED = 2
const DUST = 1e-6

/** Its values may lie anywhere in the interval, and the printed one need not be the middle. */
const widthOf = ({ interval: { low, high } }: Figure): number => high - low
