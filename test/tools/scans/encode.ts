import sharp, { type PngOptions, type TiffOptions } from 'sharp'
import { imageOf, type ScanPage } from './scan-page.ts'

/** How pages are kept. `png` and `tiff` with one bit a pixel are for pages that were brought to two levels before. */
export type Format =
  | { readonly kind: 'jpeg'; readonly quality: number }
  | { readonly kind: 'png' | 'tiff'; readonly bits: 1 | 8 }

export const ENDINGS: Readonly<Record<Format['kind'], string>> = { jpeg: 'jpg', png: 'png', tiff: 'tif' }

/** One page as a file that says how many pixels make an inch. */
export const encoded = async (page: ScanPage, format: Format): Promise<Buffer> => {
  const image = imageOf(page)
  if (format.kind === 'tiff') {
    const grey = page.channels === 1 ? image.toColourspace('b-w') : image
    return await grey.tiff({ ...tiffOptions(format.bits), ...resolution(page.dpi) }).toBuffer()
  }
  // metadata would bring three channels with them
  const dense = image.withMetadata({ density: page.dpi })
  const kept = page.channels === 1 ? dense.withIccProfile('b-w').toColourspace('b-w') : dense
  if (format.kind === 'jpeg') return await kept.jpeg({ quality: format.quality }).toBuffer()
  return await kept.png(pngOptions(format.bits)).toBuffer()
}

const pngOptions = (bits: 1 | 8): PngOptions =>
  bits === 1 ? { palette: true, colours: 2, compressionLevel: 9 } : { compressionLevel: 9 }

const resolution = (dpi: number) => ({ xres: dpi / 25.4, yres: dpi / 25.4 })

const tiffOptions = (bits: 1 | 8): TiffOptions =>
  bits === 1 ? { compression: 'ccittfax4', bitdepth: 1 } : { compression: 'lzw' }

/** All pages in one TIFF file. They must be of one size and grey. */
export const manyPageTiff = async (pages: readonly ScanPage[], bits: 1 | 8): Promise<Buffer> => {
  const { width, height, channels, dpi } = pages[0] ?? fail()
  if (pages.some(p => p.width !== width || p.height !== height || p.channels !== 1)) fail()
  const raw = { width, height: height * pages.length, channels, pageHeight: height }
  return await sharp(Buffer.concat(pages.map(({ data }) => data)), { raw, limitInputPixels: false })
    .toColourspace('b-w')
    .tiff({ ...tiffOptions(bits), ...resolution(dpi) })
    .toBuffer()
}

const fail = (): never => {
  throw new Error('a TIFF of many pages is made of grey pages of one size')
}
