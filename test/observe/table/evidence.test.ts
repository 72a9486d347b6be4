import { describe, expect, it } from 'vitest'
import { observedIn } from './in-table.ts'

const TABLE = `TÌNH HÌNH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2019
TT | Chỉ tiêu | ĐVT | TH 2018 | Năm 2019 | | KH 2020
 | | | | Kế hoạch | Ước thực hiện cả năm |
1 | 2 | 3 | 4 | 5 | 6 | 7
I | Hợp tác xã | | | | |
1 | Tổng số hợp tác xã | HTX | 160 | 172 | 176 | 201
 | Trong đó: | | | | |
 | Số HTX thành lập mới | HTX | 35 | 30 | 31 | 25
II | Tổ hợp tác | | | | |
1 | Tổng số tổ hợp tác | THT | 66 | 80 | 107 | 150`

const cellOf = (number: string) => {
  const found = observedIn(TABLE).filter(({ n }) => n === number)
  if (found.length !== 1) throw new Error(`${found.length} × ${number}`)
  return found[0]?.observation.evidence
}

describe('the evidence of a figure names', () => {
  it('its table and its place in it, the head counted', () => {
    expect(cellOf('176')?.cell).toMatchObject({ table: 't1', row: 4, column: 5 })
    expect(cellOf('160')?.cell).toMatchObject({ table: 't1', row: 4, column: 3 })
  })

  it('its heads, the outermost first, without the numbers of the columns', () => {
    expect(cellOf('176')?.cell?.columnHeader).toEqual(['Năm 2019', 'Ước thực hiện cả năm'])
    expect(cellOf('172')?.cell?.columnHeader).toEqual(['Năm 2019', 'Kế hoạch'])
    expect(cellOf('201')?.cell?.columnHeader).toEqual(['KH 2020'])
  })

  it('its label behind those that it stands under', () => {
    expect(cellOf('31')?.cell?.rowHeader).toEqual([
      'Hợp tác xã',
      'Tổng số hợp tác xã',
      'Trong đó:',
      'Số HTX thành lập mới',
    ])
    expect(cellOf('107')?.cell?.rowHeader).toEqual(['Tổ hợp tác', 'Tổng số tổ hợp tác'])
  })

  it('where each of these stands', () => {
    expect(cellOf('31')?.cell?.headers).toEqual([
      { row: 3, column: 1 },
      { row: 4, column: 1 },
      { row: 5, column: 1 },
      { row: 6, column: 1 },
      { row: 0, column: 4 },
      { row: 1, column: 5 },
    ])
  })

  it('its words, with label and unit', () => {
    expect(cellOf('176')?.quote).toBe('Tổng số hợp tác xã: 176 HTX')
  })

  it('its line', () => {
    const [first] = observedIn(TABLE)
    const lines = first?.text.slice(0, first.observation.evidence.start).split('\n').length
    expect(first?.observation.evidence.line).toBe(lines)
  })
})

it('labels in two columns are both named', () => {
  const table = `TT | Lĩnh vực | Chỉ tiêu | TH 2018 | KH 2019
1 | Nông nghiệp | Số hợp tác xã | 124 | 142
 | | Số thành viên | 900 | 950
2 | Vận tải | Số hợp tác xã | 3 | 2`
  const rowHeaders = Object.fromEntries(
    observedIn(table).map(({ n, observation }) => [n, observation.evidence.cell?.rowHeader]),
  )
  expect(rowHeaders).toMatchObject({
    124: ['Nông nghiệp', 'Số hợp tác xã'],
    3: ['Vận tải', 'Số hợp tác xã'],
  })
  expect(rowHeaders['900']?.slice(-2)).toEqual(['Nông nghiệp', 'Số thành viên'])
})

it('a label that goes on in the next row is named whole', () => {
  const table = `TT | Chỉ tiêu | ĐVT | TH 2018
1 | Số cán bộ quản lý HTX đã qua đào tạo đạt | Người | 62
 | trình độ sơ, trung cấp | |
2 | Tổng số thành viên | Người | 1.270`
  const found = observedIn(table).find(({ n }) => n === '62')?.observation
  expect(found).toMatchObject({ indicator: 'managers_basic' })
  expect(found?.evidence.cell?.rowHeader).toEqual(['Số cán bộ quản lý HTX đã qua đào tạo đạt trình độ sơ, trung cấp'])
})

it('figures of two tables name their own', () => {
  const text = `TÌNH HÌNH HỢP TÁC XÃ
TT | Chỉ tiêu | ĐVT | TH 2018
1 | Tổng số hợp tác xã | HTX | 160
2 | Tổng số thành viên | Người | 1.270

TÌNH HÌNH TỔ HỢP TÁC
TT | Chỉ tiêu | ĐVT | TH 2018
1 | Tổng số tổ hợp tác | THT | 66
2 | Tổng số thành viên tổ hợp tác | Người | 370`
  expect(observedIn(text).map(({ n, observation: o }) => `${n} ${o.evidence.cell?.table} ${o.subject}`)).toEqual([
    '160 t1 cooperative',
    '1.270 t1 cooperative',
    '66 t2 cooperative_group',
    '370 t2 cooperative_group',
  ])
})
