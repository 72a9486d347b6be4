import { describe, expect, it } from 'vitest'
import type { ReadObservation } from '../../../src/contract/index.ts'
import { inPlanTable, observedIn } from './in-table.ts'

/** A cell of a table about cooperatives, their members and their revenue. */
const cellOf =
  (label: string, unit: string) =>
  (marked: string): ReadObservation | null =>
    inPlanTable(
      [
        'TT | Chỉ tiêu | ĐVT | TH 2018 | ƯTH 2019',
        `1 | ${label} | ${unit} | ${marked} | 176`,
        '2 | Tổng số tổ hợp tác | THT | 66 | 107',
        '3 | Số HTX giải thể | HTX | 12 | 15',
      ].join('\n'),
    )

const count = cellOf('Tổng số hợp tác xã', 'HTX')
const people = cellOf('Tổng số thành viên hợp tác xã', 'Người')
const money = cellOf('Doanh thu bình quân một hợp tác xã', 'Tr đồng')

describe('a figure is read', () => {
  it.each([
    ['as it stands', count('[160]'), { value: 160 }],
    ['with a nought before it', count('[06]'), { value: 6 }],
    ['with points between thousands', people('[1.270]'), { value: 1270 }],
    ['with points between millions', people('[1.270.315]'), { value: 1270315 }],
    ['with blanks between thousands', people('[1 270]'), { value: 1270 }],
    ['with a point and a blank between thousands', people('[8. 070]'), { value: 8070 }],
    ['with a comma between thousands of people, who are whole', people('[1,270]'), { value: 1270 }],
    ['with a decimal comma', money('[614,5]'), { value: 614.5e6 }],
    ['with thousands and a decimal comma', money('[1.614,5]'), { value: 1614.5e6 }],
    ['with a minus', money('[-12,5]'), { value: -12.5e6 }],
    ['with a mark of a footnote', count('[160](*)'), { value: 160 }],
    ['with a star behind it', count('[160]*'), { value: 160 }],
    ['with a number of a footnote', count('[160] (1)'), { value: 160 }],
    ['with a raised number of a footnote', count('[160]²'), { value: 160 }],
    ['with a sign that it is the least', count('≥ [160]'), { value: 160, comparator: 'ge' }],
    ['with a sign that it is more', count('>[160]'), { value: 160, comparator: 'gt' }],
    ['with a word that it is the least', count('Trên [160]'), { value: 160, comparator: 'gt' }],
    ['with a word that it is about that', count('Khoảng [160]'), { value: 160, comparator: 'about' }],
    ['with its unit', count('[160] HTX'), { value: 160, unit: 'organisation' }],
  ])('%s', (_, found, wanted) => {
    expect(found).toMatchObject({ comparator: 'eq', ...wanted })
  })

  it.each([
    ['lO', 10],
    ['1O', 10],
    ['l6', 16],
    ['I60', 160],
    ['16O', 160],
    ['1.27O', 1270],
    ['1S', 15],
  ])('%s, which a scan made of digits, as %i', (written, value) => {
    expect(people(`[${written}]`)).toMatchObject({ value })
  })

  it('as a range', () => {
    for (const range of ['[15-20]', '[15 - 20]', '[15–20]']) expect(count(range)).toMatchObject({ min: 15, max: 20 })
  })

  it('with its other reading beside it', () => {
    expect(money('[1,956]')).toMatchObject({ value: 1.956e6, alternatives: [{ value: 1956 }] })
  })
})

describe('a share in brackets behind a figure', () => {
  it('is a share of what the figure counts', () => {
    expect(count('139 ([48,3]%)')).toMatchObject({
      ...{ indicator: 'organisations', measure: 'share', unit: 'percent', value: 48.3 },
      ...{ period: '2018', status: 'actual' },
    })
  })

  it('leaves the figure what it is', () => {
    expect(count('[139] (48,3%)')).toMatchObject({ measure: 'level', unit: 'organisation', value: 139 })
  })
})

describe('what was reached and what was planned in one cell', () => {
  it('are two figures, the second a target', () => {
    expect(count('[22]/30')).toMatchObject({ value: 22, status: 'actual' })
    expect(count('22/[30]')).toMatchObject({ value: 30, status: 'target' })
  })
})

describe('marks for no figure', () => {
  const numbersIn = (cell: string): string[] =>
    observedIn(
      `TT | Chỉ tiêu | ĐVT | TH 2018 | ƯTH 2019\n1 | Tổng số LHHTX | LHHTX | ${cell} | 7\n2 | Tổng số HTX | HTX | 160 | 176`,
    ).map(({ n }) => n)

  it.each(['-', '–', '', '…', '...', 'x', '(-)', '_', '*', 'không'])('%j is no observation', mark => {
    expect(numbersIn(mark)).toEqual(['7', '160', '176'])
  })

  it.each(['0', '00', '0,0'])('%j is one', nought => {
    expect(numbersIn(nought)).toEqual([nought, '7', '160', '176'])
    expect(count(`[${nought}]`)?.value).toBe(0)
  })
})

describe('no observation is made of', () => {
  const TABLE = `TT | Chỉ tiêu | Mã số | ĐVT | TH 2018 | Ghi chú
A | B | C | 1 | 2 | 3
1 | Tổng số HTX | 01 | HTX | 160 | Theo QĐ 15
2 | Số HTX được hỗ trợ theo Nghị định 193 | 02 | HTX | 12 | 5 tháng`

  it('numbers of rows, columns and codes, and of notes', () => {
    expect(observedIn(TABLE).map(({ n }) => n)).toEqual(['160', '12'])
  })

  it('years and dates of heads', () => {
    const table = 'TT | Chỉ tiêu | 31/12/2018 | 2019\n1 | Tổng số HTX | 160 | 176\n2 | Tổng số THT | 66 | 107'
    expect(observedIn(table).map(({ n }) => n)).toEqual(['160', '176', '66', '107'])
  })

  it('years in which organisations were founded', () => {
    const table =
      'TT | Tên HTX | Năm thành lập | Số thành viên\n1 | HTX Tân Tiến | 2015 | 12\n2 | HTX Yên Dương | 2017 | 31'
    expect(observedIn(table).map(({ n }) => n)).toEqual(['12', '31'])
  })

  it('a head that is printed again', () => {
    const part = (rows: string) => `TT | Chỉ tiêu | ĐVT | TH 2018\n(1) | (2) | (3) | (4)\n${rows}`
    const text = `${part('1 | Tổng số HTX | HTX | 160\n2 | Thành viên | Người | 1.270')}\n\n${part('3 | Lao động | Người | 1.420\n4 | Tổng số THT | THT | 66')}`
    expect(observedIn(text).map(({ n }) => n)).toEqual(['160', '1.270', '1.420', '66'])
  })

  it('a page number between two parts of a table', () => {
    const head = 'TT | Chỉ tiêu | ĐVT | TH 2018'
    const text = `${head}\n1 | Tổng số HTX | HTX | 160\n2 | Thành viên | Người | 1.270\n\n12\n\n${head}\n3 | Lao động | Người | 1.420\n4 | Tổng số THT | THT | 66`
    expect(observedIn(text).map(({ n }) => n)).toEqual(['160', '1.270', '1.420', '66'])
  })
})

it('each figure of a whole table is an observation', () => {
  const table = `TT | Chỉ tiêu | ĐVT | TH 2018 | Năm 2019 | | KH 2020
 | | | | Kế hoạch | Ước TH |
I | Hợp tác xã | | | | |
1 | Tổng số hợp tác xã | HTX | 160 | 172 | 176 | 201
 | Số HTX thành lập mới | HTX | 35 | 30 | - | 25
2 | Tổng số thành viên | Người | 1.270 | 1.520 | 1.599 | 1.809`
  expect(observedIn(table).map(({ n }) => n)).toEqual('160 172 176 201 35 30 25 1.270 1.520 1.599 1.809'.split(' '))
})
