import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './database.ts'
import { dialectOf } from './dialect.ts'

/** Runs work in a transaction, and gives its result when that is on the disk. The work may be run twice. */
export type Commit = <T>(work: (db: Database) => Promise<T>) => Promise<T>

interface Job {
  readonly run: (db: Database) => Promise<void>
  readonly settle: (outcome: { readonly ok: true } | { readonly ok: false; readonly error: unknown }) => void
}

/** Milliseconds that others are waited for at most. */
const LONGEST_WAIT = 10

/**
 * Lets what is to be committed at about the same time share one transaction, and so one wait for the disk: with SQLite that wait
 * holds up the whole process. A commit waits for others as long as the last one took: where the disk is fast, hardly at all. Where one of a group fails, each is run again by itself. PostgreSQL groups commits of its own accord.
 */
export function groupCommit(db: Database): Commit {
  if (dialectOf(db).shared) return work => db.transaction().execute(work)
  let waiting: Job[] = []
  let busy = false
  let lastTook = 0

  const together = async (jobs: readonly Job[]) => {
    const begun = performance.now()
    await db.transaction().execute(async tx => {
      for (const job of jobs) await job.run(tx)
    })
    lastTook = performance.now() - begun
  }

  const alone = async (job: Job) => {
    await together([job]).then(
      () => job.settle({ ok: true }),
      error => job.settle({ ok: false, error }),
    )
  }

  const commitAll = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      await sleep(Math.min(lastTook, LONGEST_WAIT))
      const jobs = waiting
      waiting = []
      const [only] = jobs
      if (only !== undefined && jobs.length === 1) {
        await alone(only)
        continue
      }
      try {
        await together(jobs)
        for (const job of jobs) job.settle({ ok: true })
      } catch {
        for (const job of jobs) await alone(job)
      }
    }
    busy = false
  }

  return <T>(work: (db: Database) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | null = null
      waiting.push({
        run: async tx => {
          result = { value: await work(tx) }
        },
        settle: outcome => {
          if (!outcome.ok) reject(outcome.error)
          else if (result !== null) resolve(result.value)
        },
      })
      if (!busy) void commitAll()
    })
}
