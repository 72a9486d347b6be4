import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import { isPassing, tellWaiting } from '../work/passing.ts'
import type { ReadingLog } from '../work/reading.ts'
import { settle, unfinishedBackfills } from './ledger.ts'
import { pauseAfter } from './pause.ts'
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

/** Milliseconds, as if looking had taken so long: what failed is not tried again at once. */
const FAULT_PAUSE = 250

/**
 * Stores the files of backfills that were sent, one backfill after the other, the oldest first, and ends those that are read,
 * whoever stored them. What another process holds that lives is left to it; files that were named on a command line are left to
 * that command, which may run on another machine.
 */
export function createSupervisor({ archive, limits, log, onStored }: SupervisorOptions): Supervisor {
  const stopping = new AbortController()
  const { signal } = stopping
  const naps = new Set<AbortController>()
  let wakes = 0
  let running: Promise<unknown> = Promise.resolve()
  const clock = () => new Date()

  /** @returns milliseconds that it has taken */
  const settleAll = async (): Promise<number> => {
    const begun = performance.now()
    for (const { id, state, sources } of await unfinishedBackfills(archive.db)) {
      if (state !== 'reading' || !(await settle(archive.db, id, clock().toISOString()))) continue
      // Once more, where the process was ended between the last file and this.
      await removeUploads(archive, sources)
      log.info({ backfill: id }, 'backfill done')
    }
    return performance.now() - begun
  }

  /** @returns 0: what it takes is work that has to be done */
  const storeAll = async (): Promise<number> => {
    for (const backfill of await unfinishedBackfills(archive.db)) {
      if (signal.aborted) break
      if (backfill.state !== 'storing' || backfill.sources.kind !== 'uploads') continue
      const outcome = await runBackfill(backfill, { archive, limits, log, signal, clock, onItem: onStored })
      if (outcome !== 'held') log.info({ backfill: backfill.id, outcome }, 'backfill')
    }
    return 0
  }

  const repeat = async (work: () => Promise<number>): Promise<void> => {
    while (!signal.aborted) {
      const before = wakes
      const spent = await work().catch(err => {
        if (isPassing(err)) tellWaiting(log)(err)
        else log.error({ err }, 'a backfill met a fault; it is tried again')
        return FAULT_PAUSE
      })
      if (wakes !== before || signal.aborted) continue
      const nap = new AbortController()
      naps.add(nap)
      await sleep(pauseAfter(spent), undefined, { signal: nap.signal, ref: false }).catch(() => {})
      naps.delete(nap)
    }
  }

  const wake = (): void => {
    wakes++
    for (const nap of naps) nap.abort()
  }

  return {
    start() {
      running = Promise.all([repeat(settleAll), repeat(storeAll)])
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
