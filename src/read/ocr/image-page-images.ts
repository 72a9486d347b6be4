import sharp, { type Sharp } from 'sharp'
import type { PageSize } from '../pdf/frame.ts'
import { rasterOfRgb } from './grey-or-colour.ts'
import type { NoImage, PageImage, PageImages } from './page-image.ts'

const POINTS_AN_INCH = 72

/** Resolutions that a scanner sets; files name others by habit (72, 96) or by mistake. */
const SCANNED_DPI = { least: 100, most: 1200 }

/** The longer side of A4, inches: what a page is taken to be whose file does not say its resolution. */
const LONGER_SIDE = 11.69

/** No paper that goes through a scanner is longer or narrower, inches. */
const PAPER = { longest: 120, narrowest: 2 }

/**
 * The pages of a picture file (PNG, JPEG, TIFF with several pages) as images: turned as their camera says, on white paper, in 8 bits
 * of grey or of red, green and blue.
 * @param maxPixels larger pages are not decoded
 */
export const imagePageImages = (bytes: Uint8Array, maxPixels: number): PageImages => ({
  async page(number) {
    const open = (failOn: 'warning' | 'none', limit: number | false = maxPixels) =>
      sharp(bytes, { page: number - 1, limitInputPixels: limit, failOn, sequentialRead: true })
    try {
      const { width, height, density } = await open('none', false).metadata()
      if (width * height > maxPixels)
        return { reason: 'too-many-pixels', size: pageSize(width, height, dpiOf(width, height, density)) }
      return await decoded(open('warning'), density, false).catch(() => decoded(open('none'), density, true))
    } catch (error) {
      const detail = (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? ''
      return { reason: 'damaged', size: null, detail: detail.slice(0, 200) } satisfies NoImage
    }
  },
})

async function decoded(picture: Sharp, density: number | undefined, cutOff: boolean): Promise<PageImage> {
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const dpi = dpiOf(width, height, density)
  const samples = new Uint8Array(data.buffer, data.byteOffset, data.length)
  const raster =
    channels === 1
      ? { data: samples, width, height, channels: 1 as const, dpi }
      : rasterOfRgb(samples, width, height, dpi)
  const scale = POINTS_AN_INCH / dpi
  return { raster, toPage: [scale, 0, 0, scale, 0, 0], size: pageSize(width, height, dpi), cutOff }
}

const pageSize = (width: number, height: number, dpi: number): PageSize => ({
  width: (width * POINTS_AN_INCH) / dpi,
  height: (height * POINTS_AN_INCH) / dpi,
})

/** What the file says, where a scanner may have set it; else what makes the page one of A4. */
function dpiOf(width: number, height: number, density: number | undefined): number {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)]
  if (density !== undefined && density >= SCANNED_DPI.least && density <= SCANNED_DPI.most) {
    if (longer / density <= PAPER.longest && shorter / density >= PAPER.narrowest) return density
  }
  return Math.max(1, longer / LONGER_SIDE)
}
