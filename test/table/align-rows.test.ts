import { describe, expect, it } from 'vitest'
import { alignRows } from '../../src/table/align-rows.ts'
import { drawnGrid, isUnit, placesOf, WORDS } from './drawn.ts'

const BODY = `
1 | Tổng số hợp tác xã | HTX | 160 | 172 | 176
2 | Tổng số thành viên | Người | 1.270 | 1.520 | 1.599
3 | Lao động thường xuyên | Người | 1.420 | 1.650 | 1.650
`
const HEAD = 'TT | Chỉ tiêu | Đơn vị tính | TH 2018 | KH 2019 | ƯTH 2019'

/** The rows of a table once they are put right, and which of them were moved. */
const aligned = (drawn: string, head: number) => {
  const { grid, moved } = alignRows(drawnGrid(drawn), head, isUnit, WORDS)
  const rows = Array.from({ length: grid.height }, (_, row) =>
    Array.from({ length: grid.width }, (_, column) => grid.textAt(row, column)).join(' | '),
  )
  return { rows: rows.map(row => row.replace(/(?: \| )+$/, '')), moved }
}

const rowsOf = (drawn: string): string[] => placesOf(drawn).map(row => row.join(' | '))

describe('a row that lost the cell before its label', () => {
  it('is moved to where its label stands under the labels', () => {
    const table = `${HEAD}${BODY}Số thành viên mới | Người | 315 | 230 | 309`
    const { rows, moved } = aligned(table, 1)
    expect(rows.at(-1)).toBe(' | Số thành viên mới | Người | 315 | 230 | 309')
    expect(moved).toEqual([4])
  })

  it('is moved with the unit under the units, wherever the row stands', () => {
    const table = `${HEAD}\nSố HTX mới | HTX | 35 | 30 | 30${BODY}`
    expect(aligned(table, 1)).toMatchObject({ moved: [1] })
    expect(aligned(table, 1).rows[1]).toBe(' | Số HTX mới | HTX | 35 | 30 | 30')
  })

  it('is moved where a table has no column of units', () => {
    const table =
      'TT | Huyện | TH 2018 | KH 2019 | ƯTH 2019\n1 | Ba Bể | 12 | 14 | 15\n2 | Chợ Đồn | 31 | 33 | 34\nPác Nặm | 7 | 8 | 9'
    expect(aligned(table, 1).rows.at(-1)).toBe(' | Pác Nặm | 7 | 8 | 9')
  })
})

describe('a head that lost a cell', () => {
  it('is moved from its unit on to where the units stand', () => {
    const table = `TT | Đơn vị tính | TH 2018 | KH 2019 | ƯTH 2019${BODY}`
    const { rows, moved } = aligned(table, 1)
    expect(rows[0]).toBe('TT |  | Đơn vị tính | TH 2018 | KH 2019 | ƯTH 2019')
    expect(moved).toEqual([0])
  })
})

describe('what is left where it stands', () => {
  it.each([
    ['a table whose rows are whole', `${HEAD}${BODY}`, 1],
    [
      'a section that fills no columns of data',
      `${HEAD}\nI | HỢP TÁC XÃ |  |  |  | ${BODY}`.replace(/ \|(?= *\n1)/, ' | '),
      1,
    ],
    [
      'a row without number and unit, whose last column is filled',
      `${HEAD}${BODY} | Số thành viên mới |  | 315 | 230 | 309`,
      1,
    ],
    ['a table that numbers no rows', 'Huyện | TH 2018 | KH 2019\nBa Bể | 12 | 14\nChợ Đồn | 31 | 33\nPác Nặm | 7', 1],
  ])('%s', (_, table, head) => {
    const { rows, moved } = aligned(table, head)
    expect(moved).toEqual([])
    expect(rows).toEqual(rowsOf(table).map(row => row.replace(/(?: \| )+$/, '')))
  })
})

it('keeps each text at its place in the document', () => {
  const drawn = `${HEAD}${BODY}Số thành viên mới | Người | 315 | 230 | 309`
  const source = placesOf(drawn)
    .map(row => row.join('\t'))
    .join('\n')
  const { grid } = alignRows(drawnGrid(drawn), 1, isUnit, WORDS)
  for (const { start, end, content } of grid.cells) expect(source.slice(start, end)).toBe(content.text)
})
