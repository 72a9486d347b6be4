import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Archive } from '../archive/archive.ts'
import { PRIORITY } from '../archive/database/tables.ts'
import { ProblemError, problem } from '../problem.ts'
import { isPassing, persistently } from '../work/persistently.ts'
import type { ReadingLog } from '../work/reading.ts'
import { itemState, type NewItem, putItem } from './items.ts'
import type { Found, SourceItem } from './sources/found.ts'
import { SKIP_REASONS } from './sources/skip-reason.ts'

export interface StoreOptions {
  readonly archive: Archive
  readonly maxBytes: number
  readonly log: ReadingLog
  /** Ends storing after the file at hand. */
  readonly signal: AbortSignal
  /** Told of each item that was written down. */
  readonly onItem: (item: NewItem) => void
}

/**
 * Stores what a listing finds, one file after the other, and writes down what became of each. What is written down already is
 * passed over, so that the same listing again goes on where the one before was broken off: a file whose row is missing is stored
 * anew, and the archive knows its content. While the disk is full or the database away, it waits.
 * @returns false where the signal ended it
 */
export async function storeSources(
  backfill: string,
  listing: AsyncIterable<Found>,
  { archive, maxBytes, log, signal, onItem }: StoreOptions,
): Promise<boolean> {
  const waits = (error: ProblemError) => log.warn({ code: error.problem.code }, 'waiting for the archive')
  const patiently = <T>(work: () => Promise<T>) => persistently(work, signal, waits)

  const store = async (item: SourceItem): Promise<NewItem> => {
    const { path, bytes } = item
    let stream: Readable | null = null
    try {
      stream = await item.open()
      const added = await archive.add(stream, nameOf(path), maxBytes, PRIORITY.backfill)
      return { path, state: added.outcome, bytes, document: added.document.id, problem: null }
    } catch (error) {
      if (isPassing(error)) throw error
      if (error instanceof ProblemError) {
        return { path, state: 'refused', bytes, document: null, problem: error.problem }
      }
      const incident = randomUUID()
      log.error({ err: error, path, incident }, 'storing met a fault')
      return { path, state: 'refused', bytes, document: null, problem: problem('internal', { incident }) }
    } finally {
      // An archive that fails may not have begun to read it.
      stream?.destroy()
    }
  }

  const take = async (found: Found): Promise<NewItem | null> => {
    const before = await itemState(archive.db, backfill, found.path)
    if (before !== null && before !== 'listed') return null
    const item = found.kind === 'item' ? await store(found) : leftOut(found)
    await putItem(archive.db, backfill, item)
    return item
  }

  for await (const found of listing) {
    if (signal.aborted) return false
    const item = await patiently(() => take(found))
    if (item !== null) onItem(item)
  }
  return !signal.aborted
}

const leftOut = (found: Exclude<Found, SourceItem>): NewItem => ({
  path: found.path,
  state: found.kind,
  bytes: null,
  document: null,
  problem: found.kind === 'refused' ? found.problem : problem('no-document', SKIP_REASONS[found.reason]),
})

/** The name of a file within its folder or zip. */
const nameOf = (path: string): string => path.split(/!?\//).at(-1) ?? path
