import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../src/contract/index.ts'
import { cellAt, cellSheets } from '../../../../src/read/ocr/cells/cell-sheet.ts'
import { blankPage, repainted } from '../../../support/page-raster.ts'

/** Cells of a page in rows and columns, some with a block of ink. */
const page = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 8 }),
    inked: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    seed: fc.nat({ max: 20 }),
  })
  .map(({ columns, rows, inked, seed }) => {
    const boxes: Box[] = Array.from({ length: columns * rows }, (_, i) => {
      const [column, row] = [i % columns, Math.floor(i / columns)]
      return [column * 90 + 4, row * 60 + 4, column * 90 + 86, row * 60 + 56]
    })
    const isInk = (x: number, y: number) => {
      const i = Math.floor(y / 60) * columns + Math.floor(x / 90)
      const [inX, inY] = [x % 90, y % 60]
      return inked[i] === true && inX >= 10 + seed && inX < 40 + i && inY >= 12 && inY < 30 + (i % 5)
    }
    return { boxes, raster: repainted(blankPage(columns * 90, rows * 60), (_, x, y) => (isInk(x, y) ? 0 : 255)), inked }
  })

describe('the sheets of cells of a page', () => {
  it('hold every cell that has ink once, in order, and lead each of its pixels back to the page', () => {
    fc.assert(
      fc.property(page, ({ raster, boxes, inked }) => {
        const sheets = cellSheets(raster, boxes)
        expect(sheets.flatMap(({ cells }) => cells.map(({ index }) => index))).toEqual(
          boxes.flatMap((_, i) => (inked[i] === true ? [i] : [])),
        )
        let dark = 0
        for (const sheet of sheets)
          sheet.raster.data.forEach((value, i) => {
            if (value > 128) return
            dark++
            const [x, y] = [i % sheet.raster.width, Math.floor(i / sheet.raster.width)]
            const cell = cellAt(sheet, x, y)
            const [dx, dy] = cell?.toPage ?? [0, 0]
            expect(raster.data[(y + dy) * raster.width + x + dx]).toBe(0)
            const [left, top, right, bottom] = boxes[cell?.index ?? -1] ?? [0, 0, 0, 0]
            expect(x + dx >= left && x + dx < right && y + dy >= top && y + dy < bottom).toBe(true)
          })
        expect(dark).toBe(raster.data.filter(value => value < 128).length)
      }),
      { numRuns: 40 },
    )
  })

  it('stay lower than recognisers take', () => {
    const boxes = Array.from({ length: 900 }, (): Box => [0, 0, 100, 100])
    const sheets = cellSheets(blankPage(100, 100, 0), boxes)
    expect(sheets.length).toBe(0)
    const half = repainted(blankPage(100, 100), (_, x) => (x < 30 ? 0 : 255))
    const stacked = cellSheets(half, boxes)
    expect(stacked.flatMap(({ cells }) => cells).length).toBe(900)
    for (const { raster } of stacked) expect(raster.height).toBeLessThanOrEqual(12_000)
  })
})
