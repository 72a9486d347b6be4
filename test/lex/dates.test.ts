import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDates } from '../../src/lex/dates.ts'
import type { TimeExpression } from '../../src/lex/term.ts'

const DAY: TimeExpression = { kind: 'day', year: 2019, month: 8, day: 20 }

/** The date first, then every writing that gives it. */
const CORPUS: readonly (readonly [TimeExpression, readonly string[]])[] = [
  [
    DAY,
    [
      '20/8/2019',
      '20/08/2019',
      '20-8-2019',
      '20.8.2019',
      '20 / 8 / 2019',
      'ngày 20 tháng 8 năm 2019',
      'Ngày 20 tháng 08 năm 2019',
    ],
  ],
  [{ ...DAY, year: null }, ['ngày 20/8', 'đến 20/8', 'trước 20/8', 'ngày 20 tháng 8']],
  [{ kind: 'month', year: 2019, month: 12 }, ['12/2019', '12-2019', '12 / 2019']],
]

test.each(CORPUS)('%o', (time, writings) => {
  expect(writings.map(w => [w, findDates(w).map(d => d.time)])).toEqual(writings.map(w => [w, [time]]))
})

test.each([
  '27/7 - Bông Lau',
  '22/30 hợp tác xã',
  '193/2013/NĐ-CP',
  '40/8/2019',
  '20/13/2019',
  '13/2019',
  '1.559/1.520',
])('%s is no date', text => {
  expect(findDates(text)).toEqual([])
})

test('a date is found where it stands', () => {
  const text = 'Tính đến 20/8/2019, toàn tỉnh có 242 hợp tác xã (ước 12/2019: 255)'
  expect(findDates(text).map(d => text.slice(d.start, d.end))).toEqual(['20/8/2019', '12/2019'])
})

test('every day of the calendar is read back from each way to write it', () => {
  const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, date => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
      const two = (n: number) => String(n).padStart(2, '0')
      for (const written of [
        `${day}/${month}/${year}`,
        `${two(day)}/${two(month)}/${year}`,
        `ngày ${two(day)} tháng ${two(month)} năm ${year}`,
      ])
        expect(findDates(written).map(d => d.time)).toEqual([{ kind: 'day', year, month, day }])
    }),
  )
})
