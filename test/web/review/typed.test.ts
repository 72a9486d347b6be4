import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPeriod } from '../../../src/web/format/period.ts'
import { formatValue } from '../../../src/web/format/value.ts'
import { readTypedDate } from '../../../src/web/header/typed-date.ts'
import { occurrences } from '../../../src/web/review/add/occurrences.ts'
import { periodTyped, readTypedPeriod } from '../../../src/web/review/typed-period.ts'
import { inUnit, isFault, readTypedValue, withoutComparator } from '../../../src/web/review/typed-value.ts'

test('words are read alike, however the keyboard composes their tones', () => {
  const figures = ['khoảng 300', 'trên 1.000', '447,2 triệu đồng', '1,2 nghìn tỷ', 'ít nhất 80 %']
  for (const words of figures) expect(readTypedValue(words.normalize('NFD'))).toEqual(readTypedValue(words))
  const periods = ['năm 2019', '9 tháng đầu năm 2019', 'quý 2/2019', 'giai đoạn 2016–2020', 'ngày 30/6/2019']
  for (const words of periods) {
    expect(readTypedPeriod(words)).not.toBeNull()
    expect(readTypedPeriod(words.normalize('NFD'))).toBe(readTypedPeriod(words))
  }
  expect(readTypedDate('ngày 12 tháng 9 năm 2019'.normalize('NFD'))).toEqual({ date: '2019-09-12' })
  expect(occurrences('Tổng số thành viên hợp tác xã', 'thành viên'.normalize('NFD'), 0)).toEqual([
    { start: 8, end: 18 },
  ])
})

describe('a figure in another unit', () => {
  test.each([
    ['105,2 %', 'times', '105,2'],
    ['khoảng 80%', 'person', 'khoảng 80'],
    ['850 triệu đồng', 'other', '850.000.000'],
    ['3,5–4 triệu', 'other', '3.500.000–4.000.000'],
    ['105,2 %', 'percent', '105,2 %'],
    ['1.599', 'percent', '1.599'],
    ['105.2 %', 'times', '105.2 %'],
  ] as const)('%s of %s is %s', (typed, unit, words) => {
    expect(inUnit(typed, unit)).toBe(words)
  })

  test('keeps its number and loses its unit', () => {
    const written = fc.constantFrom(' %', ' triệu', ' tỷ đồng', ' đồng')
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), written, (n, words) => {
        const typed = `${(n / 10).toLocaleString('vi-VN')}${words}`
        const before = readTypedValue(typed)
        const after = readTypedValue(inUnit(typed, 'person'))
        if (isFault(before) || isFault(after)) throw new Error(typed)
        expect(after).toEqual({ ...before, unit: null })
      }),
    )
  })

  test('its comparator can be taken from it, too', () => {
    expect(withoutComparator('khoảng 300')).toBe('300')
    expect(withoutComparator('300')).toBe('300')
  })
})

describe('a typed figure', () => {
  test.each([
    ['1.599', { value: 1599 }, null, null],
    ['1599', { value: 1599 }, null, null],
    ['1 599', { value: 1599 }, null, null],
    ['447,2 triệu', { value: 447_200_000 }, 'VND', null],
    ['447,2 triệu đồng', { value: 447_200_000 }, 'VND', null],
    ['12,5 tỷ', { value: 12_500_000_000 }, 'VND', null],
    ['1,2 nghìn tỷ', { value: 1.2e12 }, 'VND', null],
    ['500 đồng', { value: 500 }, 'VND', null],
    ['850 tr.đ', { value: 850_000_000 }, 'VND', null],
    ['105,2 %', { value: 105.2 }, 'percent', null],
    ['−2.100', { value: -2100 }, null, null],
    ['-7', { value: -7 }, null, null],
    ['3,5–4', { min: 3.5, max: 4 }, null, null],
    ['3,5-4 triệu', { min: 3_500_000, max: 4_000_000 }, 'VND', null],
    ['khoảng 300', { value: 300 }, null, 'about'],
    ['≥ 80%', { value: 80 }, 'percent', 'ge'],
    ['trên 1.000', { value: 1000 }, null, 'gt'],
  ] as const)('%s is read', (typed, number, unit, comparator) => {
    expect(readTypedValue(typed)).toEqual({ number, unit, comparator })
  })

  test.each([
    ['', 'empty'],
    ['447.2', 'point-is-no-comma'],
    ['1.59', 'point-is-no-comma'],
    ['1.5999', 'point-is-no-comma'],
    ['1,2,3', 'not-a-number'],
    ['nhiều', 'not-a-number'],
    ['1–2–3', 'not-a-number'],
    ['5–4', 'range-backwards'],
  ] as const)('%s is refused: %s', (typed, fault) => {
    expect(readTypedValue(typed)).toBe(fault)
  })

  test('what the page writes in Vietnamese is read as the same figure', () => {
    const number = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
      fc.integer({ min: -10_000, max: 10_000_000 }).map(n => n / 1000),
    )
    const figure = fc.record({
      value: number,
      unit: fc.constantFrom('VND' as const, 'percent' as const, 'person' as const, 'times' as const),
      comparator: fc.constantFrom(
        'eq' as const,
        'about' as const,
        'ge' as const,
        'gt' as const,
        'le' as const,
        'lt' as const,
      ),
    })
    fc.assert(
      fc.property(figure, ({ value, unit, comparator }) => {
        const shown = formatValue({ value, unit, comparator, per: [], subject: 'cooperative' }, 'vi')
        const read = readTypedValue(`${shown.number} ${unit === 'VND' ? shown.unit : ''}`)
        if (isFault(read)) throw new Error(`${shown.number}: ${read}`)
        expect(read.number).toEqual({ value })
        expect(read.comparator ?? 'eq').toBe(comparator)
        if (unit === 'VND' || unit === 'percent') expect(read.unit).toBe(unit)
      }),
    )
  })
})

describe('a typed period', () => {
  test.each([
    ['2019', '2019'],
    ['năm 2019', '2019'],
    ['9 tháng 2019', '2019-01/2019-09'],
    ['9 tháng đầu năm 2019', '2019-01/2019-09'],
    ['30/6/2019', '2019-06-30'],
    ['ngày 30.6.2019', '2019-06-30'],
    ['2016-2020', '2016/2020'],
    ['giai đoạn 2016 – 2020', '2016/2020'],
    ['tháng 6/2019', '2019-06'],
    ['quý 2/2019', '2019-04/2019-06'],
    ['Quý IV năm 2019', '2019-10/2019-12'],
    ['2019-01/2019-09', '2019-01/2019-09'],
    ['mai', null],
    ['quý 5/2019', null],
  ])('%s is %s', (typed, period) => {
    expect(readTypedPeriod(typed)).toBe(period)
  })

  test.each([
    ['', { period: null }],
    ['28/2/2019', { period: '2019-02-28' }],
    ['31/2/2019', { fault: 'no-such-period' }],
    ['2020–2016', { fault: 'no-such-period' }],
    ['tháng 13/2019', { fault: 'no-such-period' }],
    ['31/2', { fault: 'no-period' }],
  ])('the field of a period says that %s is %j', (typed, read) => {
    expect(periodTyped(typed)).toEqual(read)
  })

  test('what the page writes is read as the same period, in both languages', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const year = fc.integer({ min: 1955, max: 2045 })
    const month = fc.integer({ min: 1, max: 12 }).map(two)
    const day = fc.integer({ min: 1, max: 28 }).map(two)
    const period = fc.oneof(
      year.map(String),
      fc.tuple(year, fc.integer({ min: 1, max: 20 })).map(([y, n]) => `${y}/${y + n}`),
      fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
      fc.tuple(year, fc.integer({ min: 2, max: 11 })).map(([y, m]) => `${y}-01/${y}-${two(m)}`),
      fc.tuple(year, month).map(([y, m]) => `${y}-${m}/${y + 1}-${m}`),
      fc.tuple(year, month, day).map(([y, m, d]) => `${y}-${m}-${d}`),
      fc.tuple(year, month, day).map(([y, m, d]) => `${y}-${m}-${d}/${y + 1}-${m}-${d}`),
    )
    fc.assert(
      fc.property(period, fc.constantFrom('vi' as const, 'en' as const), (one, language) => {
        expect(readTypedPeriod(formatPeriod(one, language))).toBe(one)
      }),
    )
  })
})
