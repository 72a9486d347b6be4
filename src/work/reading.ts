import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import type { PackedExtraction } from '../archive/packed-extraction.ts'
import { BEAT } from '../archive/processes.ts'
import type { Claimed } from '../archive/reading-states.ts'
import type { Extraction } from '../contract/index.ts'
import type { ExtractResult, Limits } from '../extract.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import type { PagesRead } from '../read/pages-read.ts'
import type { Timings } from '../stopwatch.ts'
import { pageProgress } from './page-progress.ts'
import { isPassing, isPassingCode, tellWaiting } from './passing.ts'
import { persistently } from './persistently.ts'

export type Extract = (bytes: Uint8Array, name: string, limits: Limits) => Promise<ExtractResult>

/** Of a document that was read: the extraction, packed by whoever read it where that is another process. */
export type ReadResult =
  | {
      readonly ok: true
      readonly extraction: Extraction | PackedExtraction
      readonly timings?: Timings | undefined
    }
  | { readonly ok: false; readonly problem: Problem }

/** Reads one document: the pipeline itself, or a pool of processes that run it. */
export type Read = (bytes: Uint8Array, name: string, limits: Limits) => Promise<ReadResult>

export interface ReadingLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** What became of a document that was read. */
export interface ReadOutcome {
  /** `read`, `lost` (somebody else reads it by now), or the code of the problem. */
  readonly outcome: string
  readonly milliseconds: number
  /** Milliseconds of each stage, where the reader measured them. */
  readonly timings?: Readonly<Record<string, number>> | undefined
}

export interface ReadingOptions {
  readonly archive: Archive
  readonly extract: Read
  readonly limits: Limits
  readonly log: ReadingLog
  /** How many documents are read at once; 0: others read. */
  readonly lanes?: number
  /** Whether a problem ended what read the document, so that it is tried again. */
  readonly isAttemptLost?: (cause: Problem) => boolean
  readonly onRead?: (outcome: ReadOutcome) => void
}

export interface Reading {
  /** Takes up what was under way when its process ended, then all that waits. */
  start(): Promise<void>
  /** Says that documents wait. */
  wake(): void
  /** Resolves when nothing waits that this process could take, and it reads nothing. */
  idle(): Promise<void>
  /**
   * Takes no further document, and gives those under way the time to end; what has not ended then goes back to waiting.
   * @param patience milliseconds
   */
  stop(patience: number): Promise<void>
}

/** Milliseconds between two looks for documents that wait: others may have stored them, or a fault has ended a lane. */
const POLL = 1_000

/**
 * Reads the documents of the archive that wait, by their priority, the oldest first. The archive is the queue: nothing is kept
 * in memory, and any number of processes may take from it.
 */
export function createReading(options: ReadingOptions): Reading {
  const { archive, extract, limits, log, lanes = 1, isAttemptLost = () => false, onRead = () => {} } = options
  const running = new Set<Promise<void>>()
  const underWay = new Map<string, Claimed>()
  const timers: NodeJS.Timeout[] = []
  const stopping = new AbortController()
  const closing = new AbortController()
  let woken = false
  let attended = false

  const waits = tellWaiting(log)

  const fault = (err: unknown) => log.error({ err }, 'the queue met a fault')

  /** Of work that may fail, as it is done again: says why. */
  const mayFail = (message: string) => (err: unknown) => (isPassing(err) ? waits(err) : log.warn({ err }, message))

  const faultOf = (err: unknown, { document }: Claimed): Problem => {
    const incident = randomUUID()
    log.error({ err, document: document.id, incident }, 'reading met a fault')
    return problem('internal', { incident })
  }

  /** Who waits is told more the next time: it is no reason to stop. */
  const tellPages = async (claimed: Claimed, pages: PagesRead): Promise<void> => {
    if (closing.signal.aborted) return
    await archive.tellPages(claimed, pages).catch(mayFail('could not tell how far reading is'))
  }

  /** @throws ProblemError of a problem that passes, with nothing wrong about the document */
  const attempt = async (claimed: Claimed, bytes: Uint8Array): Promise<ReadResult> => {
    const progress = pageProgress(pages => tellPages(claimed, pages))
    try {
      const result = await extract(bytes, claimed.document.name, { ...limits, onPages: progress.tell })
      if (!result.ok && isPassingCode(result.problem.code)) throw new ProblemError(result.problem)
      return result
    } finally {
      await progress.end()
    }
  }

  const read = async (claimed: Claimed): Promise<ReadResult> => {
    const { signal } = closing
    try {
      const bytes = await persistently(() => archive.original(claimed.document), signal, waits)
      const result = bytes === null ? null : await persistently(() => attempt(claimed, bytes), signal, waits)
      return result ?? { ok: false, problem: problem('reading-interrupted') }
    } catch (err) {
      return { ok: false, problem: err instanceof ProblemError ? err.problem : faultOf(err, claimed) }
    }
  }

  /** Stores what became of a document. @returns the outcome's name */
  const store = async (claimed: Claimed, result: ReadResult): Promise<string> => {
    if (result.ok) {
      try {
        return (await archive.finish(claimed, result.extraction)) ? 'read' : 'lost'
      } catch (err) {
        if (isPassing(err)) throw err
        return await store(claimed, { ok: false, problem: faultOf(err, claimed) })
      }
    }
    if (isAttemptLost(result.problem)) {
      await archive.putBack(claimed, result.problem)
      woken = true
      return result.problem.code
    }
    return (await archive.fail(claimed, result.problem)) ? result.problem.code : 'lost'
  }

  const begin = (claimed: Claimed): Promise<ReadResult> => {
    underWay.set(claimed.claim, claimed)
    log.info({ document: claimed.document.id, attempt: claimed.attempts }, 'reading')
    return read(claimed)
  }

  const end = async (claimed: Claimed, result: ReadResult, begun: number): Promise<void> => {
    // Given back while it was being read: somebody reads it anew, and the database may be closed by now.
    if (closing.signal.aborted) return
    const outcome = await persistently(() => store(claimed, result), closing.signal, waits)
    if (outcome === null) return
    underWay.delete(claimed.claim)
    const milliseconds = Math.round(performance.now() - begun)
    onRead({ outcome, milliseconds, timings: result.ok ? result.timings : undefined })
    log.info({ document: claimed.document.id, ms: milliseconds, outcome }, 'read')
  }

  const next = () => persistently(() => archive.takeNext(), stopping.signal, waits)

  /** Reads one document after the other; while a result is stored, the next document is read. */
  const lane = async (): Promise<void> => {
    let storing: Promise<unknown> = Promise.resolve()
    try {
      do {
        woken = false
        for (let claimed = await next(); claimed !== null; claimed = await next()) {
          const begun = performance.now()
          const result = await begin(claimed)
          await storing
          storing = end(claimed, result, begun).catch(fault)
          if (stopping.signal.aborted) return
        }
        await storing
      } while (woken && !stopping.signal.aborted)
    } finally {
      await storing
    }
  }

  const wake = (): void => {
    woken = true
    while (!stopping.signal.aborted && running.size < lanes) {
      const run = lane()
        .catch(fault)
        .finally(() => running.delete(run))
      running.add(run)
    }
  }

  const attend = async (): Promise<void> => {
    try {
      const again = await archive.attend()
      attended = true
      if (again === 0) return
      log.info({ documents: again }, 'taken up again')
      wake()
    } catch (err) {
      mayFail('this process could not report to the archive')(err)
    }
  }

  const every = (milliseconds: number, work: () => void) => {
    timers.push(setInterval(work, milliseconds).unref())
  }

  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running)
  }

  return {
    async start() {
      await attend()
      const { waiting } = await archive.queue()
      if (waiting > 0) log.info({ waiting }, 'documents wait to be read')
      // The one owner of an archive has nobody to tell that it lives, and takes up once what the one before had taken.
      every(BEAT, () => {
        if (archive.shared || !attended) void attend()
      })
      every(POLL, wake)
      wake()
    },
    wake,
    idle,
    async stop(patience) {
      stopping.abort()
      for (const timer of timers) clearInterval(timer)
      const timer = new AbortController()
      await Promise.race([idle(), sleep(patience, undefined, { signal: timer.signal }).catch(() => {})])
      timer.abort()
      closing.abort()
      const left = [...underWay.values()]
      underWay.clear()
      for (const claimed of left) {
        // Where the database is away, the lease runs out by itself.
        await archive.giveBack(claimed).catch(err => log.warn({ err }, 'could not give a document back'))
        log.info({ document: claimed.document.id }, 'given back unread')
      }
    },
  }
}
