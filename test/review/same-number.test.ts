import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Box, Evidence, TableCell } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { isSameNumber } from '../../src/review/same-number.ts'
import { extractionOf } from '../support/extraction.ts'

const TEXT = 'Có 28/41 HTX.\nSố HTX\t40\nThành viên\t1.650/1.520\n'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const cell = (text: string, row: number, column: number, box: Box): TableCell => ({
  ...{ ...at(text), text, row, column, rowSpan: 1, columnSpan: 1, page: 1, box },
})
const read = extractionOf(new TextEncoder().encode(TEXT), 'a.pdf', {
  tables: [
    {
      ...{ id: 't1', title: null, unit: null, page: 1, formulas: [], header: [] },
      rows: [
        [cell('Số HTX', 0, 0, [0, 100, 100, 114]), cell('40', 0, 1, [100, 100, 200, 114])],
        [cell('Thành viên', 1, 0, [0, 114, 100, 128]), cell('1.650/1.520', 1, 1, [100, 114, 200, 128])],
      ],
    },
  ],
})

type Place = Parameters<typeof isSameNumber>[1]
const number = (words: string, box: Box | null, row?: number): Place => ({
  ...{ ...at(words), page: 1, quote: words, box },
  cell: row === undefined ? null : { table: 't1', row, column: 1, rowHeader: [], columnHeader: [], headers: [] },
})
const drawn = (box: Box, quote = '', page = 1): Place => ({ start: 0, end: 0, page, box, quote, cell: null })
const same = (a: Place, b: Place) => {
  const found = isSameNumber(read, a, b)
  expect(isSameNumber(read, b, a)).toBe(found)
  return found
}

describe('two places are those of one number', () => {
  test('where their words overlap', () => {
    expect(same(number('28', null), number('28/41', null))).toBe(true)
    expect(same(number('28', null), number('41', null))).toBe(false)
  })

  test('where one of two boxes on a page holds the middle of the other', () => {
    expect(same(drawn([10, 10, 30, 20]), drawn([9, 9, 31, 21]))).toBe(true)
    expect(same(drawn([10, 10, 30, 20]), drawn([0, 0, 100, 50]))).toBe(true)
    expect(same(drawn([10, 10, 30, 20]), drawn([25, 10, 45, 20]))).toBe(false)
    expect(same(drawn([10, 10, 30, 20]), drawn([10, 17, 30, 27]))).toBe(false)
    expect(same(drawn([10, 10, 30, 20]), drawn([10, 10, 30, 20], '', 2))).toBe(false)
  })

  test('in a line, where boxes are somewhat astray, by what was read in the box', () => {
    // The ink of 41 stands where that of 28 was reckoned to be.
    const [reckoned, ink] = [number('28', [400, 10, 411, 24]), [402, 9, 420, 25] as Box]
    expect(same(reckoned, drawn(ink))).toBe(true)
    expect(same(reckoned, drawn(ink, '28'))).toBe(true)
    expect(same(reckoned, drawn(ink, '41'))).toBe(false)
    expect(same(reckoned, drawn([385, 9, 399, 25], '28 HTX'))).toBe(true)
    expect(same(reckoned, drawn([385, 9, 399, 25]))).toBe(false)
    expect(same(reckoned, drawn([340, 9, 358, 25], '28'))).toBe(false)
    expect(same(reckoned, drawn([402, 25, 420, 39], '28'))).toBe(false)
  })

  test('in a cell anywhere, as long as it holds no other; else by what was read in the box', () => {
    const [alone, first] = [number('40', [100, 100, 200, 114], 0), number('1.650', [100, 114, 200, 128], 1)]
    expect(same(alone, drawn([180, 101, 195, 113]))).toBe(true)
    // It reaches over the border of its row.
    expect(same(alone, drawn([180, 107, 195, 127], '40'))).toBe(false)
    expect(same(first, drawn([180, 115, 195, 127]))).toBe(false)
    expect(same(first, drawn([180, 115, 195, 127], '1.520'))).toBe(false)
    expect(same(first, drawn([110, 115, 130, 127], '1650'))).toBe(true)
  })

  test('on a scan by the ink alone: its number may be misread', () => {
    const scan = { ...read, words: [{ ...at('28/41'), page: 1, box: [10, 10, 60, 20] as Box }] }
    expect(isSameNumber(scan, number('28', [10, 10, 30, 20]), drawn([9, 9, 31, 21], '23'))).toBe(true)
    expect(isSameNumber(scan, number('28', [10, 10, 30, 20]), drawn([35, 9, 61, 21], '28'))).toBe(false)
  })

  test('of a real plan each number with the box around it, and with no other', async () => {
    const file = readFileSync(new URL('../../fixtures/documents/bac-kan-2020.pdf', import.meta.url))
    const result = await extract(file, 'bac-kan-2020.pdf')
    if (!result.ok) throw new Error(result.problem.code)
    const { extraction } = result
    const around = ({ page, box, start, end }: Evidence): Place => {
      if (box === null) throw new Error('a number has no box')
      const [left, top, right, bottom] = box
      const quote = extraction.text.slice(start, end)
      return { ...drawn([left - 1, top - 1, right + 1, bottom + 1], quote), page }
    }
    const found = extraction.observations.map(({ evidence }) =>
      extraction.observations
        .filter(other => isSameNumber(extraction, other.evidence, around(evidence)))
        .map(o => o.id),
    )
    expect(found).toEqual(extraction.observations.map(o => [o.id]))
  })
})
