import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inferConvention, parseNumber } from '../../src/lex/parse-number.ts'

/** The value first, then every writing that has it. */
const VIETNAMESE: readonly (readonly [number, readonly string[]])[] = [
  [0, ['0', '00']],
  [4, ['4', '04']],
  [1840, ['1840', '1.840']],
  [15000, ['15000', '15.000', '15.000,0']],
  [1234567, ['1234567', '1.234.567', '1,234,567']],
  [1234.5, ['1234,5', '1.234,5', '1,234.5']],
  [103.8, ['103,8', '103.8']],
  [64.25, ['64,25', '64.25']],
  [0.5, ['0,5', '0.5']],
  [1.956, ['1,956']],
  [17.5702, ['17,5702', '17.5702']],
]

describe('the Vietnamese way of writing', () => {
  test.each(VIETNAMESE)('%d', (value, writings) => {
    expect(writings.map(w => [w, parseNumber(w)?.value])).toEqual(writings.map(w => [w, value]))
  })

  test('one comma before three digits may be a thousands comma', () => {
    expect(parseNumber('1,956')).toEqual({ value: 1.956, alternative: 1956 })
    expect(parseNumber('0,956')).toEqual({ value: 0.956, alternative: null })
    expect(parseNumber('1,95')).toEqual({ value: 1.95, alternative: null })
  })
})

describe('the English way of writing', () => {
  test('a single separator before three digits means the other thing', () => {
    expect(parseNumber('1,956', 'english')).toEqual({ value: 1956, alternative: 1.956 })
    expect(parseNumber('1.956', 'english')).toEqual({ value: 1.956, alternative: 1956 })
  })

  test('is inferred only where more figures can be nothing else than English', () => {
    expect(inferConvention('1,234,567 và 2,345,678')).toBe('english')
    expect(inferConvention('1,234,567 và 2.345.678')).toBe('vietnamese')
    expect(inferConvention('1,956 tỷ đồng')).toBe('vietnamese')
    expect(inferConvention('')).toBe('vietnamese')
  })
})

test.each(['12.3.4', '1.23.456', '1,2,3', '1.234.56', '1,234.567,8'])('%s fits no convention', written => {
  expect(parseNumber(written)).toBeNull()
})

/** A number in the way of the law: dots between thousands, a comma before decimals. */
const write = (whole: number, decimals: string): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, '.') + (decimals === '' ? '' : `,${decimals}`)

test('a number written the Vietnamese way is read back', () => {
  const decimals = fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,4}$/))
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), decimals, (whole, part) => {
      expect(parseNumber(write(whole, part))?.value).toBe(Number(`${whole}.${part || '0'}`))
    }),
  )
})

test('a number written the English way with two groups or a decimal dot is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 999_999_999 }), fc.stringMatching(/^\d{1,2}$/), (whole, part) => {
      expect(parseNumber(`${whole.toLocaleString('en-US')}.${part}`)?.value).toBe(Number(`${whole}.${part}`))
    }),
  )
})

test('every run of digits, dots and commas gives a finite number or none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d[\d.,]{0,12}$/), written => {
      const reading = parseNumber(written)
      if (reading) expect(Number.isFinite(reading.value)).toBe(true)
    }),
  )
})
