import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { openPdf } from '../pdf/open-pdf.ts'
import { apart } from './cells/apart.ts'
import type { SheetCell } from './cells/cell-sheet.ts'
import { imagePageImages } from './image-page-images.ts'
import type { PageImages } from './page-image.ts'
import { pdfPageImages } from './pdf-page-images.ts'
import { followedBy } from './prepare/affine.ts'
import { type PreparedPage, preparePage } from './prepare/prepare.ts'
import type { Affine, Raster } from './raster.ts'
import { imageRules } from './rules/image-rules.ts'
import { withOverhang, withoutOverhang } from './rules/without-overhang.ts'
import { withoutRules } from './rules/without-rules.ts'
import { type ReadyImage, type ReadyPage, ThreadJob, type ThreadReply, ThreadSource } from './thread-messages.ts'

/** A thread that makes the images of a document's pages ready for recognition, one page at a time: decodes or draws, and prepares. */

// each core has a page of its own, and pages do not come again
sharp.concurrency(1)
sharp.cache(false)

/** Darker than this is ink on a page whose paper is white. */
const INK = 128

const source = ThreadSource.parse(workerData)
const opening = open()

async function open(): Promise<PageImages> {
  const { kind, bytes, maxPixels } = source
  if (kind === 'image') return imagePageImages(bytes, maxPixels)
  const opened = await openPdf(bytes, { maxPictureArea: maxPixels })
  if ('problem' in opened) throw new Error(opened.problem.code)
  return pdfPageImages(opened.pdf, bytes, maxPixels)
}

parentPort?.on('message', async (message: unknown) => {
  const reply = await answer(ThreadJob.parse(message)).catch(
    (error: unknown): ThreadReply => ({
      status: 'none',
      reason: 'damaged',
      size: null,
      detail: error instanceof Error ? error.message : String(error),
    }),
  )
  const owned =
    reply.status === 'ready'
      ? reply.pages.flatMap(page => page.images.map(image => image.raster.data.buffer as ArrayBuffer))
      : []
  parentPort?.postMessage(reply, owned)
})

async function answer({ number, minCoverage }: ThreadJob): Promise<ThreadReply> {
  const images = await opening
  const image = await images.page(number, minCoverage)
  if ('reason' in image) {
    return { status: 'none', reason: image.reason, size: image.size, detail: 'detail' in image ? image.detail : '' }
  }
  const pages: ReadyPage[] = []
  for (const prepared of await preparePage(image.raster)) pages.push(ready(prepared, image.toPage))
  return { status: 'ready', size: image.size, cutOff: image.cutOff, pages }
}

function ready({ raster, toSource, steps }: PreparedPage, toPage: Affine): ReadyPage {
  const { width, height, dpi } = raster
  const whole = imageRules(raster)
  const cut = withoutOverhang(whole, dpi)
  const rules = { horizontal: [...cut.horizontal], vertical: [...cut.vertical], crowded: cut.crowded }
  const clean = withOverhang({ before: raster, after: withoutRules(raster, whole) }, { whole, cut })
  const { page, sheets } = apart(clean, rules)
  const images = [readyImage(page, null), ...sheets.map(sheet => readyImage(sheet.raster, sheet.cells))]
  return { images, width, height, dpi, toPage: followedBy(toSource, toPage), rules, steps }
}

function readyImage({ data, width, height, dpi }: Raster, cells: readonly SheetCell[] | null): ReadyImage {
  const { dark, edges } = inkOf(data)
  return {
    // samples of their own: what is handed over must not be a part of a larger buffer
    raster: { data: data.slice(), width, height, dpi, channels: 1 },
    ink: dark / Math.max(1, width * height),
    edges,
    cells: cells === null ? null : cells.map(({ index, line, box, toPage }) => ({ index, line, box, toPage })),
  }
}

function inkOf(samples: Uint8Array): { readonly dark: number; readonly edges: number } {
  let [dark, edges] = [0, 0]
  let isInk = false
  // by index: iterating over as many samples takes five times as long
  for (let i = 0; i < samples.length; i++) {
    if ((samples[i] ?? 0) >= INK) isInk = false
    else {
      dark++
      if (!isInk) edges++
      isInk = true
    }
  }
  return { dark, edges }
}
