import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../raster.ts'

/** A raster as libvips takes it. */
export const pictureOf = ({ data, width, height, channels }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false })

/** The samples of one channel that libvips gives back. */
export async function greySamples(picture: Sharp): Promise<Pick<Raster, 'data' | 'width' | 'height'>> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.length), width: info.width, height: info.height }
}

/** A grey page in another size, each side at least one pixel; its `dpi` follows its width. */
export async function resized(grey: Raster, width: number, height: number): Promise<Raster> {
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  if (size.width === grey.width && size.height === grey.height) return grey
  const kernel = size.width < grey.width ? 'linear' : 'cubic'
  const made = await greySamples(pictureOf(grey).resize({ ...size, fit: 'fill', kernel }))
  return {
    data: made.data,
    width: made.width,
    height: made.height,
    channels: 1,
    dpi: (grey.dpi * size.width) / grey.width,
  }
}

/** The longer side of an overview, pixels: a hundred an inch of an A4 page. */
const OVERVIEW = 1170

/** A small image of a grey page, for what is seen from afar; never larger than the page itself. */
export async function overviewOf(grey: Raster): Promise<Raster> {
  const scale = Math.min(1, OVERVIEW / Math.max(grey.width, grey.height))
  return resized(grey, grey.width * scale, grey.height * scale)
}
