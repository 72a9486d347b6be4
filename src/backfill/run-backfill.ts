import type { Archive } from '../archive/archive.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import { tellWaiting } from '../work/passing.ts'
import { persistently } from '../work/persistently.ts'
import type { ReadingLog } from '../work/reading.ts'
import type { Backfill } from './backfill.ts'
import { closeListed } from './close-listed.ts'
import type { NewItem } from './items.ts'
import { hold, lockBackfill, release, setState, settle } from './ledger.ts'
import { openSources } from './open-sources.ts'
import { removeUploads } from './remove-uploads.ts'
import type { SourceLimits } from './sources/source-limits.ts'
import { storeSources } from './store-sources.ts'

export interface RunOptions {
  readonly archive: Archive
  readonly limits: SourceLimits
  readonly log: ReadingLog
  readonly signal: AbortSignal
  readonly clock: () => Date
  /** Told of each item when its file is stored: its document waits to be read now. */
  readonly onItem: (item: NewItem) => void
}

/** `stored`: all files are; `stopped`: by the signal; `held`: another process is at it. */
export type RunOutcome = 'stored' | 'stopped' | 'held'

/**
 * Stores the files of a backfill that are not stored yet; while a disk is full or the database away, it waits. Ended at any point,
 * it goes on from there when it is called again. Reading is the archive's own queue; `settle` ends the backfill when all of it is
 * read.
 */
export async function runBackfill({ id, sources, state }: Backfill, options: RunOptions): Promise<RunOutcome> {
  if (state !== 'storing') return 'stored'
  const { archive, limits, log, signal, clock } = options
  const patiently = <T>(work: () => Promise<T>) => persistently(work, signal, tellWaiting(log))
  const held = await patiently(() => hold(archive, id))
  if (held === null) return 'stopped'
  if (!held) return 'held'
  // In one: what is asked for again after it finds the backfill stored, and has it stored anew.
  const close = (): Promise<true> =>
    archive.db
      .transaction()
      .execute(async tx => {
        if ((await lockBackfill(tx, id)).state === 'storing') {
          await closeListed(tx, id)
          await setState(tx, id, 'reading')
        }
        return true as const
      })
      .catch(storageFailed)
  const end = async (): Promise<RunOutcome> => {
    await removeUploads(archive, sources)
    await settle(archive.db, id, clock().toISOString())
    return 'stored'
  }
  try {
    const listing = openSources(sources, archive, limits)
    if (!(await storeSources(id, listing, { ...options, maxBytes: limits.maxBytes }))) return 'stopped'
    if ((await patiently(close)) === null) return 'stopped'
    return (await patiently(end)) ?? 'stopped'
  } finally {
    await release(archive, id).catch(err => log.warn({ err }, 'a backfill was not released'))
  }
}
