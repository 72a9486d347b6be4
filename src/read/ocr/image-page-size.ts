import type { PageSize } from '../pdf/frame.ts'

const POINTS_AN_INCH = 72

/** Resolutions that a scanner sets; files name others by habit (72, 96) or by mistake. */
const SCANNED_DPI = { least: 100, most: 1200 }

/** The longer side of A4, inches: what a page is taken to be whose file does not say its resolution. */
const LONGER_SIDE = 11.69

/** No paper that goes through a scanner is longer or narrower, inches. */
const PAPER = { longest: 120, narrowest: 2 }

/**
 * The size of a page that a picture file holds, in points.
 * @param width of the picture in pixels, as it is shown; so is `height`
 */
export const imagePageSize = (width: number, height: number, dpi: number): PageSize => ({
  width: (width * POINTS_AN_INCH) / dpi,
  height: (height * POINTS_AN_INCH) / dpi,
})

/** What the file says, where a scanner may have set it; else what makes the page one of A4. */
export function dpiOf(width: number, height: number, density: number | undefined): number {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)]
  if (density !== undefined && density >= SCANNED_DPI.least && density <= SCANNED_DPI.most) {
    if (longer / density <= PAPER.longest && shorter / density >= PAPER.narrowest) return density
  }
  return Math.max(1, longer / LONGER_SIDE)
}
