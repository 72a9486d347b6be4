import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { apart } from './cells/apart.ts'
import type { SheetCell } from './cells/cell-sheet.ts'
import { imagePageImages } from './image-page-images.ts'
import { inFours, paperBits, pastPaper } from './in-fours.ts'
import { pageRoom } from './page-room.ts'
import { type OpenPages, openPdfPages } from './pdf-page-images.ts'
import { followedBy } from './prepare/affine.ts'
import { type PreparedPage, preparePage } from './prepare/prepare.ts'
import type { Affine, Raster } from './raster.ts'
import { imageRules } from './rules/image-rules.ts'
import { linesIn } from './rules/lines-in.ts'
import { withOverhang, withoutOverhang } from './rules/without-overhang.ts'
import { withoutRules } from './rules/without-rules.ts'
import { softened } from './softened.ts'
import {
  type ReadyImage,
  type ReadyPage,
  type ThreadJob,
  ThreadOrder,
  type ThreadReply,
  type ThreadSource,
} from './thread-messages.ts'

/**
 * A thread that makes the images of pages ready for recognition, one page at a time: decodes or draws, and prepares. It has one
 * document open at a time; pages are answered with a `ThreadReply`, whose samples last until the next page is asked for.
 */

// each core has a page of its own, and pages do not come again
sharp.concurrency(1)
sharp.cache(false)

/** Darker than this is ink on a page whose paper is white. */
const INK = 128

const room = pageRoom()

let opening: Promise<OpenPages> | null = null

const open = async ({ kind, bytes, maxPixels }: ThreadSource): Promise<OpenPages> =>
  kind === 'pdf'
    ? openPdfPages(bytes, maxPixels)
    : { images: imagePageImages(bytes, maxPixels), close: async () => undefined }

/** A document that cannot be opened says so with each of its pages. */
const quietly = (work: Promise<unknown> | undefined): Promise<unknown> | undefined => work?.catch(() => undefined)

const FOLLOW: { readonly [Order in ThreadOrder as Order['do']]: (order: Order) => void } = {
  open: ({ source }) => {
    opening = open(source)
    quietly(opening)
  },
  page: ({ job }) => void reply(job),
  close: () => {
    quietly(opening?.then(opened => opened.close()))
    opening = null
  },
}

const follow = <Order extends ThreadOrder>(order: Order): void => (FOLLOW[order.do] as (order: Order) => void)(order)

parentPort?.on('message', (message: unknown) => follow(ThreadOrder.parse(message)))

async function reply(job: ThreadJob): Promise<void> {
  const reply = await answer(job).catch(
    (error: unknown): ThreadReply => ({
      status: 'none',
      reason: 'damaged',
      size: null,
      detail: error instanceof Error ? error.message : String(error),
    }),
  )
  parentPort?.postMessage(reply)
}

async function answer({ number, minCoverage }: ThreadJob): Promise<ThreadReply> {
  if (opening === null) throw new Error('no document is open')
  const { images } = await opening
  room.clear()
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
  const lines = linesIn(raster, room.take(width * height))
  const whole = imageRules(raster, lines)
  const cut = withoutOverhang(whole, dpi)
  const rules = { horizontal: [...cut.horizontal], vertical: [...cut.vertical], crowded: cut.crowded }
  const clean = withOverhang({ before: raster, after: withoutRules(raster, whole, lines, room.take) }, { whole, cut })
  const { page, sheets } = apart(clean, rules)
  // where no table is set apart the letters are those of the page, which were looked at for specks
  const images = [await readyImage(page, null, sheets.length === 0 ? raster : page)]
  for (const sheet of sheets) images.push(await readyImage(sheet.raster, sheet.cells, sheet.raster))
  return { images, width, height, dpi, toPage: followedBy(toSource, toPage), rules, steps }
}

/** @param like what has the same letters */
async function readyImage(crisp: Raster, cells: readonly SheetCell[] | null, like: Raster): Promise<ReadyImage> {
  const { dark, edges } = inkOf(crisp.data)
  const { data, width, height, dpi } = await softened(crisp, like)
  const samples = room.take(data.length)
  samples.set(data)
  return {
    raster: { data: samples, width, height, dpi, channels: 1 },
    ink: dark / Math.max(1, width * height),
    edges,
    cells: cells === null ? null : cells.map(({ index, line, box, toPage }) => ({ index, line, box, toPage })),
  }
}

function inkOf(samples: Uint8Array): { readonly dark: number; readonly edges: number } {
  const fours = inFours(samples)
  const paper = paperBits(INK)
  let [dark, edges] = [0, 0]
  for (let at = 0; at < samples.length; at++) {
    at = pastPaper(fours, at, paper)
    if ((samples[at] ?? INK) >= INK) continue
    edges++
    const start = at
    while (at < samples.length && (samples[at] ?? INK) < INK) at++
    dark += at - start
    at--
  }
  return { dark, edges }
}
