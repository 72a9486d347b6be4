import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsOf } from '../../src/check/edits.ts'
import { count, makeFigure } from './make-figure.ts'

test('a number with one digit changed has the number itself among its repairs, printed as it was', () => {
  const digit = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9_999_999 }), fc.nat(), digit, (value, at, by) => {
      const digits = [...String(value)]
      const i = at % digits.length
      const other = (Number(digits[i]) + by) % 10
      digits[i] = String(i === 0 && other === 0 ? 1 : other)
      const changed = Number(digits.join(''))
      if (changed === value) return true
      const found = editsOf(count(changed)).find(e => e.value === value)
      return found?.text === new Intl.NumberFormat('vi-VN').format(value)
    }),
  )
})

test('two neighbouring digits that were swapped are swapped back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999_999 }), fc.nat(), (value, at) => {
      const digits = [...String(value)]
      const i = at % (digits.length - 1)
      const [a = '', b = ''] = [digits[i], digits[i + 1]]
      if (a === b || (i === 0 && b === '0')) return true
      digits[i] = b
      digits[i + 1] = a
      return editsOf(count(Number(digits.join('')))).some(e => e.value === value)
    }),
  )
})

test.each([
  ['2541', 2541, {}, 25, '25/41', 'slash'],
  ['12,9', 12_900_000, { indicator: 'revenue', unit: 'VND' }, 12_900_000_000, '12.900', 'separator'],
  ['33', 33, {}, 3, '03', 'digit'],
  ['25', 25_000_000, { indicator: 'revenue', unit: 'VND' }, 525_000_000, '525', 'lost'],
] as const)('%s may have been another number', (text, value, other, meant, printed, kind) => {
  expect(editsOf(makeFigure(text, value, other))).toContainEqual(
    expect.objectContaining({ value: meant, text: printed, kind }),
  )
})

test('a number in words has no digits that slip', () => {
  expect(editsOf(makeFigure('hai', 2))).toEqual([])
})

test('no repair is the number itself, and none begins with a nought that it did not have, but for 03', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), value =>
      editsOf(count(value)).every(e => e.value !== value && (!/^0\d/.test(e.text) || /^0\d$/.test(e.text))),
    ),
  )
})
