import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, divide, gap, type Interval, meet, multiply, subtract } from '../../src/check/interval.ts'

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const interval = fc.tuple(number, number).map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }))
/** An interval with a number in it. */
const within = fc
  .tuple(interval, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([i, at]) => ({ i, x: Math.min(i.high, Math.max(i.low, i.low + (i.high - i.low) * at)) }))

const holds = ({ low, high }: Interval, x: number) => meet({ low, high }, { low: x, high: x })

test.each([
  ['sum', add, (a: number, b: number) => a + b],
  ['difference', subtract, (a: number, b: number) => a - b],
  ['product', multiply, (a: number, b: number) => a * b],
] as const)('the %s of two intervals holds that of any numbers in them', (_, ofIntervals, ofNumbers) => {
  fc.assert(fc.property(within, within, (a, b) => holds(ofIntervals(a.i, b.i), ofNumbers(a.x, b.x))))
})

test('the quotient of two intervals holds that of any numbers in them, and is none where the divisor may be nothing', () => {
  fc.assert(
    fc.property(within, within, (a, b) => {
      const quotient = divide(a.i, b.i)
      return quotient === null ? b.i.low <= 0 && b.i.high >= 0 : holds(quotient, a.x / b.x)
    }),
  )
})

test('intervals that do not meet are a gap apart, and meet once one is moved by it', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const apart = gap(a, b)
      if (meet(a, b)) return apart === 0
      const by = a.high < b.low ? apart : -apart
      return apart > 0 && meet({ low: a.low + by, high: a.high + by }, b)
    }),
  )
})

test('an open end meets everything beyond', () => {
  expect(meet({ low: 25, high: Infinity }, { low: 1e9, high: 1e9 })).toBe(true)
  expect(meet({ low: 25, high: Infinity }, { low: 24, high: 24 })).toBe(false)
})
