import { describe, expect, it } from 'vitest'
import type { ReadObservation } from '../../../src/contract/index.ts'
import { inPlanTable } from './in-table.ts'

/** Where the unit of a marked number was found, and which words of the text name it. */
const unitOf = (marked: string) => {
  const found = inPlanTable(marked)
  if (found === null) return null
  const { unit, value, per, because } = found
  return { unit, value, per, from: because.unit?.from }
}

const REVENUE = 'Doanh thu bình quân một hợp tác xã'

/** A table about money, with the unit in one place. */
const UNITS: readonly (readonly [string, string, Partial<ReadObservation> & { from: string }])[] = [
  [
    'the number itself',
    `TT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} | [614] triệu đồng\n2 | Lãi bình quân một hợp tác xã | 52 triệu đồng`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'number' },
  ],
  [
    'the label, in brackets',
    `TT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} (triệu đồng) | [614]\n2 | Số thành viên (người) | 1.270`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'row' },
  ],
  [
    'the label, behind a comma',
    `TT | Chỉ tiêu | TH 2018\n1 | ${REVENUE}, triệu đồng | [614]\n2 | Số thành viên, người | 1.270`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'row' },
  ],
  [
    'the label, with its word for it',
    `TT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} (ĐVT: tỷ đồng) | [6,1]\n2 | Số thành viên | 1.270`,
    { unit: 'VND', value: 6.1e9, per: ['organisation'], from: 'row' },
  ],
  [
    'the column of units',
    `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | Tr đồng/năm | [614]\n2 | Số thành viên | Người | 1.270`,
    { unit: 'VND', value: 614e6, per: ['organisation', 'year'], from: 'row' },
  ],
  [
    'the column of units, short',
    `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | Trđ | [614]\n2 | Số thành viên | Người | 1.270`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'row' },
  ],
  [
    'the column of units, by thousands',
    `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | 1.000 đ | [614]\n2 | Số thành viên | Người | 1.270`,
    { unit: 'VND', value: 614e3, per: ['organisation'], from: 'row' },
  ],
  [
    'the column of units, by its row above',
    `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | Tr đồng | 614\n2 | Lãi bình quân một hợp tác xã | nt | [52]`,
    { unit: 'VND', value: 52e6, per: ['organisation'], from: 'row' },
  ],
  [
    'the head',
    `TT | Huyện | Số HTX | ${REVENUE} (triệu đồng)\n1 | Ba Bể | 12 | [614]\n2 | Chợ Đồn | 31 | 520`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'column' },
  ],
  [
    'a head of its own below the words',
    `TT | Huyện | Số HTX | ${REVENUE}\n | | HTX | Triệu đồng\n1 | Ba Bể | 12 | [614]\n2 | Chợ Đồn | 31 | 520`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'column' },
  ],
  [
    'the caption',
    `DOANH THU CỦA CÁC HỢP TÁC XÃ\nĐơn vị tính: triệu đồng\nTT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} | [614]\n2 | Lãi bình quân một hợp tác xã | 52`,
    { unit: 'VND', value: 614e6, per: ['organisation'], from: 'caption' },
  ],
  [
    'the caption, in brackets behind the title',
    `DOANH THU CỦA CÁC HỢP TÁC XÃ (ĐVT: tỷ đồng)\nTT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} | [1,2]\n2 | Lãi bình quân một hợp tác xã | 0,1`,
    { unit: 'VND', value: 1.2e9, per: ['organisation'], from: 'caption' },
  ],
]

describe('the unit of a figure comes from', () => {
  it.each(UNITS)('%s', (_, table, wanted) => {
    expect(unitOf(table)).toMatchObject(wanted)
  })
})

describe('of several units the nearest holds', () => {
  it('the number’s before the column of units', () => {
    const table = `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | Tr đồng | [1,2] tỷ đồng\n2 | Lãi bình quân một HTX | Tr đồng | 52`
    expect(unitOf(table)).toMatchObject({ value: 1.2e9, from: 'number' })
  })

  it('the row’s before the caption', () => {
    const table = `DOANH THU CỦA CÁC HTX\nĐơn vị tính: triệu đồng\nTT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${REVENUE} | Tỷ đồng | [1,2]\n2 | Lãi bình quân một HTX | Tr đồng | 52`
    expect(unitOf(table)).toMatchObject({ value: 1.2e9, from: 'row' })
  })

  it('and money in the caption is not that of what is counted', () => {
    const table =
      'TÌNH HÌNH CHO VAY\nĐơn vị tính: triệu đồng\nTT | Chỉ tiêu | TH 2018\n1 | Số hợp tác xã được vay vốn | [12]\n2 | Số tiền được vay | 614'
    expect(unitOf(table)).toMatchObject({ unit: 'organisation', value: 12 })
    expect(unitOf(table.replace('[12]', '12').replace('614', '[614]'))).toMatchObject({ unit: 'VND', value: 614e6 })
  })
})

it('without any word for it the indicator has its own', () => {
  const table = 'TT | Chỉ tiêu | TH 2018\n1 | Tổng số hợp tác xã | [160]\n2 | Tổng số thành viên | 1.270'
  expect(unitOf(table)).toMatchObject({ unit: 'organisation', value: 160, per: [] })
})

it('the reason points at the words that name the unit', () => {
  const caption = 'DOANH THU CỦA CÁC HTX\nĐơn vị tính: triệu đồng\n'
  const table = `TT | Chỉ tiêu | TH 2018\n1 | ${REVENUE} | [614]\n2 | Lãi bình quân một HTX | 52`
  const inCaption = inPlanTable(caption + table)
  const { start = 0, end = 0 } = inCaption?.because.unit ?? {}
  expect(end - start).toBe('triệu đồng'.length)
  expect(start).toBeLessThan(inCaption?.evidence.start ?? 0)
})

describe('averages', () => {
  it.each([
    ['Thu nhập bình quân của lao động', 'Tr đồng/người/năm', ['person', 'year']],
    ['Thu nhập bình quân của lao động', 'Tr.đ/người/tháng', ['person', 'month']],
    ['Thu nhập bình quân của lao động', 'Trđ/ng/th', ['person', 'month']],
    ['Doanh thu bình quân một HTX', 'Tr đồng/HTX/năm', ['organisation', 'year']],
    ['Doanh thu bình quân một HTX', 'Tr đồng/HTX', ['organisation']],
  ])('%s in %s are over %j', (label, unit, per) => {
    const table = `TT | Chỉ tiêu | ĐVT | TH 2018\n1 | ${label} | ${unit} | [42]\n2 | Số thành viên | Người | 1.270`
    expect(inPlanTable(table)).toMatchObject({ unit: 'VND', value: 42e6, per })
  })
})

describe('shares', () => {
  it.each([
    [
      'in the column of units',
      'TT | Chỉ tiêu | ĐVT | TH 2018\n1 | Tỷ lệ HTX hoạt động hiệu quả | % | [60,5]\n2 | Số HTX | HTX | 160',
    ],
    ['in the label', 'TT | Chỉ tiêu | TH 2018\n1 | Tỷ lệ HTX hoạt động hiệu quả (%) | [60,5]\n2 | Số HTX | 160'],
    ['beside the figure', 'TT | Chỉ tiêu | TH 2018\n1 | Tỷ lệ HTX hoạt động hiệu quả | [60,5]%\n2 | Số HTX | 160'],
  ])('are known by a percent sign %s', (_, table) => {
    expect(inPlanTable(table)).toMatchObject({
      ...{ measure: 'share', unit: 'percent', value: 60.5, per: [] },
      indicator: 'organisations_effective',
    })
  })

  it('of a count in the row above are of what that counts', () => {
    const table =
      'TT | Chỉ tiêu | ĐVT | TH 2018\n1 | Số HTX hoạt động hiệu quả | HTX | 97\n | Tỷ lệ | % | [60,5]\n2 | Số HTX | HTX | 160'
    expect(inPlanTable(table)).toMatchObject({
      ...{ measure: 'share', unit: 'percent', value: 60.5 },
      indicator: 'organisations_effective',
    })
  })
})
