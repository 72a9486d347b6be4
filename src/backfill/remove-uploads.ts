import type { Archive } from '../archive/archive.ts'
import type { Sources } from './backfill.ts'
import { unfinishedBackfills } from './ledger.ts'

/** The originals that backfills are to take their files from yet; they belong to no document. */
export async function uploadsInUse({ db }: Pick<Archive, 'db'>): Promise<Set<string>> {
  const storing = (await unfinishedBackfills(db)).filter(({ state }) => state === 'storing')
  return new Set(storing.flatMap(({ sources }) => (sources.kind === 'uploads' ? sources.files.map(f => f.sha256) : [])))
}

/** Removes what was sent, once all that it holds is stored, unless it is a document itself or another backfill needs it. */
export async function removeUploads(archive: Archive, sources: Sources): Promise<void> {
  if (sources.kind !== 'uploads') return
  const needed = await uploadsInUse(archive)
  for (const { sha256 } of sources.files) {
    const document = await archive.db
      .selectFrom('documents')
      .select('id')
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (document === undefined && !needed.has(sha256)) await archive.originals.remove(sha256)
  }
}
