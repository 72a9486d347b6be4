import type { Rules } from '../../pdf/rules.ts'
import { type Raster, withSamples } from '../raster.ts'
import { type CellSheet, cellSheets } from './cell-sheet.ts'
import { imageGrids } from './image-grids.ts'

const PAPER = 255

/**
 * Parts a page into what stands around its ruled tables and the cells of these, so that an engine neither reads over the lines of a
 * table nor takes its columns for those of a newspaper.
 * @param page in grey, without ruling lines
 * @param rules of the page, in its pixels
 * @returns the page with its cells empty, and sheets of the cells; the page given where it has no ruled table
 */
export function apart(page: Raster, rules: Rules): { readonly page: Raster; readonly sheets: readonly CellSheet[] } {
  const boxes = imageGrids(rules, page.dpi).flatMap(({ cells }) => cells.map(({ box }) => box))
  const sheets = boxes.length === 0 ? [] : cellSheets(page, boxes)
  if (sheets.length === 0) return { page, sheets }
  const data = page.data.slice()
  for (const [left, top, right, bottom] of boxes) {
    const [from, to] = [Math.max(0, Math.floor(left)), Math.min(page.width, Math.ceil(right))]
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(page.height, Math.ceil(bottom)); y++)
      data.fill(PAPER, y * page.width + from, y * page.width + to)
  }
  return { page: withSamples(page, data), sheets }
}
