import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation, Span, Table, TableCell } from '../../src/contract/index.ts'
import { layOut } from '../../src/web/document/text-layout.ts'
import { blocksOf, linesOf, records, spans, texts } from './stub/drawn-text.ts'

interface CellSketch extends Span {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly more?: Span[]
}

const cell = (text: string, sketch: Partial<CellSketch> & Span): TableCell => ({
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  page: null,
  box: null,
  text: text.slice(sketch.start, sketch.end),
  ...sketch,
})

const table = (header: TableCell[][], rows: TableCell[][], id = 't1'): Table => ({
  id,
  title: null,
  unit: null,
  page: null,
  header,
  rows,
  formulas: [],
})

/** A cell for each of some words of a text, from left to right, in one row. */
const rowOf = (text: string, row: number, ...words: string[]): TableCell[] => {
  let at = 0
  for (let i = 0; i < row; i += 1) at = text.indexOf('\n', at) + 1
  return words.map((word, column) => {
    const start = text.indexOf(word, at)
    at = start + word.length
    return cell(text, { start, end: at, row, column })
  })
}

/** What the rows of the only table of a text show: words of cells, `·` where there is none, `~` before a stray. */
const shown = (text: string, tables: Table[], observations: Observation[] = []): string[] => {
  const found = blocksOf(layOut(text, observations, [], tables)).find(block => block.kind === 'table')
  if (found?.kind !== 'table') return []
  const words = ({ start, end }: Span) => text.slice(start, end)
  return [...found.head, ...found.body].map(row =>
    row.kind === 'stray'
      ? row.lines.map(line => `~${words(line)}`).join()
      : row.cells.map(c => (c === null ? '·' : `${c.pieces.map(words).join(' ')}`)).join('|'),
  )
}

describe('the layout of a table', () => {
  test('takes cells that stand apart by runs of spaces, and leaves the prose around them', () => {
    const text = 'Bảng:\nChỉ tiêu     2019   2020\nSố HTX        160    172\n\nHết'
    const tables = [table([rowOf(text, 1, 'Chỉ tiêu', '2019', '2020')], [rowOf(text, 2, 'Số HTX', '160', '172')])]
    const blocks = blocksOf(layOut(text, [], [], tables))
    expect(blocks.map(block => (block.kind === 'line' ? text.slice(block.line.start, block.line.end) : '#'))).toEqual([
      'Bảng:',
      '#',
      '',
      'Hết',
    ])
    expect(shown(text, tables)).toEqual(['Chỉ tiêu|2019|2020', 'Số HTX|160|172'])
  })

  test('draws a cell once with all its lines, where other cells stand between them', () => {
    const text = 'Số hợp tác   160\nxã mới       (*)'
    const label = cell(text, { start: 0, end: 10, more: [{ start: 17, end: 23 }] })
    const figure = cell(text, { start: 13, end: 16, column: 1, more: [{ start: 30, end: 33 }] })
    expect(shown(text, [table([], [[label, figure]])])).toEqual(['Số hợp tác xã mới|160 (*)'])
  })

  test('shows what stands between the rows and belongs to no cell where it stands', () => {
    const text = 'TT\tSố\n1\t5\n2/3\nTT\tSố\n2\t6'
    const rows = [rowOf(text, 1, '1', '5'), rowOf(text, 4, '2', '6')]
    expect(shown(text, [table([rowOf(text, 0, 'TT', 'Số')], rows)])).toEqual(['TT|Số', '1|5', '~2/3,~TT\tSố', '2|6'])
  })

  test('waits with it until no merged cell reaches over the edge of the row', () => {
    const text = 'a\tb\n2/3\n\tc\nd\te'
    const rows = [
      [cell(text, { start: 0, end: 1, rowSpan: 2 }), cell(text, { start: 2, end: 3, column: 1 })],
      [cell(text, { start: 9, end: 10, row: 1, column: 1 })],
      [cell(text, { start: 11, end: 12, row: 2 }), cell(text, { start: 13, end: 14, row: 2, column: 1 })],
    ]
    expect(shown(text, [table([], rows)])).toEqual(['a|b', 'c', '~2/3', 'd|e'])
  })

  test('fills the places that no cell reaches, and none that a merged cell reaches over', () => {
    const text = 'a\tb\nc'
    const wide = cell(text, { start: 0, end: 1, rowSpan: 2, columnSpan: 2 })
    const rows = [
      [wide, cell(text, { start: 2, end: 3, column: 3 })],
      [cell(text, { start: 4, end: 5, row: 1, column: 3 })],
    ]
    expect(shown(text, [table([], rows)])).toEqual(['a|·|b', '·|c'])
  })

  test('leaves borders out that are drawn with characters', () => {
    const text = '| a | b |\n|---|---|\n| c | d |'
    const tables = [table([rowOf(text, 0, 'a', 'b')], [rowOf(text, 2, 'c', 'd')])]
    expect(shown(text, tables)).toEqual(['a|b', 'c|d'])
    expect(blocksOf(layOut(text, [], [], tables)).map(({ kind }) => kind)).toEqual(['table'])
  })

  test('knows the labels of rows from the records, and numbers before them as ordinals', () => {
    const text = '1\tHTX\t5'
    const row = rowOf(text, 0, '1', 'HTX', '5')
    const place = {
      table: 't1',
      row: 0,
      column: 2,
      rowHeader: ['HTX'],
      columnHeader: [],
      headers: [{ row: 0, column: 1 }],
    }
    const [record] = records({ start: 6, end: 7 })
    if (record === undefined) throw new Error('made above')
    const observations = [{ ...record, evidence: { ...record.evidence, cell: place } }]
    const [block] = blocksOf(layOut(text, observations, [], [table([], [row])]))
    const [drawn] = block?.kind === 'table' ? block.body : []
    expect(drawn?.kind === 'cells' ? drawn.cells.map(c => c?.kind) : []).toEqual(['words', 'label', 'figure'])
  })

  const sketches = fc.array(
    fc.record({
      start: fc.nat(200),
      end: fc.nat(220),
      row: fc.nat(8),
      column: fc.nat(5),
      rowSpan: fc.integer({ min: 1, max: 4 }),
      columnSpan: fc.integer({ min: 1, max: 3 }),
      more: fc.array(fc.record({ start: fc.nat(200), end: fc.nat(220) }), { maxLength: 2 }),
    }),
    { maxLength: 14 },
  )

  test('draws every character once, whatever the cells claim', () => {
    fc.assert(
      fc.property(texts, spans, sketches, sketches, sketches, (text, inked, head, body, other) => {
        const tables = [head, other].map((sketch, i) =>
          table(
            i === 0 ? [sketch.map(c => cell(text, c))] : [],
            [(i === 0 ? body : sketch).map(c => cell(text, c))],
            `t${i + 1}`,
          ),
        )
        const lines = linesOf(layOut(text, records(...inked), [], tables))
        const times = new Uint8Array(text.length)
        for (const { start, end, pieces } of lines) {
          expect(pieces.map(p => text.slice(p.start, p.end)).join('')).toBe(text.slice(start, end))
          for (let i = start; i < end; i += 1) times[i] = (times[i] ?? 0) + 1
        }
        const lost = [...times].flatMap((n, i) => (n === 1 || (n === 0 && /[\s|]/.test(text[i] ?? '')) ? [] : [[i, n]]))
        expect(lost).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('takes every place of the grid once, whatever reaches where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.integer({ min: 1, max: 3 })), { maxLength: 12 }),
        places => {
          const taken = new Set<string>()
          const cells = places.flatMap(([row, column, rowSpan], i) => {
            const reach = Array.from({ length: rowSpan }, (_, r) => `${row + r}:${column}`)
            if (reach.some(key => taken.has(key))) return []
            for (const key of reach) taken.add(key)
            return [cell('x'.repeat(99), { start: 2 * i, end: 2 * i + 1, row, column, rowSpan })]
          })
          const [block] = blocksOf(layOut('x'.repeat(99), [], [], [table([], [cells])]))
          if (block?.kind !== 'table') return
          const widths = new Array(block.body.length).fill(0)
          const rows = block.body.filter(row => row.kind === 'cells')
          rows.forEach(({ cells: drawn }, r) => {
            for (const c of drawn) for (let i = 0; i < (c?.rowSpan ?? 1); i += 1) widths[r + i] += c?.columnSpan ?? 1
          })
          expect(widths.slice(0, rows.length)).toEqual(rows.map(() => block.columns))
        },
      ),
    )
  })
})
