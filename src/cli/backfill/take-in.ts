import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../../archive/archive.ts'
import { LEASE } from '../../archive/processes.ts'
import { askedToStop } from '../../asked-to-stop.ts'
import type { Backfill } from '../../backfill/backfill.ts'
import { findBackfill, releaseFromDead, settle } from '../../backfill/ledger.ts'
import { pauseAfter } from '../../backfill/pause.ts'
import { progressOf } from '../../backfill/progress.ts'
import { type RunOutcome, runBackfill } from '../../backfill/run-backfill.ts'
import { sourceLimits } from '../../backfill/sources/source-limits.ts'
import type { Config } from '../../config.ts'
import { ProblemError, problem } from '../../problem.ts'
import { isPassing } from '../../work/passing.ts'
import { pooledReading } from '../../work/pooled-reading.ts'
import type { Extract, ReadingLog } from '../../work/reading.ts'
import type { Streams } from '../streams.ts'
import { type ProgressDisplay, progressDisplay } from './progress-display.ts'
import { progressLine } from './progress-line.ts'
import { terminalLog } from './terminal-log.ts'

export interface TakeInOptions {
  readonly archive: Archive
  readonly config: Config
  readonly streams: Streams
  /** Reads one document; a pool of processes where it is not given. */
  readonly reader?: Extract | undefined
  /** Milliseconds that another process is given which holds the backfill; the lease of one that was killed where it is not given. */
  readonly patience?: number | undefined
}

const clock = () => new Date()

/**
 * Stores what a backfill takes in and reads it, showing how far it is, until all is done or the command is asked to stop; what is
 * left then is taken up by `resume`. Other processes that read the same archive help.
 * @returns whether all is done
 * @throws ProblemError `backfill-held` where another process stores its files
 */
export async function takeIn(backfill: Backfill, options: TakeInOptions): Promise<boolean> {
  const { archive, config, streams, reader, patience = archive.shared ? 2 * LEASE : 0 } = options
  const display = progressDisplay(streams)
  const log = terminalLog(display)
  const stopping = new AbortController()
  const { signal } = stopping
  void (streams.stopped ?? askedToStop()).then(() => stopping.abort())
  const { reading, close } = pooledReading({ archive, config, log, complain: display.say, reader })
  await reading.start()
  const storing = store(backfill, archive, config, { log, signal, patience, onStored: reading.wake })
  const watching = watch(backfill.id, archive, display, signal)
  try {
    const [, done] = await Promise.all([storing, watching])
    return done
  } finally {
    // Where one of them failed, the other is to end before the archive is closed.
    stopping.abort()
    await Promise.allSettled([storing, watching])
    display.clear()
    await close()
  }
}

interface StoreParts {
  readonly log: ReadingLog
  readonly signal: AbortSignal
  readonly patience: number
  readonly onStored: () => void
}

/** A process that was killed holds its backfill until its lease runs out. */
const store = async (backfill: Backfill, archive: Archive, config: Config, parts: StoreParts): Promise<RunOutcome> => {
  const { log, signal, patience, onStored } = parts
  const limits = sourceLimits(config.limits.maxBytes)
  const until = performance.now() + patience
  for (;;) {
    await releaseFromDead(archive, backfill.id)
    const outcome = await runBackfill(backfill, { archive, limits, log, signal, clock, onItem: onStored })
    if (outcome !== 'held' || signal.aborted) return outcome
    log.warn({ code: 'backfill-held' }, 'waiting for the process that held the backfill')
    if (performance.now() > until) throw new ProblemError(problem('backfill-held', { id: backfill.id }))
    await sleep(1_000, undefined, { signal }).catch(() => {})
  }
}

/** Shows the counts until the backfill is done. @returns false where the signal came before */
const watch = async (id: string, archive: Archive, display: ProgressDisplay, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const begun = performance.now()
    try {
      await settle(archive.db, id, clock().toISOString())
      const backfill = await findBackfill(archive.db, id)
      if (backfill === null) throw new ProblemError(problem('no-backfill', { id }))
      display.show(progressLine(await progressOf(archive.db, backfill, Date.now()), backfill.state === 'storing'))
      if (backfill.state === 'done') return true
    } catch (error) {
      // It is shown again when the database is back, or the disk has room.
      if (!isPassing(error)) throw error
    }
    await sleep(pauseAfter(performance.now() - begun), undefined, { signal }).catch(() => {})
  }
  return false
}
