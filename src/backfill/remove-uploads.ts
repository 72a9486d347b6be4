import type { Archive } from '../archive/archive.ts'
import type { Database } from '../archive/database/database.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Sources } from './backfill.ts'
import { unstoredBackfills } from './ledger.ts'

/**
 * The originals that backfills are to take their files from yet, or may when they are asked to try again; they belong to no
 * document.
 */
export async function uploadsInUse(db: Database): Promise<Set<string>> {
  const unstored = await unstoredBackfills(db)
  return new Set(
    unstored.flatMap(({ sources }) => (sources.kind === 'uploads' ? sources.files.map(f => f.sha256) : [])),
  )
}

/**
 * Removes what was sent, once all that it holds is stored, unless it is a document itself, another backfill needs it, or a file in
 * it was refused with nothing wrong about it (see `REFUSED_BLAMELESS`).
 */
export async function removeUploads(archive: Archive, sources: Sources): Promise<void> {
  if (sources.kind !== 'uploads') return
  for (const { sha256 } of sources.files) {
    await archive
      .hold([sha256], async ({ db }) => {
        const document = await db.selectFrom('documents').select('id').where('sha256', '=', sha256).executeTakeFirst()
        const needed = document !== undefined || (await uploadsInUse(db)).has(sha256)
        if (!needed) await archive.originals.remove(sha256, db)
      })
      .catch(storageFailed)
  }
}
