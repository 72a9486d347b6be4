import { describe, expect, it } from 'vitest'
import { headRows } from '../../src/table/head-rows.ts'
import { drawnGrid, WORDS } from './drawn.ts'

const HEADS: readonly (readonly [string, number, string])[] = [
  ['one row of words', 1, 'TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019\n1 | Tổng số HTX | HTX | 160 | 172'],
  ['years alone over figures', 1, 'Chỉ tiêu | 2017 | 2018 | 2019\nTổng số HTX | 150 | 160 | 176'],
  [
    'two rows, a head over several columns',
    2,
    'TT | Chỉ tiêu | Năm 2019 | ← | Kế hoạch 2020\n↑ | ↑ | Kế hoạch | Ước TH | ↑\n1 | Tổng số HTX | 172 | 176 | 201',
  ],
  [
    'two rows, of which the merged cells are lost',
    2,
    'TT | Chỉ tiêu | Năm 2019 | | Kế hoạch 2020\n | | Kế hoạch | Ước TH | \n1 | Tổng số HTX | 172 | 176 | 201',
  ],
  [
    'years below words',
    2,
    'TT | Chỉ tiêu | Thực hiện | ← | Kế hoạch\n↑ | ↑ | 2018 | 2019 | 2020\n1 | Tổng số HTX | 160 | 176 | 201',
  ],
  [
    'three rows',
    3,
    'TT | Nội dung | Kế hoạch 2020 | ← | ←\n↑ | ↑ | Tổng số | Trong đó | ←\n↑ | ↑ | ↑ | NSTW | NSĐP\n1 | Đào tạo | 500 | 300 | 200',
  ],
  [
    'a row that numbers the columns, however much stands above',
    3,
    'TT | Nội dung | Tổng số | Trong đó | ←\n↑ | ↑ | ↑ | NSTW | NSĐP\n1 | 2 | 3=4+5 | 4 | 5\n1 | Đào tạo | 500 | 300 | 200',
  ],
  [
    'a word cut over two rows',
    2,
    'TT | Chỉ tiêu | Đơn | TH | KH\n | | vị | 2018 | 2019\n1 | Tổng số HTX | HTX | 160 | 172',
  ],
  ['years against one another', 1, 'Chỉ tiêu | 2011 | 2012 | 12/11\nTổng số HTX | 150 | 160 | 106,7'],
  [
    'a section right below them that is all words',
    1,
    'TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019\nI | HỢP TÁC XÃ | | | \n1 | Tổng số HTX | HTX | 160 | 172',
  ],
  [
    'a row without figures right below them',
    1,
    'TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019\n1 | Tổng số LHHTX | LHHTX | - | -\n2 | Tổng số HTX | HTX | 160 | 172',
  ],
  ['no head', 0, '1 | Tổng số HTX | 160 | 172\n2 | Tổng số THT | 66 | 80'],
  ['words over figures of one district', 1, 'Huyện | Số HTX | Thành viên\nBa Bể | 12 | 140\nChợ Đồn | 31 | 402'],
]

describe('a head', () => {
  it.each(HEADS)('of %s takes %i rows', (_, rows, drawn) => {
    expect(headRows(drawnGrid(drawn), WORDS)).toBe(rows)
  })

  it('leaves one row to the body at least', () => {
    expect(headRows(drawnGrid('TT | Chỉ tiêu | ĐVT\nTT | Chỉ tiêu | ĐVT'), WORDS)).toBe(1)
  })

  it('ends where labels begin again, though words stand in the columns of data', () => {
    const drawn = [
      'TT | Nội dung | Kinh phí | Thời gian',
      '1 | Đào tạo cán bộ HTX | Lồng ghép | Quý II',
      '2 | Hỗ trợ thành lập mới | 50 | Quý III',
    ].join('\n')
    expect(headRows(drawnGrid(drawn), WORDS)).toBe(1)
  })
})
