/** All values that a printed figure may stand for, ends included; an end may be infinite. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export const point = (value: number): Interval => ({ low: value, high: value })

export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high })

export const subtract = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })

/** 0 · ∞ is 0 here: nothing of whatever is nothing. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

const hull = (...values: readonly number[]): Interval => ({ low: Math.min(...values), high: Math.max(...values) })

export const multiply = (a: Interval, b: Interval): Interval =>
  hull(times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high))

/** Whatever is shared among endlessly many is nothing. */
const over = (a: number, b: number): number => (Number.isFinite(b) ? a / b : 0)

/** Null where the divisor may be nothing. */
export const divide = (a: Interval, b: Interval): Interval | null =>
  b.low <= 0 && b.high >= 0
    ? null
    : hull(over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high))

/** Both ends moved outwards. */
export const widen = ({ low, high }: Interval, by: number): Interval => ({ low: low - by, high: high + by })

/** Arithmetic in binary fractions goes astray by parts of this size. */
const DUST = 1e-9

const dustOf = (a: Interval, b: Interval): number =>
  DUST * Math.max(...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs), 0)

/** Whether some value lies in both. */
export const meet = (a: Interval, b: Interval): boolean => {
  const dust = dustOf(a, b)
  return a.low <= b.high + dust && b.low <= a.high + dust
}

/** Whether some value of `a` is at most some value of `b`. */
export const mayBeAtMost = (a: Interval, b: Interval): boolean => a.low <= b.high + dustOf(a, b)

/** How far apart two intervals are; 0 where they meet. */
export const gap = (a: Interval, b: Interval): number => (meet(a, b) ? 0 : Math.max(a.low - b.high, b.low - a.high))
