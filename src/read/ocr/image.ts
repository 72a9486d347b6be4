import sharp from 'sharp'
import type { Limits } from '../../extract.ts'
import { problem } from '../../problem.ts'
import { pageCounter } from '../pages-read.ts'
import type { LaidPage } from '../pdf/laid-page.ts'
import { holdsText, pagedDocument } from '../pdf/paged-document.ts'
import type { ReadResult } from '../source-document.ts'
import { chooseRecogniser } from './choose-recogniser.ts'
import { pagesRecognised } from './ocr-messages.ts'
import { DEFAULT_OCR } from './ocr-settings.ts'
import type { PageReading } from './page-reading.ts'
import { partLayout } from './part-layout.ts'
import { readPageImages } from './read-page-images.ts'
import { problemOfPages, reportPages, reportWords } from './report-pages.ts'

/**
 * Reads a PNG, a JPEG or a TIFF of one or several pages: each page is prepared and recognised, and its text laid out as that of a
 * PDF is, with its tables. Boxes are in points of the page as shown, by the resolution that the file gives, else as of A4.
 * Problems: `damaged-file`, `too-many-pages`, `too-many-pixels`, `not-recognised`, `no-text` (blank), `ocr-missing`.
 */
export async function readImage(bytes: Uint8Array, mediaType: string, limits: Limits): Promise<ReadResult> {
  const settings = limits.ocr ?? DEFAULT_OCR
  const count = await pageCount(bytes)
  if (typeof count !== 'number') return { ok: false, problem: problem('damaged-file', { detail: count.detail }) }
  if (count > limits.maxPages) {
    return { ok: false, problem: problem('too-many-pages', { pages: count, limit: limits.maxPages }) }
  }
  const chosen = await chooseRecogniser(settings.engine)
  if ('problem' in chosen) return { ok: false, problem: chosen.problem }
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  const readings = await readPageImages(
    { kind: 'image', bytes, maxPixels: settings.maxPixels },
    numbers.map(number => ({ number, minCoverage: 0 })),
    settings,
    chosen.make,
    pageCounter(count, limits.onPages),
  )
  const pages = numbers.map(number => laidPage(number, readings.get(number)))
  if (!holdsText(pages)) return { ok: false, problem: problemOfPages(readings, settings) ?? problem('no-text') }
  const read = numbers.filter(number => readings.get(number)?.status === 'read')
  return {
    ok: true,
    document: pagedDocument(pages, mediaType, [
      pagesRecognised(read, 'no-layer', chosen.engine),
      ...reportPages(readings, settings),
      ...reportWords(new Map(pages.map(({ number, text }) => [number, text.readBy === 'ocr' ? text.parts : []]))),
    ]),
  }
}

/** Pages of the file; what is wrong with it where it cannot be opened at all. Nothing is decoded. */
const pageCount = (bytes: Uint8Array): Promise<number | { readonly detail: string }> =>
  sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .then(
      ({ pages }) => pages ?? 1,
      (error: unknown) => ({
        detail: ((error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? '').slice(0, 200),
      }),
    )

const NO_SIZE = { width: 0, height: 0 }

const laidPage = (number: number, reading: PageReading | undefined): LaidPage => ({
  number,
  size: reading?.size ?? NO_SIZE,
  text: {
    readBy: 'ocr',
    parts: reading?.status === 'read' ? reading.parts.map(part => partLayout(number, part)) : [],
  },
})
