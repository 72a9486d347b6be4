import { histogramOf, paperOf } from '../prepare/histogram.ts'
import type { Raster } from '../raster.ts'

/** Which pixels are ink, and which of them belong to a stroke that is thin across one of the axes. */
export interface ThinInk {
  readonly width: number
  readonly height: number
  /** Bits of each pixel: `INK`, `FLAT` and `UPRIGHT`. */
  readonly bits: Uint8Array
  /** The thickest line that counts, pixels. */
  readonly thickest: number
}

export const INK = 1
/** Ink that is thin from top to bottom: part of a horizontal line, or of a bar of a letter. */
export const FLAT = 2
/** Ink that is thin from left to right. */
export const UPRIGHT = 4

/** Thickest line, inches: two and a half points, and the blur of a scanner. */
const THICKEST = 0.04

/** What is darker than this share of the paper is ink: faint lines are, the noise of the paper is not. */
const INK_SHARE = 0.82

/** @param grey a page with even paper */
export function thinInkOf({ data, width, height, dpi }: Raster): ThinInk {
  const thickest = Math.max(2, Math.round(THICKEST * dpi))
  const threshold = INK_SHARE * paperOf(histogramOf(data, 7))
  const bits = new Uint8Array(width * height)
  for (let at = 0; at < bits.length; at++) bits[at] = (data[at] ?? 255) < threshold ? INK : 0
  markUpright(bits, width, thickest)
  markFlat(bits, width, thickest)
  return { width, height, bits, thickest }
}

function markUpright(bits: Uint8Array, width: number, thickest: number): void {
  for (let rowStart = 0; rowStart < bits.length; rowStart += width)
    for (let at = rowStart; at < rowStart + width; at++) {
      if (bits[at] === 0) continue
      const start = at
      while (at < rowStart + width && bits[at] !== 0) at++
      if (at - start <= thickest) for (let i = start; i < at; i++) bits[i] = INK | UPRIGHT
    }
}

/** Lengths of the runs from above to each row are kept for the last row only; what ends thin is marked backwards. */
function markFlat(bits: Uint8Array, width: number, thickest: number): void {
  const lengths = new Int32Array(width)
  const end = (at: number, x: number) => {
    const length = lengths[x] ?? 0
    if (length > 0 && length <= thickest)
      for (let i = 1; i <= length; i++) bits[at - i * width] = (bits[at - i * width] ?? 0) | FLAT
    lengths[x] = 0
  }
  for (let at = 0, x = 0; at < bits.length; at++, x = x + 1 === width ? 0 : x + 1)
    if (bits[at] === 0) {
      if (lengths[x] !== 0) end(at, x)
    } else lengths[x] = (lengths[x] ?? 0) + 1
  for (let x = 0; x < width; x++) end(bits.length + x, x)
}
