import type { Archive } from '../../src/archive/archive.ts'
import { streamOf } from './archive.ts'
import { extractionOf, observation } from './extraction.ts'

/** Something that goes on writing to an archive. */
export interface Writing {
  /** Ids of the documents whose upload was answered, in order. */
  readonly answered: readonly string[]
  /** Resolves when so many uploads were answered. */
  until(count: number): Promise<void>
  stop(): Promise<void>
}

/** Uploads documents as fast as it can, and reads two of three, until it is told to stop. */
export const writing = (archive: Archive): Writing => {
  const answered: string[] = []
  let stopped = false
  const work = async () => {
    for (let i = 0; !stopped; i++) {
      const text = `${i} hợp tác xã ${'x'.repeat(20_000)}`
      const { document } = await archive.add(streamOf(text), `${i}.txt`, 1024 * 1024)
      answered.push(document.id)
      const claimed = i % 3 === 2 ? null : await archive.takeNext()
      if (claimed === null) continue
      const bytes = await archive.original(claimed.document)
      const read = Buffer.from(bytes).toString()
      const found = observation(read, /\d+/.exec(read)?.[0] ?? '')
      await archive.finish(claimed, extractionOf(bytes, claimed.document.name, { observations: [found] }))
    }
  }
  const done = work()
  return {
    answered,
    async until(count) {
      while (answered.length < count) await new Promise(resolve => setTimeout(resolve, 5))
    },
    async stop() {
      stopped = true
      await done
    },
  }
}
