import type { Interval } from './interval.ts'

/** Roundings of so many figures and more hardly ever add up to all that they may be off by. */
const MANY = 5
/** Off by more than so many standard deviations, a sum is not off by rounding: that happens once in a thousand sums. */
const DEVIATIONS = 3

/**
 * Whether the difference between a sum and its total is more than rounding leaves to chance. Each figure is off by anything up to
 * half its last digit, so that the variances (a twelfth of the width squared) add up.
 * @param intervals what the parts and the total may stand for
 */
export const isBeyondChance = (difference: number, intervals: readonly Interval[]): boolean => {
  if (intervals.length < MANY) return false
  const variance = intervals.reduce((sum, { low, high }) => sum + (high - low) ** 2 / 12, 0)
  return Math.abs(difference) > DEVIATIONS * Math.sqrt(variance) * CLOSE
}

const CLOSE = 1 + 1e-9
