import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../src/table/grid.ts'
import { withHeadSpans } from '../../src/table/head-spans.ts'
import { drawnGrid } from './drawn.ts'

const spansIn = (grid: Grid): string[] =>
  grid.cells
    .filter(cell => cell.content.text !== '')
    .map(cell => `${cell.content.text} ${cell.rowSpan}×${cell.columnSpan}`)

const HEADS: readonly (readonly [string, number, string, readonly string[]])[] = [
  [
    'a head reaches over the empty places beside it that have heads below, and the others down',
    2,
    'TT | Chỉ tiêu | Năm 2019 | | KH 2020\n | | Kế hoạch | Ước TH | ',
    ['TT 2×1', 'Chỉ tiêu 2×1', 'Năm 2019 1×2', 'KH 2020 2×1', 'Kế hoạch 1×1', 'Ước TH 1×1'],
  ],
  [
    'a head reaches no further than the next one',
    2,
    'Chỉ tiêu | Năm 2018 | | Năm 2019 | \n | KH | TH | KH | ƯTH',
    ['Chỉ tiêu 2×1', 'Năm 2018 1×2', 'Năm 2019 1×2', 'KH 1×1', 'TH 1×1', 'KH 1×1', 'ƯTH 1×1'],
  ],
  [
    'of three levels each reaches over its own',
    3,
    'Nội dung | Kế hoạch 2020 | | | Ghi chú\n | Tổng số | Trong đó | | \n | | NSTW | NSĐP | ',
    ['Nội dung 3×1', 'Kế hoạch 2020 1×3', 'Ghi chú 3×1', 'Tổng số 2×1', 'Trong đó 1×2', 'NSTW 1×1', 'NSĐP 1×1'],
  ],
  [
    'a head that stands over nothing reaches down alone',
    2,
    'Chỉ tiêu | TH 2018 | | KH 2019\n | | | Giao',
    ['Chỉ tiêu 2×1', 'TH 2018 2×1', 'KH 2019 1×1', 'Giao 1×1'],
  ],
  [
    'a head of one row is left as it is',
    1,
    'TT | Chỉ tiêu | TH 2018 | KH 2019',
    ['TT 1×1', 'Chỉ tiêu 1×1', 'TH 2018 1×1', 'KH 2019 1×1'],
  ],
]

describe('a head that lost its merged cells', () => {
  it.each(HEADS)('%s', (_, rows, drawn, spans) => {
    expect(spansIn(withHeadSpans(drawnGrid(drawn), rows))).toEqual(spans)
  })

  it('keeps the cells of the body, empty ones too', () => {
    const drawn = 'TT | Chỉ tiêu | Năm 2019 | \n | | KH | ƯTH\nI | HTX | | '
    const body = withHeadSpans(drawnGrid(drawn), 2).cells.filter(cell => cell.row === 2)
    expect(body.map(cell => [cell.content.text, cell.rowSpan, cell.columnSpan])).toEqual([
      ['I', 1, 1],
      ['HTX', 1, 1],
      ['', 1, 1],
      ['', 1, 1],
    ])
  })
})

/** Heads in which some places are empty: under a first row that begins with a word. */
const flatHead = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 8 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.constantFrom('', '', 'Kế hoạch', 'Năm 2019'), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )
  .filter(rows => rows.some(row => row.some(text => text !== '')))

describe('any head', () => {
  it('has no place that two cells cover', () => {
    fc.assert(
      fc.property(flatHead, rows => {
        const { cells } = withHeadSpans(drawnGrid(rows.map(row => row.join(' | ')).join('\n')), rows.length)
        const covered = cells.flatMap(cell => placesUnder(cell))
        expect(new Set(covered).size).toBe(covered.length)
      }),
    )
  })

  it('has a cell over every place that has one above it', () => {
    fc.assert(
      fc.property(flatHead, rows => {
        const grid = withHeadSpans(drawnGrid(rows.map(row => row.join(' | ')).join('\n')), rows.length)
        rows.forEach((row, r) => {
          row.forEach((text, c) => {
            const above = rows.slice(0, r + 1).some(one => one[c] !== '')
            if (text !== '') expect(grid.textAt(r, c)).toBe(text)
            else if (above) expect(grid.at(r, c)).not.toBeNull()
          })
        })
      }),
    )
  })
})

const placesUnder = (cell: { row: number; column: number; rowSpan: number; columnSpan: number }): string[] =>
  Array.from(
    { length: cell.rowSpan * cell.columnSpan },
    (_, i) => `${cell.row + Math.floor(i / cell.columnSpan)}/${cell.column + (i % cell.columnSpan)}`,
  )
