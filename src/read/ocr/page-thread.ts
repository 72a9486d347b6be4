import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { openPdf } from '../pdf/open-pdf.ts'
import { imagePageImages } from './image-page-images.ts'
import type { PageImages } from './page-image.ts'
import { pdfPageImages } from './pdf-page-images.ts'
import { followedBy } from './prepare/affine.ts'
import { type PreparedPage, preparePage } from './prepare/prepare.ts'
import type { Affine } from './raster.ts'
import { imageRules } from './rules/image-rules.ts'
import { type ReadyPage, ThreadJob, type ThreadReply, ThreadSource } from './thread-messages.ts'

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
  const owned = reply.status === 'ready' ? reply.pages.map(page => page.raster.data.buffer as ArrayBuffer) : []
  parentPort?.postMessage(reply, owned)
})

async function answer({ number, minCoverage }: ThreadJob): Promise<ThreadReply> {
  const images = await opening
  const image = await images.page(number, minCoverage)
  if ('reason' in image) {
    return { status: 'none', reason: image.reason, size: image.size, detail: 'detail' in image ? image.detail : '' }
  }
  const pages: ReadyPage[] = []
  for (const prepared of await preparePage(image.raster)) pages.push(await ready(prepared, image.toPage))
  return { status: 'ready', size: image.size, cutOff: image.cutOff, pages }
}

async function ready({ raster, toSource, steps }: PreparedPage, toPage: Affine): Promise<ReadyPage> {
  const { width, height, dpi } = raster
  const { horizontal, vertical, crowded } = await imageRules(raster)
  const { dark, edges } = inkOf(raster.data)
  return {
    // samples of their own: what is handed over must not be a part of a larger buffer
    raster: { data: Uint8Array.from(raster.data), width, height, dpi, channels: 1 },
    toPage: followedBy(toSource, toPage),
    rules: { horizontal: [...horizontal], vertical: [...vertical], crowded },
    steps,
    ink: dark / Math.max(1, width * height),
    edges,
  }
}

function inkOf(samples: Uint8Array): { readonly dark: number; readonly edges: number } {
  let [dark, edges] = [0, 0]
  let isInk = false
  for (const value of samples) {
    if (value >= INK) isInk = false
    else {
      dark++
      if (!isInk) edges++
      isInk = true
    }
  }
  return { dark, edges }
}
