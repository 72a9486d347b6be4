import type { Box } from '../../../contract/index.ts'
import { histogramOf, inkThreshold, paperOf } from '../prepare/histogram.ts'
import type { Raster } from '../raster.ts'

/** A cell on a sheet: which of the boxes given it is, its box on the sheet, and what leads from there back to the page. */
export interface SheetCell {
  readonly index: number
  readonly box: Box
  readonly toPage: readonly [dx: number, dy: number]
}

/** Cells cut out of a page and set under each other, so that one run of a recogniser reads them all, each on its own lines. */
export interface CellSheet {
  readonly raster: Raster
  /** From top to bottom. Pixels. */
  readonly cells: readonly SheetCell[]
}

/** Room around the ink of a cell, and between cells, inches. */
const MARGIN = 0.04
const GAP = 0.09

/** Recognisers take no image higher than 32,767 pixels; shorter sheets keep what is looked at together small. */
const HIGHEST = 12_000

/** Ink smaller than this, pixels of its bounds, is a speck or the rest of a line. */
const LEAST_INK = 0.015

/**
 * Sets the cells of a page on sheets. Cells without ink are left out.
 * @param page in grey, without ruling lines
 * @param boxes the room within the lines, pixels of the page
 */
export function cellSheets(page: Raster, boxes: readonly Box[]): CellSheet[] {
  const counts = histogramOf(page.data, 7)
  const [threshold, paper] = [inkThreshold(counts), paperOf(counts)]
  const [margin, gap] = [Math.ceil(MARGIN * page.dpi), Math.ceil(GAP * page.dpi)]
  const sheets: CellSheet[] = []
  let placed: Placed[] = []
  let height = gap
  boxes.forEach((box, index) => {
    const ink = inkWithin(page, box, threshold)
    if (ink === null) return
    const high = ink.bottom - ink.top + 2 * margin
    if (height + high + gap > HIGHEST && placed.length > 0) {
      sheets.push(sheetOf(page, placed, height, gap, margin, paper))
      placed = []
      height = gap
    }
    placed.push({ index, ink, top: height })
    height += high + gap
  })
  if (placed.length > 0) sheets.push(sheetOf(page, placed, height, gap, margin, paper))
  return sheets
}

/** Bounds of ink, the ends excluded. */
interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Placed {
  readonly index: number
  readonly ink: Bounds
  readonly top: number
}

function inkWithin({ data, width, height, dpi }: Raster, box: Box, threshold: number): Bounds | null {
  const [fromX, fromY] = [Math.max(0, Math.ceil(box[0])), Math.max(0, Math.ceil(box[1]))]
  const [toX, toY] = [Math.min(width, Math.floor(box[2])), Math.min(height, Math.floor(box[3]))]
  let [left, top, right, bottom, count] = [toX, toY, fromX, fromY, 0]
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++) {
      if ((data[y * width + x] ?? 255) >= threshold) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = y + 1
      count++
    }
  return count < (LEAST_INK * dpi) ** 2 ? null : { left, top, right, bottom }
}

function sheetOf(
  page: Raster,
  placed: readonly Placed[],
  height: number,
  gap: number,
  margin: number,
  paper: number,
): CellSheet {
  const widest = Math.max(...placed.map(({ ink }) => ink.right - ink.left))
  const width = widest + 2 * (gap + margin)
  const data = new Uint8Array(width * height).fill(paper)
  const cells = placed.map(({ index, ink, top }): SheetCell => {
    const [x, y] = [gap + margin, top + margin]
    for (let row = ink.top; row < ink.bottom; row++) {
      const from = row * page.width
      data.set(page.data.subarray(from + ink.left, from + ink.right), (y + row - ink.top) * width + x)
    }
    const [right, bottom] = [x + ink.right - ink.left, y + ink.bottom - ink.top]
    return {
      index,
      box: [gap, top, right + margin, bottom + margin],
      toPage: [ink.left - x, ink.top - y],
    }
  })
  return { raster: { data, width, height, channels: 1, dpi: page.dpi }, cells }
}

/** The cell of a sheet that a height on it belongs to, the nearest one between two; none of an empty sheet. */
export function cellAt({ cells }: Pick<CellSheet, 'cells'>, y: number): SheetCell | undefined {
  let [low, high] = [0, cells.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const [here, next] = [cells[middle], cells[middle + 1]]
    if (here !== undefined && next !== undefined && y >= (here.box[3] + next.box[1]) / 2) low = middle + 1
    else high = middle
  }
  return cells[low]
}
