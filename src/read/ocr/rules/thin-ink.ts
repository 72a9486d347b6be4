import { inFours, paperBits, pastBlank, pastPaper } from '../in-fours.ts'
import { pageHistogram, paperOf } from '../prepare/histogram.ts'
import type { Raster } from '../raster.ts'

/** Which pixels are ink, and which of them belong to a stroke that is thin across one of the axes. */
export interface ThinInk {
  readonly width: number
  readonly height: number
  /** Bits of each pixel: `INK`, `FLAT`, `UPRIGHT` and `ERASED`. */
  readonly bits: Uint8Array
  /** The thickest line that counts, pixels. */
  readonly thickest: number
}

export const INK = 1
/** Ink that is thin from top to bottom: part of a horizontal line, or of a bar of a letter. */
export const FLAT = 2
/** Ink that is thin from left to right. */
export const UPRIGHT = 4
/** What belonged to a line that was erased. */
export const ERASED = 8

/** Thickest line, inches: two and a half points, and the blur of a scanner. */
const THICKEST = 0.04

/** What is darker than this share of the paper is ink: faint lines are, the noise of the paper is not. */
const INK_SHARE = 0.82

/**
 * @param grey a page with even paper
 * @param bits where they are to be written, one a sample
 */
export function thinInkOf(grey: Raster, bits: Uint8Array = new Uint8Array(grey.data.length)): ThinInk {
  const { data, width, height, dpi } = grey
  bits.fill(0)
  const thickest = Math.max(2, Math.round(THICKEST * dpi))
  const threshold = Math.ceil(INK_SHARE * paperOf(pageHistogram(grey)))
  markUpright(data, bits, width, threshold, thickest)
  markFlat(bits, width, thickest)
  return { width, height, bits, thickest }
}

/** Marks ink, and of each row the runs that are short. */
function markUpright(data: Uint8Array, bits: Uint8Array, width: number, threshold: number, thickest: number): void {
  const fours = inFours(data)
  const paper = paperBits(threshold)
  for (let at = 0; at < bits.length; at++) {
    at = pastPaper(fours, at, paper)
    if ((data[at] ?? 255) >= threshold) continue
    const [start, rowEnd] = [at, at - (at % width) + width]
    while (at < rowEnd && (data[at] ?? 255) < threshold) at++
    bits.fill(at - start <= thickest ? INK | UPRIGHT : INK, start, at)
    at--
  }
}

/** From the upper end of each run downwards. */
function markFlat(bits: Uint8Array, width: number, thickest: number): void {
  const fours = inFours(bits)
  for (let at = 0; at < bits.length; at++) {
    at = pastBlank(fours, at)
    if (bits[at] === 0 || (at >= width && bits[at - width] !== 0)) continue
    const furthest = at + thickest * width
    let below = at
    while (below <= furthest && below < bits.length && bits[below] !== 0) below += width
    if (below > furthest) continue
    for (let i = at; i < below; i += width) bits[i] = (bits[i] ?? 0) | FLAT
  }
}
