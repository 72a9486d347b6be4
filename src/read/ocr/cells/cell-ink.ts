import type { Box } from '../../../contract/index.ts'
import type { Raster } from '../raster.ts'

/** Where the ink of a cell lies on its page, pixels, the ends excluded; `index` says which cell it is. */
export interface CellInk {
  readonly index: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Ink smaller than this, inches of the side of a square, is a speck or the rest of a line. */
const LEAST_INK = 0.015

/** The grey rim of letters that is no ink yet, inches. */
const RIM = 0.01

/**
 * The ink within a cell, with the rim of its letters; null where there is none.
 * @param threshold what is darker is ink
 */
export function inkWithin(page: Raster, box: Box, index: number, threshold: number): CellInk | null {
  const { data, width, height, dpi } = page
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
  if (count < (LEAST_INK * dpi) ** 2) return null
  const rim = Math.ceil(RIM * dpi)
  return {
    index,
    left: Math.max(fromX, left - rim),
    top: Math.max(fromY, top - rim),
    right: Math.min(toX, right + rim),
    bottom: Math.min(toY, bottom + rim),
  }
}
