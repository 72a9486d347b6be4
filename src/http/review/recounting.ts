import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../archive/database/database.ts'
import { uncounted } from '../../archive/review-queue.ts'
import type { ReadingLog } from '../../work/reading.ts'
import type { Review } from './review.ts'

/** Keeps the counts of the list to what has been decided, also on documents that were read anew since. */
export interface Recounting {
  start(): void
  /** Ends after the document at hand. */
  stop(): Promise<void>
}

/** Milliseconds between looks; a reviewer who has just decided asks for the records, which counts them, too. */
const PAUSE = 1000
/** Milliseconds after which what could not be counted is tried again: until then it does not hold the others up. */
const PATIENCE = 600_000
const AT_ONCE = 10

/** Counts documents anew whose counts are not those of their decisions, one after the other. */
export function createRecounting(
  db: Database,
  review: Pick<Review, 'records'>,
  log: Pick<ReadingLog, 'error'>,
  pause = PAUSE,
): Recounting {
  const stopping = new AbortController()
  const { signal } = stopping
  /** What could not be counted, and when. */
  const faulty = new Map<string, number>()
  let running: Promise<void> = Promise.resolve()

  const countAll = async (): Promise<void> => {
    for (const [document, since] of faulty) if (performance.now() - since > PATIENCE) faulty.delete(document)
    const documents = await uncounted(db, AT_ONCE + faulty.size)
    for (const document of documents.filter(each => !faulty.has(each))) {
      if (signal.aborted) return
      await review.records(document).catch((err: unknown) => {
        faulty.set(document, performance.now())
        log.error({ err, document }, 'the records of a document cannot be counted')
      })
    }
  }

  const repeat = async (): Promise<void> => {
    for (let next = pause; !signal.aborted; ) {
      await sleep(next, undefined, { signal, ref: false }).catch(() => {})
      if (signal.aborted) return
      next = await countAll().then(
        () => pause,
        (err: unknown) => {
          log.error({ err }, 'counting records met a fault; it is tried again')
          return 10 * pause
        },
      )
    }
  }

  return {
    start() {
      running = repeat()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
