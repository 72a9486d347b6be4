import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTables, spansOf, textsOf } from './read-tables.ts'

const file = (path: string): Buffer => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url))

/** The rows of the tables of a text, where cells are set apart by tabs. */
const rowsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter(line => line.includes('\t'))
    .map(line =>
      line
        .replace(/<\/?i>|\*\*/g, '')
        .split('\t')
        .map(cell => cell.trim()),
    )

describe.each(['bac-kan-2020', 'tinh-ke-hoach-2022-bang'])('the annexes of %s', name => {
  it('have as PDF the cells that their text has', async () => {
    const document = await readTables(file(`documents/${name}.pdf`))
    expect(document.tables.flatMap(table => textsOf(document, table))).toEqual(
      rowsOf(file(`gold/${name}.txt`).toString()),
    )
  })
})

describe('the head of an annex', () => {
  it('keeps its cells over several rows and columns', async () => {
    const document = await readTables(file('documents/tinh-ke-hoach-2022-bang.pdf'))
    expect(spansOf(document, document.tables[0])).toEqual([
      'TT 2x1',
      'Chỉ tiêu 2x1',
      'ĐVT 2x1',
      'TH năm 2020 2x1',
      'Năm 2021 1x2',
      'KH năm 2022 2x1',
      'So sánh (%) 1x3',
    ])
  })

  it('has three rows where they are nested', async () => {
    const document = await readTables(file('documents/bac-kan-2020.pdf'))
    expect(spansOf(document, document.tables.at(-1))).toEqual([
      'STT 3x1',
      'Đơn vị tỉnh 3x1',
      ...['Thực hiện năm 2018', 'Ước thực hiện năm 2019', 'Kế hoạch năm 2020'].map(text => `${text} 1x3`),
      ...[1, 2, 3].flatMap(() => ['Tổng số 2x1', 'Trong đó 1x2']),
    ])
  })
})

describe('a table over several pages', () => {
  it('has one part a page, all with the same columns', async () => {
    const { tables } = await readTables(file('documents/tinh-ke-hoach-2022-bang.pdf'))
    expect(tables.map(table => table.page)).toEqual([3, 4])
    expect(tables.map(table => Math.max(...table.cells.map(cell => cell.column)))).toEqual([9, 9])
  })
})
