import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellReadTwice, cellsToReread, settledReading } from '../../../../src/read/ocr/cells/reread.ts'

const column = (column: number, ...cells: readonly (readonly [text: string, confidence: number])[]) =>
  cells.map(([text, confidence], row) => ({ row, column, text, confidence }))

describe('cells that are read again', () => {
  it('are those of columns of figures that are none, or uncertain', () => {
    const figures = column(
      2,
      ['Năm 2019', 96],
      ['1.599', 95],
      ['l76', 80],
      ['105,2%', 60],
      ['-', 93],
      ['25/41', 92],
      ['', 0],
      ['S', 40],
    )
    expect(cellsToReread(figures)).toEqual([2, 3, 7])
  })

  it('are not its heads, nor words that stand among figures', () => {
    const figures = column(2, ['Kế hoạch 2019', 50], ['12', 95], ['13', 95], ['14', 95], ['HTX', 30], ['Số 5', 30])
    expect(cellsToReread(figures)).toEqual([])
  })

  it('are none of a column of words, however uncertain', () => {
    expect(cellsToReread(column(1, ['HTX', 20], ['Người', 30], ['Tr. đồng', 10], ['12', 96]))).toEqual([])
  })

  it('are none of a column with too few figures to know it by', () => {
    expect(cellsToReread(column(1, ['1', 20], ['I7', 30]))).toEqual([])
  })

  it('lie among those given, whatever they hold', () => {
    const reading = fc.record({ row: fc.nat(9), column: fc.nat(3), text: fc.string(), confidence: fc.nat(100) })
    fc.assert(
      fc.property(fc.array(reading), readings => {
        for (const index of cellsToReread(readings)) expect(readings[index]?.text.trim()).not.toBe('')
      }),
    )
  })
})

describe('two readings of a cell', () => {
  it.each([
    ['l76', '176', '176', true],
    ['1.S99', '1.599', '1.599', true],
    ['55,2', '552', '55,2', false],
    ['43,2', '', '43,2', false],
    ['HTX', '()', 'HTX', false],
    ['4O', '4 0', '40', true],
  ])('%j and %j are settled on %j', (first, second, text, isSecond) => {
    expect(settledReading(first, second)).toEqual({ text, isSecond })
  })

  it('that differ are both named', () => {
    const { code, text, page } = cellReadTwice('l76 ', '176', 3)
    expect([code, page]).toEqual(['cell-read-twice', 3])
    for (const said of [text.vi, text.en]) expect(said).toMatch(/"l76".*"176"/u)
  })
})
