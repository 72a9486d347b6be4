import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFigure } from './make-figure.ts'

const PERCENT = { measure: 'plan_completion', unit: 'percent' } as const
const MONEY = { indicator: 'revenue', unit: 'VND' } as const

test.each([
  ['97,1', 97.1, PERCENT, 97.05, 97.15],
  ['134', 134, PERCENT, 133.5, 134.5],
  ['447,2', 447_200_000, MONEY, 447_150_000, 447_250_000],
  ['950', 950_000_000, MONEY, 949_500_000, 950_500_000],
  ['1.599', 1599, {}, 1599, 1599],
  ['04', 4, {}, 4, 4],
  ['18', 18, { unit: 'person', per: ['organisation'] }, 17.5, 18.5],
  ['2.100', -2100, { measure: 'change' }, -2100, -2100],
  ['8,6', 108.6, PERCENT, 108.55, 108.65],
] as const)('%s may stand for what is rounded to it', (text, value, other, low, high) => {
  const { interval } = makeFigure(text, value, { ...other, per: [...('per' in other ? other.per : [])] })
  expect(interval.low).toBeCloseTo(low, 5)
  expect(interval.high).toBeCloseTo(high, 5)
})

test('a range is all that lies in it', () => {
  const { interval } = makeFigure('16-18', 0, {
    value: undefined,
    min: 16,
    max: 18,
    unit: 'person',
    per: ['organisation'],
  })
  expect(interval).toEqual({ low: 16, high: 18 })
})

test('khoảng widens by the last digit that says something, at least', () => {
  const { interval } = makeFigure('140', 140, { comparator: 'about', unit: 'person', per: ['organisation'] })
  expect(interval).toEqual({ low: 130, high: 150 })
})

test.each([
  ['ge', 25, Infinity],
  ['lt', -Infinity, 25],
] as const)('a bound (%s) is open', (comparator, low, high) => {
  expect(makeFigure('25', 25, { comparator }).interval).toEqual({ low, high })
})

test('whatever is printed, its value is among what it may stand for', () => {
  const decimals = fc.integer({ min: 0, max: 3 })
  const scale = fc.constantFrom(1, 1e3, 1e6, 1e9)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), decimals, scale, (digits, places, by) => {
      const plain = digits / 10 ** places
      const text = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: places }).format(plain)
      const { interval, value } = makeFigure(text, plain * by, MONEY)
      return (
        interval.low <= value && value <= interval.high && interval.high - interval.low <= 1.001 * by * 10 ** -places
      )
    }),
  )
})
