import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import type { ReadingLog } from '../work/reading.ts'
import { settle, unfinishedBackfills } from './ledger.ts'
import { removeUploads } from './remove-uploads.ts'
import { runBackfill } from './run-backfill.ts'
import type { SourceLimits } from './sources/source-limits.ts'

export interface SupervisorOptions {
  readonly archive: Archive
  readonly limits: SourceLimits
  readonly log: ReadingLog
  /** Documents wait to be read. */
  readonly onStored: () => void
}

/** Takes care, in a server, that backfills come to their end. */
export interface Supervisor {
  start(): void
  /** Says that there is a new backfill, or one to be done again. */
  wake(): void
  /**
   * Ends storing after the file at hand; it goes on when a server starts again.
   * @param patience milliseconds that the file is given
   */
  stop(patience: number): Promise<void>
}

/** Milliseconds between two looks at what is unfinished; and never more than a twentieth of the time is spent looking. */
const LOOK = 1_000
const LOOK_SHARE = 20

/**
 * Stores the files of backfills that were sent, one backfill after the other, the oldest first, and ends those that are read,
 * whoever stored them. What another process holds that lives is left to it; files that were named on a command line are left to
 * that command, which may run on another machine.
 */
export function createSupervisor({ archive, limits, log, onStored }: SupervisorOptions): Supervisor {
  const stopping = new AbortController()
  const { signal } = stopping
  let nap = new AbortController()
  let woken = false
  let running: Promise<void> = Promise.resolve()
  const clock = () => new Date()

  const look = async (): Promise<void> => {
    for (const backfill of await unfinishedBackfills(archive.db)) {
      if (signal.aborted) return
      if (backfill.state === 'reading') {
        if (!(await settle(archive.db, backfill.id, clock().toISOString()))) continue
        // Once more, where the process was ended between the last file and this.
        await removeUploads(archive, backfill.sources)
        log.info({ backfill: backfill.id }, 'backfill done')
      } else if (backfill.sources.kind === 'uploads') {
        const outcome = await runBackfill(backfill, { archive, limits, log, signal, clock, onItem: onStored })
        if (outcome !== 'held') log.info({ backfill: backfill.id, outcome }, 'backfill')
      }
    }
  }

  const go = async (): Promise<void> => {
    while (!signal.aborted) {
      woken = false
      const begun = performance.now()
      await look().catch(err => log.error({ err }, 'a backfill met a fault; it is tried again'))
      const pause = Math.max(LOOK, (performance.now() - begun) * LOOK_SHARE)
      nap = new AbortController()
      if (!woken && !signal.aborted) await sleep(pause, undefined, { signal: nap.signal, ref: false }).catch(() => {})
    }
  }

  const wake = (): void => {
    woken = true
    nap.abort()
  }

  return {
    start() {
      running = go()
    },
    wake,
    async stop(patience) {
      stopping.abort()
      wake()
      const timer = new AbortController()
      await Promise.race([running, sleep(patience, undefined, { signal: timer.signal }).catch(() => {})])
      timer.abort()
    },
  }
}
