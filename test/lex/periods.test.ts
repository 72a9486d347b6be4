import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimeExpression } from '../../src/lex/term.ts'
import { periodOf } from '../../src/observe/time.ts'
import { RULES, termsOf } from '../support/phrase.ts'

const times = (text: string): TimeExpression[] => termsOf(text).flatMap(t => (t.time ? [t.time] : []))

/** The period first, as seen from 2019, then the phrases that name it. */
const CORPUS: readonly (readonly [string, readonly string[]])[] = [
  [
    '2019',
    [
      'năm 2019',
      'cả năm 2019',
      'trong năm 2019',
      'hết năm 2019',
      'đến hết năm 2019',
      'cuối năm 2019',
      'KH 2019',
      'trong năm',
    ],
  ],
  [
    '2019-01/2019-09',
    ['9 tháng đầu năm', '9 tháng đầu năm 2019', '09 tháng đầu năm 2019', 'chín tháng đầu năm 2019', '9 tháng năm 2019'],
  ],
  ['2019-07/2019-12', ['6 tháng cuối năm', '6 tháng cuối năm 2019']],
  ['2019-07/2019-09', ['quý III năm 2019', 'quý 3 năm 2019', 'quý III']],
  [
    '2019-08-20',
    [
      'tính đến 20/8/2019',
      'đến ngày 20/8/2019',
      'đến ngày 20 tháng 8 năm 2019',
      'tính đến thời điểm 20/8/2019',
      'đến 20/8',
    ],
  ],
  ['2019', ['đến 31/12/2019', 'ước đến 12/2019', 'đến tháng 12 năm 2019', 'đến tháng 12/2019']],
  ['2019-06', ['đến tháng 6/2019', 'đến tháng 6 năm 2019']],
  ['2016/2020', ['giai đoạn 2016-2020', 'giai đoạn 2016 - 2020', 'từ năm 2016 đến năm 2020', '5 năm 2016 - 2020']],
  ['2018', ['năm trước', 'cùng kỳ', 'cùng kỳ năm 2018', 'năm ngoái']],
]

test.each(CORPUS)('%s', (period, phrases) => {
  expect(phrases.map(p => [p, times(p).map(t => periodOf(t, 2019))])).toEqual(phrases.map(p => [p, [period]]))
})

test.each(['có 2000 người', 'Quyết định số 461', '12 hợp tác xã', 'kế hoạch 5 năm'])('%s names no period', text => {
  expect(times(text)).toEqual([])
})

/** Whether each period of a text is marked as one that something is compared with. */
const compared = (text: string): boolean[] =>
  termsOf(text).flatMap(t => (t.time ? [RULES.tags.names(t.tags).includes('Baseline')] : []))

test('a period that something is compared with is told from the period of the figure', () => {
  expect(compared('tăng 31 HTX so với năm 2018')).toEqual([true])
  expect(compared('bằng 104,3% cùng kỳ')).toEqual([true])
  expect(compared('năm 2019 đạt 98% kế hoạch năm 2019')).toEqual([false, true])
  expect(compared('năm 2019 có 31 HTX')).toEqual([false])
})

test('the first months of any year are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1990, max: 2050 }), (months, year) => {
      const end = String(months).padStart(2, '0')
      expect(times(`${months} tháng đầu năm ${year}`).map(t => periodOf(t, null))).toEqual([
        `${year}-01/${year}-${end}`,
      ])
    }),
  )
})

test('a span of years is read back where it goes forward', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2045 }), fc.integer({ min: 1, max: 10 }), (from, length) => {
      expect(times(`giai đoạn ${from}-${from + length}`).map(t => periodOf(t, null))).toEqual([
        `${from}/${from + length}`,
      ])
      expect(times(`giai đoạn ${from + length}-${from}`).map(t => t.kind)).not.toContain('span')
    }),
  )
})
