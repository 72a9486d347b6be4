import type { Raster } from '../raster.ts'
import { percentile } from './histogram.ts'

/** A fold is darker than the paper beside it by so much, as a share. */
const DARKER = 0.15

/** A strip of an image that may slope: its ends where it crosses half the height, pixels, and by how many it moves right with each row. */
export interface Strip {
  readonly left: number
  readonly right: number
  readonly slope: number
}

/** Where a fold crosses half the height, pixels, and its brightness as a share of that of the paper beside it. */
export interface Fold {
  readonly x: number
  readonly brightness: number
}

/**
 * Where the fold of an open book lies in an empty strip: the line of it that is darkest from top to bottom, in the middle; null where
 * the strip is evenly bright.
 */
export function foldAt({ data, width, height }: Raster, { left, right, slope }: Strip): Fold | null {
  const shades: number[] = []
  for (let x = left; x < right; x++) {
    const counts = new Uint32Array(256)
    for (let y = 0; y < height; y++) {
      const place = x + Math.round(slope * (y - height / 2))
      if (place < 0 || place >= width) continue
      const value = data[y * width + place] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
    }
    shades.push(percentile(counts, 0.5))
  }
  const [darkest, brightest] = [Math.min(...shades), Math.max(...shades)]
  if (darkest > (1 - DARKER) * brightest) return null
  const near = darkest + 0.1 * (brightest - darkest)
  const x = left + (shades.findIndex(shade => shade <= near) + shades.findLastIndex(shade => shade <= near)) / 2
  return { x, brightness: darkest / brightest }
}
