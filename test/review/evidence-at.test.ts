import { describe, expect, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { evidenceAt } from '../../src/review/evidence-at.ts'
import { extractionOf } from '../support/extraction.ts'

const TEXT = 'Có 1.599 thành viên.\nSố HTX\t40\n'
const read = extractionOf(new TextEncoder().encode(TEXT), 'a.pdf', {
  tables: [
    {
      ...{ id: 't1', title: null, unit: null, page: 3, formulas: [] },
      header: [],
      rows: [
        [
          {
            ...{ start: TEXT.indexOf('40'), end: TEXT.indexOf('40') + 2, text: '40', row: 0, column: 1 },
            ...{ rowSpan: 1, columnSpan: 1, page: 3, box: [50, 10, 90, 20] },
          },
        ],
      ],
    },
  ],
})
const scan: Extraction = {
  ...read,
  words: [
    { start: 0, end: 2, page: 2, box: [10, 100, 20, 110] },
    { start: 3, end: 8, page: 2, box: [25, 100, 50, 110] },
    { start: 9, end: 14, page: 2, box: [55, 98, 80, 110] },
  ],
}
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const unknown = { page: null, box: null }

describe('what a reviewer adds stands', () => {
  test('on a scan at the ink of its words', () => {
    expect(evidenceAt(scan, at('1.599'), unknown)).toMatchObject({ page: 2, box: [25, 100, 50, 110] })
    expect(evidenceAt(scan, at('599 thành'), unknown)).toMatchObject({ page: 2, box: [35, 98, 80, 110] })
  })

  test('in a table in the box of its cell', () => {
    expect(evidenceAt(read, at('40'), unknown)).toMatchObject({ page: 3, box: [50, 10, 90, 20] })
  })

  test('where the reviewer has drawn it, whatever was recognised there, and elsewhere at no known place of a page', () => {
    const drawn = { page: 2, box: [24, 99, 51, 111] as [number, number, number, number] }
    expect(evidenceAt(scan, at('1.599'), drawn)).toMatchObject(drawn)
    expect(evidenceAt(read, at('1.599'), unknown)).toMatchObject({ page: null, box: null })
  })
})
