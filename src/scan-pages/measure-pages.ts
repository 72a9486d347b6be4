import sharp, { type Metadata } from 'sharp'
import type { Limits } from '../extract.ts'
import { problem } from '../problem.ts'
import { dpiOf, imagePageSize } from '../read/ocr/image-page-size.ts'
import type { PageSize } from '../read/pdf/frame.ts'
import { damaged } from './damaged.ts'
import type { MeasuredPages } from './page-pictures.ts'

/**
 * The size of each page of a scan, by the same measure as the boxes of its words (see `readImage`). Nothing is decoded.
 * Problems: `damaged-file`, `too-many-pages`.
 */
export async function measurePages(bytes: Uint8Array, limits: Limits): Promise<MeasuredPages> {
  try {
    const { pages: count = 1 } = await metadataOf(bytes, 1)
    if (count > limits.maxPages) {
      return { ok: false, problem: problem('too-many-pages', { pages: count, limit: limits.maxPages }) }
    }
    const pages: PageSize[] = []
    for (let page = 1; page <= count; page++) pages.push(await sizeOf(bytes, page))
    return { ok: true, pages }
  } catch (error) {
    return { ok: false, problem: damaged(error) }
  }
}

const metadataOf = (bytes: Uint8Array, page: number): Promise<Metadata> =>
  sharp(bytes, { page: page - 1, limitInputPixels: false, failOn: 'none' }).metadata()

async function sizeOf(bytes: Uint8Array, page: number): Promise<PageSize> {
  const { autoOrient, density } = await metadataOf(bytes, page)
  const { width, height } = autoOrient
  return imagePageSize(width, height, dpiOf(width, height, density))
}
