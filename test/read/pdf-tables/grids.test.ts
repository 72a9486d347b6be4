import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceCell } from '../../../src/read/source-document.ts'
import { drawnPdf } from './drawn-pdf.ts'
import { type Drawing, type GridCell, gridPage, randomGrid } from './random-grid.ts'
import { readTables } from './read-tables.ts'

/** Drawn sides and boxes of cells may differ by the width of the pen. */
const PEN = 1
/** The space that doubled borders take of a cell. */
const BORDER = 4

const WIDTH = 842
const HEIGHT = 595

type Turn = 0 | 90 | 180 | 270

/** Where a drawn cell lies on the page, points from its upper left corner: as it is drawn, or turned with all that is drawn. */
function boxOnPage({ left, top, right, bottom }: GridCell, turn: Turn): readonly [number, number, number, number] {
  const boxes: Record<Turn, readonly [number, number, number, number]> = {
    0: [left, HEIGHT - top, right, HEIGHT - bottom],
    90: [HEIGHT - top, WIDTH - right, HEIGHT - bottom, WIDTH - left],
    180: [WIDTH - right, bottom, WIDTH - left, top],
    270: [bottom, left, top, right],
  }
  return boxes[turn]
}

function within(cell: SourceCell | undefined, drawn: GridCell, turn: Turn): boolean {
  const [left, top, right, bottom] = cell?.box ?? [0, 0, 0, 0]
  const [x0, y0, x1, y1] = boxOnPage(drawn, turn)
  const isInside = left >= x0 - PEN && right <= x1 + PEN && top >= y0 - PEN && bottom <= y1 + PEN
  return isInside && left <= x0 + BORDER && right >= x1 - BORDER && top <= y0 + BORDER && bottom >= y1 - BORDER
}

async function expectSameGrid(
  cells: readonly GridCell[],
  drawing: Drawing,
  how: { readonly rotate?: Turn; readonly turnedBy?: 'page' | 'matrix' } = {},
): Promise<void> {
  const document = await readTables(drawnPdf([{ ...gridPage(cells, drawing), ...how }]))
  expect(document.tables).toHaveLength(1)
  const read = document.tables[0]?.cells ?? []
  const place = ({ row, column, rowSpan, columnSpan }: SourceCell | GridCell) => ({ row, column, rowSpan, columnSpan })
  expect(read.map(cell => ({ ...place(cell), text: document.text.slice(cell.start, cell.end) }))).toEqual(
    cells.map(cell => ({ ...place(cell), text: cell.text })),
  )
  expect(cells.filter((cell, i) => !within(read[i], cell, how.turnedBy === 'matrix' ? (how.rotate ?? 0) : 0))).toEqual(
    [],
  )
}

describe('a grid comes back with its merged cells and their boxes', () => {
  const drawings: Drawing[] = ['lines', 'boxes', 'bars', 'dashes', 'double lines', 'set apart']

  it.each(drawings)('drawn as %s', async drawing => {
    await fc.assert(
      fc.asyncProperty(randomGrid, cells => expectSameGrid(cells, drawing)),
      { numRuns: 40 },
    )
  })

  it.each([90, 180, 270] as const)('on a page turned by %i degrees', async rotate => {
    await fc.assert(
      fc.asyncProperty(randomGrid, cells => expectSameGrid(cells, 'lines', { rotate })),
      { numRuns: 20 },
    )
  })

  it.each([90, 180, 270] as const)('on a page as it is, all text and lines turned by %i degrees', async rotate => {
    await fc.assert(
      fc.asyncProperty(randomGrid, cells => expectSameGrid(cells, 'boxes', { rotate, turnedBy: 'matrix' })),
      { numRuns: 20 },
    )
  })
})
