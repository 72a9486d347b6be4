import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation, Span } from '../../src/contract/index.ts'
import { type Chunk, type Line, layOut } from '../../src/web/document/text-layout.ts'
import { stubExtraction } from './stub/extraction.ts'
import { goldText } from './stub/gold.ts'

const [model] = stubExtraction(goldText('lang-son-2020'), 'x', 'lang-son-2020').observations
if (model === undefined) throw new Error('the gold document has records')

const records = (...spans: Span[]): Observation[] =>
  spans.map((span, i) => ({ ...model, id: `o${i}`, evidence: { ...model.evidence, ...span } }))

const linesOf = (chunks: readonly Chunk[]): Line[] =>
  chunks.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'table' ? block.rows.flat() : [block.line])))

const inkOf = (text: string, chunks: readonly Chunk[]) =>
  linesOf(chunks).flatMap(({ pieces }) =>
    pieces.filter(p => p.kind !== 'plain').map(p => [text.slice(p.start, p.end), p.kind, p.records.join(' ')]),
  )

describe('the layout of a text', () => {
  test('marks the numbers of records and those that nothing explains', () => {
    const text = 'có 242 HTX\n5 tổ'
    const chunks = layOut(text, records({ start: 3, end: 6 }), [{ start: 11, end: 12 }])
    expect(inkOf(text, chunks)).toEqual([
      ['242', 'ink', 'o0'],
      ['5', 'unexplained', ''],
    ])
  })

  test('gives a number that several records share all their ids', () => {
    const text = 'có 22/30 HTX'
    const chunks = layOut(text, records({ start: 3, end: 8 }, { start: 3, end: 5 }, { start: 3, end: 8 }), [])
    expect(inkOf(text, chunks)).toEqual([['22/30', 'ink', 'o0 o2 o1']])
  })

  test('cuts a number at the end of its line and keeps both parts', () => {
    const text = 'có 1.\n840 HTX'
    expect(inkOf(text, layOut(text, records({ start: 3, end: 9 }), []))).toEqual([
      ['1.', 'ink', 'o0'],
      ['840', 'ink', 'o0'],
    ])
  })

  test('makes one table of a run of lines with tabs', () => {
    const text = 'Phụ lục\nTT\tChỉ tiêu\t2020\r\n1\tSố HTX\t275\nHết'
    const [chunk] = layOut(text, records({ start: 36, end: 39 }), [])
    expect(chunk?.blocks.map(({ kind }) => kind)).toEqual(['line', 'table', 'line'])
    const table = chunk?.blocks[1]
    const cells = table?.kind === 'table' ? table.rows.map(row => row.map(c => text.slice(c.start, c.end))) : []
    expect(cells).toEqual([
      ['TT', 'Chỉ tiêu', '2020'],
      ['1', 'Số HTX', '275'],
    ])
  })

  test('loses no character, whatever the text and wherever the records stand', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'ộ', '7', ' ', '\t', '\n', '\r\n', '<'), maxLength: 200 })
    const spans = fc.array(fc.record({ start: fc.nat(210), end: fc.nat(210) }), { maxLength: 12 })
    fc.assert(
      fc.property(texts, spans, spans, (text, inked, unexplained) => {
        const lines = linesOf(layOut(text, records(...inked), unexplained))
        for (const { start, end, pieces } of lines) {
          expect(pieces.map(p => text.slice(p.start, p.end)).join('')).toBe(text.slice(start, end))
        }
        const shown = lines.map(({ start, end }) => text.slice(start, end)).join('')
        expect(shown).toBe(text.replaceAll(/\r?\n|\t/g, ''))
      }),
    )
  })
})
