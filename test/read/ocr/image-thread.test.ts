import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { imageThread } from '../../../src/read/ocr/image-thread.ts'
import type { ThreadSource } from '../../../src/read/ocr/thread-messages.ts'
import { processorTime } from '../../support/processor-time.ts'

const page = async (width: number): Promise<ThreadSource> => ({
  kind: 'image',
  bytes: await sharp({ create: { width, height: 200, channels: 3, background: '#fff' } })
    .png()
    .toBuffer(),
  maxPixels: 1_000_000,
})

const JOB = { number: 1, minCoverage: 0 }
const widthOf = async (thread: ReturnType<typeof imageThread>, signal = new AbortController().signal) => {
  const reply = await thread.ready(JOB, signal)
  return reply.status === 'ready' ? reply.pages[0]?.width : reply.reason
}

describe('a thread for page images', () => {
  it('goes from document to document, and each gets its own pages', async () => {
    const took: number[] = []
    for (const width of [300, 400, 500]) {
      const thread = imageThread(await page(width))
      const from = processorTime()
      expect(await widthOf(thread)).toBe(width)
      took.push(processorTime() - from)
      await thread.close()
    }
    const [first = 0, ...later] = took
    expect(Math.min(...later)).toBeLessThan(first / 2)
  })

  it('says of a document that cannot be opened what is wrong, and opens the next one', async () => {
    const broken = imageThread({ kind: 'pdf', bytes: Buffer.from('%PDF-1.4 nothing'), maxPixels: 1_000_000 })
    expect(await widthOf(broken)).toBe('damaged')
    await broken.close()
    const thread = imageThread(await page(300))
    expect(await widthOf(thread)).toBe(300)
    await thread.close()
  })

  it('that is stopped in the midst of a page starts anew with the next', async () => {
    const thread = imageThread(await page(300))
    await expect(widthOf(thread, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    const soon = new AbortController()
    const reading = widthOf(thread, soon.signal)
    soon.abort(new Error('too slow'))
    await expect(reading).rejects.toThrow('too slow')
    expect(await widthOf(thread)).toBe(300)
    await thread.close()
  })
})
