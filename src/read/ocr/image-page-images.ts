import sharp, { type Sharp } from 'sharp'
import { rasterOfRgb } from './grey-or-colour.ts'
import { dpiOf, imagePageSize } from './image-page-size.ts'
import type { NoImage, PageImage, PageImages } from './page-image.ts'

const POINTS_AN_INCH = 72

/** Pictures in one shade of ink, as libvips calls them; they need not be looked through for colour. */
const GREY = new Set(['b-w', 'grey16'])

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
      const { width, height, density, space } = await open('none', false).metadata()
      if (width * height > maxPixels)
        return { reason: 'too-many-pixels', size: imagePageSize(width, height, dpiOf(width, height, density)) }
      return await decoded(open('warning'), space, density, false).catch(() =>
        decoded(open('none'), space, density, true),
      )
    } catch (error) {
      const detail = (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? ''
      return { reason: 'damaged', size: null, detail: detail.slice(0, 200) } satisfies NoImage
    }
  },
})

async function decoded(
  picture: Sharp,
  space: string,
  density: number | undefined,
  cutOff: boolean,
): Promise<PageImage> {
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace(GREY.has(space) ? 'b-w' : 'srgb')
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
  return { raster, toPage: [scale, 0, 0, scale, 0, 0], size: imagePageSize(width, height, dpi), cutOff }
}
