import { randomUUID } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { StoredDocument } from '../archive/stored-document.ts'
import type { ExtractResult, Limits } from '../extract.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'

export type Extract = (bytes: Uint8Array, name: string, limits: Limits) => Promise<ExtractResult>

export interface ReadingLog {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

export interface ReadingOptions {
  readonly archive: Archive
  /** Reads one document. A pool of workers takes its place by being a function of this form. */
  readonly extract: Extract
  readonly limits: Limits
  readonly log: ReadingLog
  /** How many documents are read at once. */
  readonly lanes?: number
}

export interface Reading {
  /** Takes up what was under way when the process ended, then all that waits. */
  start(): Promise<void>
  /** Says that a document waits. */
  wake(): void
  /** Resolves when nothing waits and nothing is being read. */
  idle(): Promise<void>
  /**
   * Takes no further document, and gives those under way the time to end; what has not ended then goes back to waiting.
   * @param patience milliseconds
   */
  stop(patience: number): Promise<void>
}

/** Reads the documents of the archive that wait, the oldest first. The archive is the queue: nothing is kept in memory. */
export function createReading({ archive, extract, limits, log, lanes = 1 }: ReadingOptions): Reading {
  const running = new Set<Promise<void>>()
  const underWay = new Map<string, StoredDocument>()
  let stopped = false
  let woken = false

  const faultOf = (err: unknown, document: StoredDocument): Problem => {
    const incident = randomUUID()
    log.error({ err, document: document.id, incident }, 'reading met a fault')
    return problem('internal', { incident })
  }

  const read = async (document: StoredDocument): Promise<ExtractResult> => {
    try {
      return await extract(await archive.original(document), document.name, limits)
    } catch (err) {
      return { ok: false, problem: faultOf(err, document) }
    }
  }

  /** A result that cannot be stored is no result: the document has failed, and says why. @returns the outcome's name */
  const store = async (document: StoredDocument, result: ExtractResult): Promise<string> => {
    if (!result.ok) {
      await archive.fail(document, result.problem)
      return result.problem.code
    }
    try {
      await archive.finish(document, result.extraction)
      return 'read'
    } catch (err) {
      const cause = err instanceof ProblemError ? err.problem : faultOf(err, document)
      return await store(document, { ok: false, problem: cause })
    }
  }

  const readOne = async (document: StoredDocument): Promise<void> => {
    const begun = performance.now()
    underWay.set(document.id, document)
    log.info({ document: document.id }, 'reading')
    const result = await read(document)
    // Given back while it was being read: somebody reads it anew, and the database may be closed by now.
    if (!underWay.delete(document.id)) return
    const outcome = await store(document, result)
    log.info({ document: document.id, ms: Math.round(performance.now() - begun), outcome }, 'read')
  }

  const lane = async (): Promise<void> => {
    do {
      woken = false
      for (let next = await archive.takeNext(); next !== null; next = await archive.takeNext()) {
        await readOne(next)
        if (stopped) return
      }
    } while (woken && !stopped)
  }

  const wake = (): void => {
    woken = true
    if (stopped || running.size >= lanes) return
    const run = lane()
      .catch(err => log.error({ err }, 'the queue met a fault'))
      .finally(() => running.delete(run))
    running.add(run)
  }

  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running)
  }

  return {
    async start() {
      const waiting = await archive.resume()
      if (waiting > 0) log.info({ waiting }, 'documents wait to be read')
      wake()
    },
    wake,
    idle,
    async stop(patience) {
      stopped = true
      const timer = new AbortController()
      const late = new Promise<void>(resolve => {
        const handle = setTimeout(resolve, patience)
        timer.signal.addEventListener('abort', () => {
          clearTimeout(handle)
          resolve()
        })
      })
      await Promise.race([idle(), late])
      timer.abort()
      const left = [...underWay.values()]
      underWay.clear()
      for (const document of left) {
        await archive.giveBack(document)
        log.info({ document: document.id }, 'given back unread')
      }
    },
  }
}
