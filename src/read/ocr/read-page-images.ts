import { availableParallelism } from 'node:os'
import type { PageSize } from '../pdf/frame.ts'
import type { MakeRecogniser } from './choose-recogniser.ts'
import { type ImageThread, imageThread } from './image-thread.ts'
import type { OcrSettings } from './ocr-settings.ts'
import type { PageReading, ReadPart } from './page-reading.ts'
import { mayHoldWords, readPart } from './read-part.ts'
import { type Recogniser, RecognitionFailed } from './recogniser.ts'
import type { ThreadJob, ThreadSource } from './thread-messages.ts'

/** With less ink than this a page is blank where no word is found on it: specks, a staple, what shines through. */
const BLANK = 0.002

/**
 * Reads pages from their images, as many at once as the settings allow. Each of these has a thread for the image and an engine
 * of its own and holds one page, so that the memory does not grow with the document. A page that takes too long is given up, and
 * the others are read all the same, as long as the time of the document lasts.
 * @param onPage told of each page that is done with
 * @returns what became of each page, by its number
 */
export async function readPageImages(
  source: ThreadSource,
  jobs: readonly ThreadJob[],
  settings: OcrSettings,
  make: MakeRecogniser,
  onPage: () => void,
): Promise<ReadonlyMap<number, PageReading>> {
  const readings = new Map<number, PageReading>()
  const waiting = jobs[Symbol.iterator]()
  const untilEnd = AbortSignal.timeout(settings.secondsPerDocument * 1000)
  const lane = async () => {
    const [thread, recogniser] = [imageThread(source), make()]
    try {
      for (const job of waiting) {
        readings.set(job.number, await readOne(job, thread, recogniser, settings, untilEnd))
        onPage()
      }
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
