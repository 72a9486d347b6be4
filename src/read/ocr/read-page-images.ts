import { availableParallelism } from 'node:os'
import type { PageSize } from '../pdf/frame.ts'
import { cellAt } from './cells/cell-sheet.ts'
import type { MakeRecogniser } from './choose-recogniser.ts'
import { type ImageThread, imageThread } from './image-thread.ts'
import type { OcrSettings } from './ocr-settings.ts'
import type { PageReading, ReadPart } from './page-reading.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { type Recogniser, RecognitionFailed } from './recogniser.ts'
import type { ReadyImage, ReadyPage, ThreadJob, ThreadSource } from './thread-messages.ts'

/** With less ink than this a page is blank where no word is found on it: specks, a staple, what shines through. */
const BLANK = 0.002

/** With fewer edges of ink no letter stands on a page. */
const FEWEST_EDGES = 60

/** Ink that is this wide on average, inches, is a dark surface; strokes of letters are a hundredth of it. */
const SURFACE = 0.7

/** No engine reads an image that is smaller than a letter, pixels. */
const SMALLEST = 16

/**
 * Reads pages from their images, as many at once as the settings allow. Each of these has a thread for the image and an engine
 * of its own and holds one page, so that the memory does not grow with the document. A page that takes too long is given up, and
 * the others are read all the same, as long as the time of the document lasts.
 * @returns what became of each page, by its number
 */
export async function readPageImages(
  source: ThreadSource,
  jobs: readonly ThreadJob[],
  settings: OcrSettings,
  make: MakeRecogniser,
): Promise<ReadonlyMap<number, PageReading>> {
  const readings = new Map<number, PageReading>()
  const waiting = jobs[Symbol.iterator]()
  const untilEnd = AbortSignal.timeout(settings.secondsPerDocument * 1000)
  const lane = async () => {
    const [thread, recogniser] = [imageThread(source), make()]
    try {
      for (const job of waiting) readings.set(job.number, await readOne(job, thread, recogniser, settings, untilEnd))
    } finally {
      await Promise.all([thread.close(), recogniser.close()])
    }
  }
  const lanes = Math.min(settings.workers ?? availableParallelism(), jobs.length)
  await Promise.all(Array.from({ length: lanes }, lane))
  return readings
}

async function readOne(
  job: ThreadJob,
  thread: ImageThread,
  recogniser: Recogniser,
  { secondsPerPage, secondsPerDocument }: OcrSettings,
  untilEnd: AbortSignal,
): Promise<PageReading> {
  const outOfTime = { status: 'lost', why: 'out-of-time', detail: `${secondsPerDocument} s` } as const
  let size: PageSize | null = null
  if (untilEnd.aborted) return { ...outOfTime, size }
  const signal = AbortSignal.any([AbortSignal.timeout(secondsPerPage * 1000), untilEnd])
  try {
    const reply = await thread.ready(job, signal)
    size = reply.size
    if (reply.status === 'none') {
      const { reason, detail } = reply
      if (reason === 'empty') return { status: 'blank', size }
      if (reason === 'not-pictured') return { status: 'not-pictured', size }
      return { status: 'lost', why: reason, size, detail }
    }
    const parts: ReadPart[] = []
    for (const page of reply.pages) parts.push(await readPart(page, recogniser, signal))
    if (parts.some(part => part.words.length > 0))
      return { status: 'read', size: reply.size, parts, cutOff: reply.cutOff }
    if (reply.cutOff) return { status: 'lost', why: 'damaged', size, detail: '' }
    const isBlank = reply.pages.every(page => page.images.every(image => image.ink < BLANK || !mayHoldWords(image)))
    return isBlank ? { status: 'blank', size } : { status: 'lost', why: 'no-words', size, detail: '' }
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200)
    if (untilEnd.aborted) return { ...outOfTime, size }
    if (signal.aborted) return { status: 'lost', why: 'too-slow', size, detail: `${secondsPerPage} s` }
    return { status: 'lost', why: error instanceof RecognitionFailed ? 'engine' : 'damaged', size, detail }
  }
}

async function readPart(page: ReadyPage, recogniser: Recogniser, signal: AbortSignal): Promise<ReadPart> {
  const { images, rules, toPage, steps, width, height, dpi } = page
  const words: RecognisedWord[] = []
  for (const image of images) {
    if (!mayHoldWords(image)) continue
    const found = await recogniser.recognise(image.raster, image.cells === null ? 'page' : 'block', signal)
    const lines = 1 + Math.max(-1, ...words.map(({ line }) => line))
    words.push(
      ...(image.cells === null ? found : wordsOfSheet(found, image.cells)).map(word => ({
        ...word,
        line: word.line + lines,
      })),
    )
  }
  return { words, rules, width, height, dpi, toPage, steps }
}

/** Words of a sheet of cells where they stand on the page. */
const wordsOfSheet = (words: readonly RecognisedWord[], cells: NonNullable<ReadyImage['cells']>): RecognisedWord[] =>
  words.map(word => {
    const [left, top, right, bottom] = word.box
    const [dx, dy] = cellAt({ cells }, (top + bottom) / 2)?.toPage ?? [0, 0]
    return { ...word, box: [left + dx, top + dy, right + dx, bottom + dy] }
  })

const mayHoldWords = ({ raster: { width, height, dpi }, ink, edges }: ReadyImage): boolean =>
  Math.min(width, height) >= SMALLEST &&
  edges >= FEWEST_EDGES &&
  (ink * width * height) / edges < Math.max(SMALLEST, SURFACE * dpi)
