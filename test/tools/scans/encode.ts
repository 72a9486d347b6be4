import sharp, { type TiffOptions } from 'sharp'
import { imageOf, type ScanPage } from './scan-page.ts'

/** How pages are kept. `png` and `tiff` with one bit a pixel are for pages that were brought to two levels before. */
export type Format =
  | { readonly kind: 'jpeg'; readonly quality: number }
  | { readonly kind: 'png' | 'tiff'; readonly bits: 1 | 8 }

export const ENDINGS: Readonly<Record<Format['kind'], string>> = { jpeg: 'jpg', png: 'png', tiff: 'tif' }

/** One page as a file. */
export const encoded = async (page: ScanPage, format: Format): Promise<Buffer> => {
  const image = imageOf(page).withMetadata({ density: page.dpi })
  if (page.channels === 1) image.toColourspace('b-w')
  switch (format.kind) {
    case 'jpeg':
      return await image.jpeg({ quality: format.quality }).toBuffer()
    case 'png':
      return await image.png(format.bits === 1 ? { palette: true, colours: 2 } : { compressionLevel: 9 }).toBuffer()
    case 'tiff':
      return await image.tiff({ ...tiffOptions(format.bits), xres: page.dpi / 25.4, yres: page.dpi / 25.4 }).toBuffer()
  }
}

const tiffOptions = (bits: 1 | 8): TiffOptions =>
  bits === 1 ? { compression: 'ccittfax4', bitdepth: 1 } : { compression: 'lzw' }

/** All pages in one TIFF file. They must be of one size. */
export const manyPageTiff = async (pages: readonly Buffer[], bits: 1 | 8, dpi: number): Promise<Buffer> =>
  await sharp([...pages], { join: { animated: true }, limitInputPixels: false })
    .toColourspace('b-w')
    .tiff({ ...tiffOptions(bits), xres: dpi / 25.4, yres: dpi / 25.4 })
    .toBuffer()
