import type { Message } from '../../contract/index.ts'
import type { Limits } from '../../extract.ts'
import { type Problem, problem } from '../../problem.ts'
import { chooseRecogniser } from '../ocr/choose-recogniser.ts'
import { pagesRecognised, type ReadFor } from '../ocr/ocr-messages.ts'
import { DEFAULT_OCR, type OcrSettings } from '../ocr/ocr-settings.ts'
import type { PageReading } from '../ocr/page-reading.ts'
import { partLayout } from '../ocr/part-layout.ts'
import { readPageImages } from '../ocr/read-page-images.ts'
import type { Recogniser } from '../ocr/recogniser.ts'
import { problemOfPages, reportPages, reportWords } from '../ocr/report-pages.ts'
import type { ThreadJob } from '../ocr/thread-messages.ts'
import { pageCounter } from '../pages-read.ts'
import type { ReadResult } from '../source-document.ts'
import { imageChosen, imageJob } from './choose-layer.ts'
import type { LaidPage } from './laid-page.ts'
import { openPdf } from './open-pdf.ts'
import { holdsText, pagedDocument } from './paged-document.ts'
import { pageList, pagesDamaged, pagesUnread } from './pdf-messages.ts'
import { type LayerPage, readPages } from './read-pages.ts'

/**
 * Reads a PDF: the text layer of each page, or where that is missing, damaged or no more than a signature over a scan, its image
 * (`src/read/ocr`); messages say which pages and why. Lines are rebuilt from the positioned pieces of text, in reading order: blocks
 * side by side (agency and motto, recipients and signature) one after the other, rows of tables with tabs between the cells,
 * footnotes after the body. Tables are found by their rules, or where they have none by how their texts stand; one that goes on
 * over pages has one part a page. Each line has its page and its box in points from the upper left corner of the page as shown.
 * Problems: `password-protected`, `damaged-file`, `too-many-pages`; of a file without any text also `no-text`, `not-recognised`,
 * `too-many-pixels`, `ocr-missing`.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  const opened = await openPdf(bytes, { maxPictureArea: 0 })
  if ('problem' in opened) return { ok: false, problem: opened.problem }
  try {
    const { numPages } = opened.pdf
    if (numPages > limits.maxPages) {
      return { ok: false, problem: problem('too-many-pages', { pages: numPages, limit: limits.maxPages }) }
    }
    const onPage = pageCounter(numPages, limits.onPages)
    const mayHoldPictures = holdsPictures(bytes)
    const jobs: ThreadJob[] = []
    const pages = await readPages(opened.pdf, page => {
      const job = imageJob(page, mayHoldPictures)
      // what is read from its image is done with when that is
      if (job === null) onPage()
      else jobs.push(job)
    })
    return resultOf(pages, await readImages(bytes, jobs, limits.ocr ?? DEFAULT_OCR, onPage))
  } finally {
    await opened.close()
  }
}

/** What became of the pages whose images were read. */
interface Images {
  readonly readings: ReadonlyMap<number, PageReading>
  readonly engine: Recogniser['engine'] | null
  /** Why no image was read, and the pages whose images were to be. */
  readonly problem: Problem | null
  readonly unread: readonly number[]
  readonly settings: OcrSettings
}

async function readImages(
  bytes: Uint8Array,
  jobs: readonly ThreadJob[],
  settings: OcrSettings,
  onPage: () => void,
): Promise<Images> {
  const none = { readings: new Map<number, PageReading>(), engine: null, settings, unread: [] }
  if (jobs.length === 0) return { ...none, problem: null }
  const chosen = await chooseRecogniser(settings.engine)
  if ('problem' in chosen) {
    return { ...none, problem: chosen.problem, unread: jobs.map(({ number }) => number) }
  }
  const source = { kind: 'pdf', bytes, maxPixels: settings.maxPixels } as const
  const readings = await readPageImages(source, jobs, settings, chosen.make, onPage)
  return { readings, engine: chosen.engine, problem: null, unread: [], settings }
}

/** Pictures are streams, and the dictionaries of streams stand in the file as they are; those within a page's content are small. */
const holdsPictures = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image')

function resultOf(layers: readonly LayerPage[], images: Images): ReadResult {
  const { readings, engine, settings } = images
  const chosen = new Map<number, ReadFor>()
  const pages = layers.map((layer): LaidPage => {
    const { number, size, layout, inks } = layer
    const reading = readings.get(number)
    const why = reading === undefined ? null : imageChosen(layer, reading)
    if (why === null || reading?.status !== 'read') return { number, size, text: { readBy: 'pdf-text', layout, inks } }
    chosen.set(number, why)
    return { number, size, text: { readBy: 'ocr', parts: reading.parts.map(part => partLayout(number, part)) } }
  })
  const damaged = layers.filter(({ verdict }) => verdict === 'damaged').map(({ number }) => number)
  if (!holdsText(pages)) return { ok: false, problem: problemWithoutText(images, damaged) }
  const parts = new Map(pages.flatMap(({ number, text }) => (text.readBy === 'ocr' ? [[number, text.parts]] : [])))
  return {
    ok: true,
    document: pagedDocument(pages, 'application/pdf', [
      ...(engine === null ? [] : recognised(chosen, engine)),
      ...reportPages(readings, settings),
      ...reportWords(parts),
      ...(images.unread.length > 0 ? [pagesUnread(images.unread)] : []),
      ...(damaged.length > 0 ? [pagesDamaged(damaged)] : []),
    ]),
  }
}

const recognised = (chosen: ReadonlyMap<number, ReadFor>, engine: Recogniser['engine']): Message[] =>
  [...new Set(chosen.values())].map(why =>
    pagesRecognised(
      [...chosen].filter(([, each]) => each === why).map(([page]) => page),
      why,
      engine,
    ),
  )

function problemWithoutText({ readings, problem: missing, settings }: Images, damaged: readonly number[]): Problem {
  if (missing !== null) return missing
  const lost = problemOfPages(readings, settings)
  if (lost !== null) return lost
  return damaged.length > 0 ? problem('damaged-file', { detail: `pages ${pageList(damaged)}` }) : problem('no-text')
}
