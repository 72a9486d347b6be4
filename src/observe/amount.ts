import type { Quantity } from '../lex/term.ts'
import type { Draft } from './draft.ts'

/** A quantity as `value`, or `min` and `max`; `sign` −1 for a decrease, `adds` what a rule adds to it. */
export const amountOf = (q: Quantity, sign = 1, adds = 0): Pick<Draft, 'value' | 'min' | 'max'> => {
  if (q.value !== null) return { value: sign * q.value + adds }
  const ends = [sign * (q.min ?? 0), sign * (q.max ?? 0)]
  return { min: Math.min(...ends), max: Math.max(...ends) }
}

/** A bare number in the magnitude of another: `520 tr.đ (NS tỉnh: 300)`. */
export const inMagnitudeOf = (q: Quantity, other: Quantity): Quantity => {
  const times = (n: number | null) => (n === null ? null : Number((n * other.scale).toPrecision(15)))
  return { ...q, value: times(q.value), min: times(q.min), max: times(q.max), scale: other.scale }
}
