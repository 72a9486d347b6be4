import type { Archive } from '../archive/archive.ts'
import type { Database } from '../archive/database/database.ts'
import type { Sources } from './backfill.ts'
import { unfinishedBackfills } from './ledger.ts'

/** The originals that backfills are to take their files from yet; they belong to no document. */
export async function uploadsInUse(db: Database): Promise<Set<string>> {
  const storing = (await unfinishedBackfills(db)).filter(({ state }) => state === 'storing')
  return new Set(storing.flatMap(({ sources }) => (sources.kind === 'uploads' ? sources.files.map(f => f.sha256) : [])))
}

/** Removes what was sent, once all that it holds is stored, unless it is a document itself or another backfill needs it. */
export async function removeUploads(archive: Archive, sources: Sources): Promise<void> {
  if (sources.kind !== 'uploads') return
  for (const { sha256 } of sources.files) {
    await archive.hold([sha256], async ({ db }) => {
      const document = await db.selectFrom('documents').select('id').where('sha256', '=', sha256).executeTakeFirst()
      const needed = document !== undefined || (await uploadsInUse(db)).has(sha256)
      if (!needed) await archive.originals.remove(sha256, db)
    })
  }
}
