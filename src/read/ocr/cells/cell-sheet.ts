import type { Box } from '../../../contract/index.ts'
import { inkThreshold, pageHistogram, paperOf } from '../prepare/histogram.ts'
import type { Raster } from '../raster.ts'
import { type CellInk, inkWithin } from './cell-ink.ts'
import { figureHeight, inLines } from './in-lines.ts'

/** A cell on a sheet: which of the boxes given it is, its box on the sheet, and what leads from there back to the page. */
export interface SheetCell {
  readonly index: number
  /** The line of the sheet that it stands in, from 0. */
  readonly line: number
  readonly box: Box
  readonly toPage: readonly [dx: number, dy: number]
}

/**
 * Cells cut out of a page, so that one run of a recogniser reads them all. Cells of one line of text that stand in one row of their
 * table make up a line of the sheet; each other cell stands under the one before.
 */
export interface CellSheet {
  readonly raster: Raster
  /** Line by line from the top, each from the left. Pixels. */
  readonly cells: readonly SheetCell[]
}

/** Room around the ink of a cell and between lines of a sheet, inches. */
const MARGIN = 0.04
const GAP = 0.09

/** How far cells of one line stand apart, in heights of a figure: as words of a text do. */
const BLANK = 0.5

/** Recognisers take no image higher than 32,767 pixels; shorter sheets keep what is looked at together small. */
const HIGHEST = 12_000

/**
 * Sets the cells of a page on sheets. Cells without ink are left out.
 * @param page in grey, without ruling lines
 * @param boxes the room within the lines, pixels of the page, row by row
 */
export function cellSheets(page: Raster, boxes: readonly Box[]): CellSheet[] {
  const counts = pageHistogram(page)
  const threshold = inkThreshold(counts)
  const inked = boxes.flatMap((box, index) => inkWithin(page, box, index, threshold) ?? [])
  return sheetsOf(page, inLines(inked), { paper: paperOf(counts), between: Math.round(BLANK * figureHeight(inked)) })
}

/**
 * Sets lines of cells on sheets.
 * @param between pixels from one cell of a line to the next
 */
export function sheetsOf(
  page: Raster,
  lines: readonly (readonly CellInk[])[],
  look: { readonly paper: number; readonly between: number },
): CellSheet[] {
  const [margin, gap] = [Math.ceil(MARGIN * page.dpi), Math.ceil(GAP * page.dpi)]
  const sheets: CellSheet[] = []
  let set: Line[] = []
  let height = gap
  for (const cells of lines) {
    const [top, bottom] = [Math.min(...cells.map(each => each.top)), Math.max(...cells.map(each => each.bottom))]
    const high = bottom - top + 2 * margin
    if (height + high + gap > HIGHEST && set.length > 0) {
      sheets.push(sheetOf(page, set, height, look))
      set = []
      height = gap
    }
    set.push({ cells, shift: height + margin - top })
    height += high + gap
  }
  if (set.length > 0) sheets.push(sheetOf(page, set, height, look))
  return sheets
}

/** A line of a sheet: its cells keep their heights on the page, shifted alike. */
interface Line {
  readonly cells: readonly CellInk[]
  readonly shift: number
}

function sheetOf(
  page: Raster,
  lines: readonly Line[],
  height: number,
  { paper, between }: { readonly paper: number; readonly between: number },
): CellSheet {
  const [margin, gap] = [Math.ceil(MARGIN * page.dpi), Math.ceil(GAP * page.dpi)]
  const breadthOf = ({ cells }: Line) =>
    cells.reduce((sum, { left, right }) => sum + right - left, (cells.length - 1) * between)
  const width = Math.max(...lines.map(breadthOf)) + 2 * (gap + margin)
  const data = new Uint8Array(width * height).fill(paper)
  const cells: SheetCell[] = []
  for (const [number, line] of lines.entries()) {
    let x = gap + margin
    for (const { index, left, top, right, bottom } of line.cells) {
      for (let row = top; row < bottom; row++)
        data.set(page.data.subarray(row * page.width + left, row * page.width + right), (row + line.shift) * width + x)
      cells.push({
        index,
        line: number,
        box: [x, top + line.shift - margin, x + right - left, bottom + line.shift + margin],
        toPage: [left - x, -line.shift],
      })
      x += right - left + between
    }
  }
  return { raster: { data, width, height, channels: 1, dpi: page.dpi }, cells }
}

/** The cell of a sheet that a place on it belongs to, the nearest one between cells; none of an empty sheet. */
export function cellAt({ cells }: Pick<CellSheet, 'cells'>, x: number, y: number): SheetCell | undefined {
  let nearest: SheetCell | undefined
  let least = Number.POSITIVE_INFINITY
  for (const cell of cells) {
    const [left, top, right, bottom] = cell.box
    const [asideX, asideY] = [Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)]
    const distance = asideX * asideX + asideY * asideY
    if (distance < least) [nearest, least] = [cell, distance]
    if (distance === 0) break
  }
  return nearest
}
