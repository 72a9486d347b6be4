import type { Raster } from '../raster.ts'

/** Bands that stand for a page: how many, and how high, inches. */
const BANDS = 5
const HEIGHT = 0.6

/** Some rows of a page, evenly spread, as images of their own; together no more than the page. */
export function bandsOf({ data, width, height, dpi }: Raster): Raster[] {
  const high = Math.min(Math.max(1, Math.round(HEIGHT * dpi)), Math.ceil(height / BANDS))
  return Array.from({ length: BANDS }, (_, i) => {
    const top = Math.max(0, Math.floor(((i + 0.5) * height) / BANDS - high / 2))
    const rows = data.subarray(top * width, (top + high) * width)
    return { data: rows, width, height: Math.floor(rows.length / width), channels: 1 as const, dpi }
  })
}
