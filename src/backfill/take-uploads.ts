import type { Archive } from '../archive/archive.ts'
import type { Incoming } from '../archive/originals/originals.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Backfill, Sources } from './backfill.ts'
import { createBackfill } from './ledger.ts'
import { removeUploads } from './remove-uploads.ts'

/** A file that was sent, and whose bytes were received. */
export interface Received {
  readonly name: string
  readonly incoming: Incoming
}

const sourcesOf = (received: readonly Received[]): Sources => ({
  kind: 'uploads',
  files: received.map(({ name, incoming: { sha256, bytes } }) => ({ name, sha256, bytes })),
})

/**
 * Gives what was sent its place among the originals, and writes down that a backfill is to take its files from there. Both are on the
 * disk when this returns.
 * @throws ProblemError `cannot-store`, `database-away`
 */
export async function takeUploads(archive: Archive, received: readonly Received[], now: string): Promise<Backfill> {
  const hashes = received.map(({ incoming }) => incoming.sha256)
  return await archive
    .hold(hashes, async ({ db }) => {
      for (const { incoming } of received) await archive.originals.keep(incoming, db)
      return await createBackfill(db, sourcesOf(received), now)
    })
    .catch(storageFailed)
}

/** Removes what was sent and not taken; where it was taken and the answer lost, it stays. */
export async function forgetUploads(archive: Archive, received: readonly Received[]): Promise<void> {
  await Promise.allSettled(received.map(({ incoming }) => archive.originals.discard(incoming)))
  if (received.length > 0) await removeUploads(archive, sourcesOf(received)).catch(() => {})
}
