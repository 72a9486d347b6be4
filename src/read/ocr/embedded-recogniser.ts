import { createWorker, OEM, type PSM, type Worker } from 'tesseract.js'
import { z } from 'zod'
import { LANGUAGE, PACKED_MODEL } from './language-model.ts'
import { portableGraymap } from './portable-graymap.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { type Recogniser, RecognitionFailed, SEGMENTATION } from './recogniser.ts'

const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
const Word = z.object({ text: z.string(), confidence: z.number(), bbox: Box })
const Line = z.object({ words: z.array(Word) })
const Block = z.object({ paragraphs: z.array(z.object({ lines: z.array(Line) })) })
const Blocks = z.array(Block).nullable()

/** Reads with tesseract.js, which comes with the program: slower than the native one, and always there. */
export function embeddedRecogniser(): Recogniser {
  let worker: Promise<Worker> | null = null
  const stop = async () => {
    const stopping = worker
    worker = null
    await stopping?.then(each => each.terminate()).catch(() => undefined)
  }
  return {
    engine: 'embedded',
    async recognise(page, form, signal) {
      signal.throwIfAborted()
      worker ??= startWorker()
      const reading = worker.then(async each => {
        await each.setParameters({
          user_defined_dpi: String(Math.round(page.dpi)),
          tessedit_pageseg_mode: SEGMENTATION[form] as PSM,
        })
        return await each.recognize(portableGraymap(page), {}, { text: true, blocks: true })
      })
      try {
        const { data } = await orStopped(reading, signal)
        return wordsOf(Blocks.parse(data.blocks))
      } catch (error) {
        await stop()
        signal.throwIfAborted()
        throw new RecognitionFailed(error instanceof Error ? error.message : String(error))
      }
    },
    close: stop,
  }
}

/** Everything it needs lies on the disk: it neither asks the network nor keeps a cache. */
const startWorker = (): Promise<Worker> =>
  createWorker(LANGUAGE, OEM.LSTM_ONLY, {
    langPath: PACKED_MODEL,
    gzip: true,
    cacheMethod: 'none',
    // without a handler the library throws where nobody can catch it; the call fails all the same
    errorHandler: () => undefined,
  })

/** A worker that is terminated never answers. */
function orStopped<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopped = () => reject(signal.reason)
    signal.addEventListener('abort', stopped, { once: true })
    reading.then(resolve, reject).finally(() => signal.removeEventListener('abort', stopped))
  })
}

function wordsOf(blocks: z.infer<typeof Blocks>): RecognisedWord[] {
  const lines = (blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))
  return lines.flatMap(({ words }, line) =>
    words
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
        text: text.trim().normalize('NFC'),
        box: [x0, y0, x1, y1] as const satisfies RecognisedWord['box'],
        confidence: Math.min(100, Math.max(0, confidence)),
        line,
      })),
  )
}
