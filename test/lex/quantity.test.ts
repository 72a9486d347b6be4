import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quantity } from '../../src/lex/term.ts'
import { RULES, termsOf } from '../support/phrase.ts'

const quantities = (text: string): Quantity[] => termsOf(text).flatMap(t => (t.quantity ? [t.quantity] : []))

/** Checks that each phrase holds one quantity with these attributes. */
const all = (wanted: Partial<Quantity>, phrases: readonly string[]) =>
  expect(phrases.map(p => [p, quantities(p)])).toEqual(phrases.map(p => [p, [expect.objectContaining(wanted)]]))

const ORGANISATIONS = { unit: 'organisation', subject: 'cooperative' } as const

/** What is meant first, then the phrases that say it. */
const CORPUS: readonly (readonly [string, Partial<Quantity>, readonly string[]])[] = [
  ['35 cooperatives', { ...ORGANISATIONS, value: 35 }, ['35 hợp tác xã', '35 HTX', '35 Hợp tác xã', '35 hop tac xa']],
  ['two cooperatives in words', { ...ORGANISATIONS, value: 2 }, ['hai HTX', 'hai hợp tác xã']],
  [
    '1,840 groups',
    { unit: 'organisation', subject: 'cooperative_group', value: 1840 },
    ['1.840 tổ hợp tác', '1840 THT'],
  ],
  [
    '4,120 people',
    { unit: 'person', value: 4120 },
    ['4.120 người', '4.120 thành viên', '4120 xã viên', '4.120 lao động'],
  ],
  [
    '950 million đồng',
    { unit: 'VND', value: 950_000_000 },
    ['950 triệu đồng', '950 tr.đ', '950 trđ', '950 triệu', '950 tr đồng', '0,95 tỷ đồng', '0,95 tỉ đồng'],
  ],
  ['17.57 billion đồng', { unit: 'VND', value: 17_570_000_000 }, ['17,57 tỷ đồng', '17.570 triệu đồng']],
  ['103.8 per cent', { unit: 'percent', value: 103.8 }, ['103,8%', '103,8 %', '103.8%', '103,8 phần trăm']],
  ['25 hectares', { unit: 'hectare', value: 25 }, ['25 ha', '25ha']],
  [
    'a range of per cent',
    { unit: 'percent', value: null, min: 3.5, max: 4 },
    ['3,5-4%', '3,5 - 4%', '3,5 – 4 %', 'từ 3,5 đến 4%'],
  ],
  ['a range of people', { unit: 'person', min: 900, max: 1030 }, ['900 – 1.030 người', 'từ 900 đến 1.030 người']],
  [
    'an amount of several magnitudes',
    { unit: 'VND', value: 2_350_000_000 },
    ['2 tỷ 350 triệu đồng', '2 tỉ 350 triệu', '2.350 triệu đồng', '2,35 tỷ đồng'],
  ],
  [
    'an amount in words',
    { unit: 'VND', value: 2_500_000 },
    ['hai triệu rưỡi', '2 triệu rưỡi', 'hai triệu năm trăm nghìn đồng', '2 triệu 500 ngàn đồng'],
  ],
  ['thousands parted by a blank', { unit: 'person', value: 1238 }, ['1 238 người', '1.238 người']],
  ['hundreds in words', { unit: 'VND', value: 150_000_000 }, ['một trăm năm mươi triệu đồng', '150 triệu']],
  [
    'a range of money without from',
    { unit: 'VND', min: 900_000_000, max: 1_030_000_000 },
    ['900 đến 1.030 triệu đồng', '900 triệu tới 1.030 triệu đồng', 'từ 900 triệu đồng đến 1.030 triệu đồng'],
  ],
  ['a range in words', { unit: 'organisation', min: 3, max: 5 }, ['ba đến năm HTX', '3 - 5 HTX', 'từ 3 tới 5 HTX']],
  [
    'a range behind what each has',
    { unit: 'person', min: 12, max: 13 },
    ['mỗi tổ 12 - 13 thành viên', 'mỗi nhóm 12 đến 13 người'],
  ],
  [
    'a range of money',
    { unit: 'VND', min: 4_000_000, max: 5_000_000 },
    ['4-5 triệu đồng', 'từ 4 đến 5 triệu đồng', '4 triệu đồng - 5 triệu đồng'],
  ],
]

describe('a number and what belongs to it', () => {
  test.each(CORPUS)('%s', (_, wanted, phrases) => all(wanted, phrases))

  test('what a mean is taken over', () => {
    all({ unit: 'VND', value: 950_000_000, per: ['organisation', 'year'] }, ['950 triệu đồng/HTX/năm'])
    all({ unit: 'VND', value: 4_500_000, per: ['person', 'month'] }, [
      '4,5 triệu đồng/người/tháng',
      '4,5 tr.đ/người/tháng',
    ])
    all({ unit: 'person', value: 16, per: ['organisation'] }, ['16 người/THT'])
  })

  test('what compares', () => {
    const people = (comparator: Quantity['comparator']) => ({ value: 100, unit: 'person', comparator }) as const
    all(people('eq'), ['có 100 người'])
    all(people('about'), ['khoảng 100 người', 'gần 100 người'])
    all(people('gt'), ['trên 100 người', 'hơn 100 người'])
    all(people('ge'), ['ít nhất 100 người', 'tối thiểu 100 người', '100 người trở lên'])
    all(people('lt'), ['dưới 100 người'])
    all(people('le'), ['tối đa 100 người', 'không quá 100 người'])
  })

  test('a bare number has no unit', () => {
    all({ unit: null, value: 74 }, ['sơ cấp: 74'])
  })
})

test('a pair is two quantities of one unit', () => {
  expect(quantities('22/30 HTX')).toMatchObject([
    { value: 22, unit: 'organisation', pair: 'first' },
    { value: 30, unit: 'organisation', pair: 'second' },
  ])
  expect(quantities('50,6/150 triệu đồng')).toMatchObject([
    { value: 50_600_000, unit: 'VND', pair: 'first' },
    { value: 150_000_000, unit: 'VND', pair: 'second' },
  ])
})

test.each(['20/8/2019', 'năm 2019', 'giai đoạn 2016-2020', '9 tháng đầu năm', 'hai bên', 'một số HTX', 'ba vì'])(
  '%s holds no quantity',
  text => {
    expect(quantities(text)).toEqual([])
  },
)

test('the number that something rises from has the unit of the one it rises to', () => {
  expect(quantities('từ 1.061 xuống 834 thành viên').map(q => [q.value, q.unit])).toEqual([
    [1061, 'person'],
    [834, 'person'],
  ])
  expect(quantities('từ 10 lên 20 tr.đ/HTX').map(q => [q.value, q.per])).toEqual([
    [10_000_000, ['organisation']],
    [20_000_000, ['organisation']],
  ])
})

test.each(['thành lập mới một tổ', 'giải thể một HTX', 'tăng một HTX', 'nhiều hơn năm 2020 một tổ'])(
  '%s counts one',
  text => {
    expect(quantities(text).map(q => q.value)).toEqual([1])
  },
)

test.each(['giao cho một HTX', 'mỗi năm HTX trích quỹ', 'bình quân một HTX', 'cuối năm HTX tổ chức đại hội'])(
  '%s counts nothing',
  text => {
    expect(quantities(text)).toEqual([])
  },
)

test('money in any magnitude is the same money', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), million => {
      const billion = String(million / 1000).replace('.', ',')
      const [a] = quantities(`doanh thu ${million} triệu đồng`)
      const [b] = quantities(`doanh thu ${billion} tỷ đồng`)
      expect(a?.value).toBe(million * 1_000_000)
      // a comma before three digits has its other reading, in which the number is a thousand times as big
      expect([b?.value, b?.alternative]).toContain(million * 1_000_000)
    }),
  )
})

test('a count is read back in front of each of its counters', () => {
  const counters = ['hợp tác xã', 'HTX', 'tổ hợp tác', 'người', 'thành viên', 'lao động', 'ha', 'dự án']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1900 }), fc.constantFrom(...counters), (n, counter) => {
      const written = String(n).replace(/\B(?=(\d{3})+$)/g, '.')
      expect(quantities(`có ${written} ${counter}`).map(q => q.value)).toEqual([n])
    }),
  )
})

test('any text is lexed, in order and without overlap', () => {
  const piece = fc.constantFrom(
    '12',
    '3,5',
    '1.840',
    '%',
    '/',
    '-',
    'HTX',
    'triệu',
    'đồng',
    'năm',
    '2019',
    'từ',
    'đến',
    '(',
    ')',
    ',',
    '.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const terms = termsOf(pieces.join(' '))
      for (const [i, t] of terms.entries()) {
        expect(t.end).toBeGreaterThan(t.start)
        expect(t.start).toBeGreaterThanOrEqual(terms[i - 1]?.end ?? 0)
        expect(RULES.tags.names(t.tags).includes('Quantity')).toBe(t.quantity !== undefined)
      }
    }),
  )
})
