import { describe, expect, it } from 'vitest'
import { processorTime } from '../../support/processor-time.ts'
import { type DrawnPage, drawnPdf, endingAt, type Mark } from './drawn-pdf.ts'
import { readTables, textsOf } from './read-tables.ts'

const XS = [40, 80, 300, 350, 420, 490]
const ROWS = 3000
const ROWS_A_PAGE = 50

/** Rows of numbers over many pages, the last column filled in every seventh row. */
function pages(ruled: boolean): DrawnPage[] {
  return Array.from({ length: ROWS / ROWS_A_PAGE }, (_, page) => {
    const marks = Array.from({ length: ROWS_A_PAGE }, (_, i): Mark[] => {
      const [row, y] = [page * ROWS_A_PAGE + i, 780 - 14 * i]
      const texts = [String(row + 1), `Hop tac xa so ${row}`, 'HTX'].map(
        (text, k): Mark => ({ text, x: (XS[k] ?? 0) + 4, y }),
      )
      const numbers = [row * 7, row % 7 === 0 ? row : ''].map((number, k) =>
        endingAt(String(number), (XS[k + 4] ?? 0) - 4, y),
      )
      const boxes = XS.slice(1).map((x, k): Mark => ({ box: [XS[k] ?? 0, y - 4, x - (XS[k] ?? 0), 14], fill: false }))
      return [...texts, ...numbers, ...(ruled ? boxes : [])]
    })
    return { width: 595, height: 842, marks: marks.flat() }
  })
}

describe('a table of thousands of rows over many pages', () => {
  it.each([true, false])('is read with the same columns on every page (with rules: %s)', async ruled => {
    const document = await readTables(drawnPdf(pages(ruled)))
    expect(document.tables).toHaveLength(ROWS / ROWS_A_PAGE)
    const rows = document.tables.flatMap(table => textsOf(document, table))
    expect(rows).toHaveLength(ROWS)
    expect(rows.every(cells => cells.length === XS.length - 1)).toBe(true)
    expect(rows[2001]).toEqual(['2002', 'Hop tac xa so 2001', 'HTX', '14007', ''])
  })
})

describe('a drawing of tens of thousands of lines', () => {
  it('takes no longer than reading it', async () => {
    const marks = Array.from({ length: 30_000 }, (_, i): Mark => {
      const [x, y, length] = [(i * 37) % 590, (i * 91) % 840, 5 + ((i * 13) % 200)]
      return { line: i % 2 === 0 ? [x, y, x + length, y] : [x, y, x, y + length] }
    })
    const names = Array.from(
      { length: 30 },
      (_, i): Mark => ({ text: `Xa ${i}`, x: 40 + 67 * (i % 7), y: 60 + 25 * i }),
    )
    const bytes = drawnPdf([{ width: 595, height: 842, marks: [...marks, ...names] }])
    const from = processorTime()
    const document = await readTables(bytes)
    expect(processorTime() - from).toBeLessThan(20_000)
    expect(document.tables).toEqual([])
  })
})
