import sharp, { type Sharp } from 'sharp'
import type { Limits } from '../extract.ts'
import { problem } from '../problem.ts'
import { DEFAULT_OCR } from '../read/ocr/ocr-settings.ts'
import { damaged } from './damaged.ts'
import type { DrawnPage } from './page-pictures.ts'

/** Pixels of the longer side: A4 at 220 dpi, enough to read small print at twice its size. */
const LONGEST = 2_600

const QUALITY = 82

/**
 * One page of a scan as a JPEG that every browser shows: turned as its camera says, on white paper, no longer than `LONGEST`. What
 * is left of a page whose file ends early is shown.
 * Problems: `no-such-page`, `too-many-pixels`, `damaged-file`.
 */
export async function drawPage(bytes: Uint8Array, page: number, limits: Limits): Promise<DrawnPage> {
  const { maxPixels } = limits.ocr ?? DEFAULT_OCR
  try {
    const { pages = 1 } = await opened(bytes, 1, false, 'none').metadata()
    if (page > pages) return { ok: false, problem: problem('no-such-page', { page, pages }) }
    const { width, height } = await opened(bytes, page, false, 'none').metadata()
    if (width * height > maxPixels) {
      return { ok: false, problem: problem('too-many-pixels', { pages: page, limit: maxPixels }) }
    }
    const picture = await jpegOf(opened(bytes, page, maxPixels, 'warning')).catch(() =>
      jpegOf(opened(bytes, page, maxPixels, 'none')),
    )
    return { ok: true, picture }
  } catch (error) {
    return { ok: false, problem: damaged(error) }
  }
}

const opened = (bytes: Uint8Array, page: number, most: number | false, failOn: 'warning' | 'none'): Sharp =>
  sharp(bytes, { page: page - 1, limitInputPixels: most, failOn, sequentialRead: true })

const jpegOf = (picture: Sharp): Promise<Uint8Array> =>
  picture
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer()
