import { expect, test } from 'vitest'
import type { Observation } from '../../src/contract/index.ts'
import { formatDay, formatMoment, formatTime } from '../../src/web/format/moment.ts'
import { formatNumber } from '../../src/web/format/number.ts'
import { formatDate, formatPeriod } from '../../src/web/format/period.ts'
import { formatValue } from '../../src/web/format/value.ts'

const figure = (part: Partial<Observation>) => ({
  comparator: 'eq' as const,
  unit: 'organisation' as const,
  per: [],
  subject: 'cooperative' as const,
  ...part,
})

test.each([
  [1840, '1.840', '1,840'],
  [0.1 + 0.2, '0,3', '0.3'],
  [-2100, '\u22122.100', '\u22122,100'],
  [103.8, '103,8', '103.8'],
])('%d is written the way of each language', (value, vi, en) => {
  expect(formatNumber(value, 'vi')).toBe(vi)
  expect(formatNumber(value, 'en')).toBe(en)
})

test.each([
  [figure({ value: 1840 }), '1.840', 'tổ chức'],
  [
    figure({ min: 3_500_000, max: 4_000_000, unit: 'VND', per: ['person', 'month'] }),
    '3,5–4',
    'triệu đồng/người/tháng',
  ],
  [figure({ value: 950_000_000, unit: 'VND', per: ['organisation', 'year'] }), '950', 'triệu đồng/HTX/năm'],
  [figure({ value: 64_200_000_000, unit: 'VND' }), '64,2', 'tỷ đồng'],
  [figure({ value: 1_234_567_000, unit: 'VND' }), '1.234,567', 'triệu đồng'],
  [figure({ value: 250_000, unit: 'VND' }), '250.000', 'đồng'],
  [figure({ value: 0, unit: 'VND' }), '0', 'đồng'],
  [figure({ value: 103.8, unit: 'percent' }), '103,8\u00a0%', ''],
  [figure({ value: 50, unit: 'percent', comparator: 'gt' }), 'trên 50\u00a0%', ''],
  [figure({ min: 16, max: 18, unit: 'person', comparator: 'about' }), 'khoảng 16–18', 'người'],
])('a value is written with its scale, unit and comparator: %#', (value, number, unit) => {
  expect(formatValue(value, 'vi')).toEqual({ number, unit })
})

test.each([
  ['2019', '2019', '2019'],
  ['2019-01/2019-09', '9 tháng đầu năm 2019', 'first 9 months of 2019'],
  ['2019-01/2019-12', '2019', '2019'],
  ['2019-04/2019-06', '4/2019–6/2019', '4/2019–6/2019'],
  ['2019-06-30', '30/6/2019', '30/6/2019'],
  ['2019-06', 'tháng 6/2019', '6/2019'],
  ['2016/2020', '2016–2020', '2016–2020'],
])('the period %s is put into words', (period, vi, en) => {
  expect(formatPeriod(period, 'vi')).toBe(vi)
  expect(formatPeriod(period, 'en')).toBe(en)
})

test('a moment before seven in the morning is of that day in Vietnam, not of the day before in Greenwich', () => {
  const when = '2026-11-25T20:30:00.000Z'
  expect(formatDay(when, 'vi', 'Asia/Ho_Chi_Minh')).toBe('26/11/2026')
  expect(formatMoment(when, 'vi', 'Asia/Ho_Chi_Minh')).toBe('03:30 26/11/2026')
  expect(formatTime('2026-11-25T17:05:00.000Z', 'en', 'Asia/Ho_Chi_Minh')).toBe('00:05')
})

test('a date is as exact as the document gives it', () => {
  expect(['2019-09-12', '2023-09', '2020'].map(formatDate)).toEqual(['12/9/2019', '9/2023', '2020'])
})
