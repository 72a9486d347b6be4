import type { Archive } from '../archive/archive.ts'
import type { ReextractionScope } from '../archive/database/tables.ts'
import { describeRun, findRun, newestRuns, openRuns, type ReextractionRow } from '../archive/reextractions/ledger.ts'
import type { Reextraction } from '../contract/index.ts'
import { ProblemError, problem } from '../problem.ts'
import { beginRun, carryOut, type RunOptions } from '../reextract/run.ts'
import type { Target } from '../reextract/target.ts'
import type { ReadingLog } from '../work/reading.ts'

/** The runs that read documents anew, as the server carries them out: one after the other, behind its answers. */
export interface Reextractions {
  /** Goes on with runs that were cut off when a server ended. */
  start(): Promise<void>
  /** Begins a run, or joins the one of this kind that is not over. */
  begin(scope: ReextractionScope): Promise<Reextraction>
  /** @throws ProblemError `no-such-reextraction` */
  find(id: string): Promise<Reextraction>
  newest(limit: number): Promise<Reextraction[]>
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

/** @param target what this server reads by; asked for when it is needed first */
export function createReextractions(
  { db }: Archive,
  target: () => Target,
  wake: () => void,
  log: ReadingLog,
): Reextractions {
  const stopping = new AbortController()
  let line: Promise<unknown> = Promise.resolve()
  const queued = new Set<string>()
  const options = (): RunOptions => ({
    ...{ db, target: target(), wake, signal: stopping.signal },
    now: () => new Date().toISOString(),
  })

  const carryOutLater = (run: ReextractionRow): void => {
    if (queued.has(run.id)) return
    queued.add(run.id)
    line = line
      .then(async () => {
        const { documents } = await carryOut(options(), run)
        log.info({ run: run.id, ...documents }, 'read anew')
      })
      .catch(err => {
        if (!stopping.signal.aborted)
          log.error({ err, run: run.id }, 'a run met a fault; it goes on with the next start')
      })
      .finally(() => queued.delete(run.id))
  }

  return {
    async start() {
      for (const run of await openRuns(db)) carryOutLater(run)
    },
    async begin(scope) {
      const run = await beginRun(options(), scope)
      carryOutLater(run)
      return await describeRun(db, run)
    },
    async find(id) {
      const run = await findRun(db, id)
      if (run === undefined) throw new ProblemError(problem('no-such-reextraction', { id }))
      return await describeRun(db, run)
    },
    async newest(limit) {
      const runs: Reextraction[] = []
      for (const run of await newestRuns(db, limit)) runs.push(await describeRun(db, run))
      return runs
    },
    async stop() {
      stopping.abort()
      await line
    },
  }
}
