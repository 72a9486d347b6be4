import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import { PRIORITY } from '../archive/database/tables.ts'
import { ProblemError, problem } from '../problem.ts'
import { isPassing, tellWaiting } from '../work/passing.ts'
import { persistently } from '../work/persistently.ts'
import type { ReadingLog } from '../work/reading.ts'
import { itemWriter } from './item-writer.ts'
import { itemState, type NewItem, nextOrdinal } from './items.ts'
import type { Found, Hindered, SourceItem } from './sources/found.ts'
import { SKIP_REASONS } from './sources/skip-reason.ts'

export interface StoreOptions {
  readonly archive: Archive
  readonly maxBytes: number
  readonly log: ReadingLog
  /** Ends storing after the files at hand. */
  readonly signal: AbortSignal
  /** Told of each item when its file is stored. */
  readonly onItem: (item: NewItem) => void
}

/** Files of a disk that are stored at once: while one waits for the disk, the next is read. */
const AT_ONCE = 16

/** Milliseconds until what is hindered is tried again. */
const HINDERED_PAUSE = 2_000

/**
 * Stores what a listing finds and writes down what became of each, in the order of the listing. What is written down already is
 * passed over, so that the same listing again goes on where the one before was broken off: a file whose row is missing is stored
 * anew, and the archive knows its content. While a disk is full or the database away, it waits.
 * @returns false where the signal ended it
 */
export async function storeSources(
  backfill: string,
  listing: AsyncIterable<Found>,
  options: StoreOptions,
): Promise<boolean> {
  const { archive, log, signal, onItem } = options
  const waits = tellWaiting(log)
  const patiently = <T>(work: () => Promise<T>) => persistently(work, signal, waits)

  const begin = await patiently(() => nextOrdinal(archive.db, backfill))
  if (begin === null) return false
  const rows = itemWriter(archive.db, backfill)
  const running = new Set<Promise<void>>()
  const faults: unknown[] = []
  let ordinal = begin

  /** Null where the signal ended the waiting. */
  const isWritten = async (path: string): Promise<boolean | null> => {
    if (begin === 0) return false
    return await patiently(async () => !TO_BE_STORED.has(await itemState(archive.db, backfill, path)))
  }

  const take = async (found: Settled, place: number): Promise<void> => {
    const outcome = found.kind === 'item' ? await patiently(() => store(found, options)) : leftOut(found)
    if (outcome === null) return
    const item = { ...outcome, ordinal: place, path: found.path }
    const due = rows.add(item)
    onItem(item)
    if (due) await patiently(() => rows.flush())
  }

  const start = (found: Settled, place: number): Promise<void> => {
    const run: Promise<void> = take(found, place)
      .catch(error => void faults.push(error))
      .finally(() => running.delete(run))
    running.add(run)
    return run
  }

  try {
    for await (const found of listing) {
      if (signal.aborted || faults.length > 0) break
      if (found.kind === 'hindered') {
        waits(found)
        // it may take long: what is stored until now is not to be stored again after a kill
        await patiently(() => rows.flush())
        await sleep(HINDERED_PAUSE, undefined, { signal }).catch(() => {})
        continue
      }
      if ((await isWritten(found.path)) !== false) continue
      const run = start(found, ordinal++)
      if (found.kind === 'item' && !found.lasting) await run
      else if (running.size >= AT_ONCE) await Promise.race(running)
    }
  } finally {
    await Promise.all(running)
  }
  if (faults.length > 0) throw faults[0]
  await patiently(() => rows.flush())
  return !signal.aborted
}

/** States in which a path is to be stored: it has no row, or it is to be tried again. */
const TO_BE_STORED: ReadonlySet<string | null> = new Set([null, 'listed'])

type Settled = Exclude<Found, Hindered>
type Outcome = Omit<NewItem, 'ordinal' | 'path'>

/** @throws ProblemError `cannot-store`, `database-away`: with nothing wrong about the file */
const store = async ({ path, bytes, open }: SourceItem, { archive, maxBytes, log }: StoreOptions): Promise<Outcome> => {
  let stream: Readable | null = null
  try {
    stream = await open()
    const { outcome, document } = await archive.add(stream, nameOf(path), maxBytes, PRIORITY.backfill)
    return { state: outcome, bytes, document: document.id, problem: null }
  } catch (error) {
    if (isPassing(error)) throw error
    if (error instanceof ProblemError) return { state: 'refused', bytes, document: null, problem: error.problem }
    const incident = randomUUID()
    log.error({ err: error, path, incident }, 'storing met a fault')
    return { state: 'refused', bytes, document: null, problem: problem('internal', { incident }) }
  } finally {
    // An archive that fails may not have begun to read it.
    stream?.destroy()
  }
}

const leftOut = (found: Exclude<Settled, SourceItem>): Outcome => ({
  state: found.kind,
  bytes: null,
  document: null,
  problem: found.kind === 'refused' ? found.problem : problem('no-document', SKIP_REASONS[found.reason]),
})

/** The name of a file within its folder or zip. */
const nameOf = (path: string): string => path.split(/!?\//).at(-1) ?? path
