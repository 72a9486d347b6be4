import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chunk, layOut } from '../../src/web/document/text-layout.ts'
import { blocksOf, linesOf, records, spans, texts } from './stub/drawn-text.ts'

const inkOf = (text: string, chunks: readonly Chunk[]) =>
  linesOf(chunks).flatMap(({ pieces }) =>
    pieces.filter(p => p.kind !== 'plain').map(p => [text.slice(p.start, p.end), p.kind, p.records.join(' ')]),
  )

describe('the layout of a text', () => {
  test('marks the numbers of records and those that nothing explains', () => {
    const text = 'có 242 HTX\n5 tổ'
    const chunks = layOut(text, records({ start: 3, end: 6 }), [{ start: 11, end: 12 }], [])
    expect(inkOf(text, chunks)).toEqual([
      ['242', 'ink', 'o0'],
      ['5', 'unexplained', ''],
    ])
  })

  test('gives a number that several records share all their ids', () => {
    const text = 'có 22/30 HTX'
    const chunks = layOut(text, records({ start: 3, end: 8 }, { start: 3, end: 5 }, { start: 3, end: 8 }), [], [])
    expect(inkOf(text, chunks)).toEqual([['22/30', 'ink', 'o0 o2 o1']])
  })

  test('cuts a number at the end of its line and keeps both parts', () => {
    const text = 'có 1.\n840 HTX'
    expect(inkOf(text, layOut(text, records({ start: 3, end: 9 }), [], []))).toEqual([
      ['1.', 'ink', 'o0'],
      ['840', 'ink', 'o0'],
    ])
  })

  test('sets a run of lines with tabs apart', () => {
    const text = 'Phụ lục\nTT\tChỉ tiêu\t2020\r\n1\tSố HTX\t275\nHết'
    const blocks = blocksOf(layOut(text, records({ start: 36, end: 39 }), [], []))
    expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'tabs', 'line'])
    const rows = blocks[1]?.kind === 'tabs' ? blocks[1].rows : []
    expect(rows.map(row => row.map(c => text.slice(c.start, c.end)))).toEqual([
      ['TT', 'Chỉ tiêu', '2020'],
      ['1', 'Số HTX', '275'],
    ])
  })

  test('loses no character, whatever the text and wherever the records stand', () => {
    fc.assert(
      fc.property(texts, spans, spans, (text, inked, unexplained) => {
        const lines = linesOf(layOut(text, records(...inked), unexplained, []))
        for (const { start, end, pieces } of lines) {
          expect(pieces.map(p => text.slice(p.start, p.end)).join('')).toBe(text.slice(start, end))
        }
        const shown = lines.map(({ start, end }) => text.slice(start, end)).join('')
        expect(shown).toBe(text.replaceAll(/\r?\n|\t/g, ''))
      }),
    )
  })
})
