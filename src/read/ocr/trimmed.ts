import type { Raster } from './raster.ts'
import type { ThinInk } from './rules/thin-ink.ts'

/** Paper that is left around the ink, inches. */
const MARGIN = 0.15

/** A part of an image, and where its upper left corner stands in it, pixels. */
export interface Trimmed {
  readonly raster: Raster
  readonly at: readonly [x: number, y: number]
}

/**
 * A page without the empty paper around its ink: engines look at all of it, and it is a third of a page.
 * @param ink of the same page
 * @param take gives room for so many samples
 * @returns the page given, where it is blank
 */
export function trimmed(page: Raster, { bits }: ThinInk, take: (length: number) => Uint8Array): Trimmed {
  const { width, height } = page
  let [first, last] = [0, bits.length - 1]
  while (first < bits.length && bits[first] === 0) first++
  if (first === bits.length) return { raster: page, at: [0, 0] }
  while (bits[last] === 0) last--
  const [top, bottom] = [Math.floor(first / width), Math.floor(last / width) + 1]
  let [left, right] = [width, 0]
  for (let row = top * width; row < bottom * width; row += width) {
    for (let x = 0; x < left; x++) if (bits[row + x] !== 0) left = x
    for (let x = width - 1; x >= right; x--) if (bits[row + x] !== 0) right = x + 1
  }
  const margin = Math.ceil(MARGIN * page.dpi)
  return part(page, take, {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(width, right + margin),
    bottom: Math.min(height, bottom + margin),
  })
}

interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function part(page: Raster, take: (length: number) => Uint8Array, { left, top, right, bottom }: Bounds): Trimmed {
  const [width, height] = [right - left, bottom - top]
  if (width === page.width && height === page.height) return { raster: page, at: [0, 0] }
  const data = take(width * height)
  for (let y = 0; y < height; y++) {
    const from = (top + y) * page.width + left
    data.set(page.data.subarray(from, from + width), y * width)
  }
  return { raster: { ...page, data, width, height }, at: [left, top] }
}
