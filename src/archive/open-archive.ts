import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError, problem } from '../problem.ts'
import { systemCause, systemCauseOrMessage } from '../system-cause.ts'
import { type Archive, archiveOf } from './archive.ts'
import type { QueryWatch } from './database/database.ts'
import { databasePlace, openPostgres } from './database/postgres.ts'
import { openSqlite } from './database/sqlite.ts'
import type { ProcessKind } from './database/tables.ts'
import { lock } from './lock.ts'
import { databaseOriginals } from './originals/database-originals.ts'
import { folderOriginals } from './originals/folder-originals.ts'
import { holdToPlace, MARK } from './originals/place.ts'

export interface OpenOptions {
  readonly kind?: ProcessKind
  /** The time of receipt and of reading. */
  readonly clock?: () => Date
  readonly watch?: QueryWatch | undefined
  /** Milliseconds after which a statement that PostgreSQL does not answer fails. */
  readonly patience?: number
}

/**
 * Opens the archive in a folder, makes it if there is none, and makes this process its owner.
 * @param folder where the database and the originals lie; a backup of it is a backup of everything
 * @throws ProblemError `archive-in-use` when another process owns it; `unusable-folder`, `newer-archive`
 */
export async function openArchive(folder: string, options: OpenOptions = {}): Promise<Archive> {
  try {
    return await openOwned(folder, options)
  } catch (error) {
    const cause = systemCause(error)
    if (cause === null) throw error
    throw new ProblemError(problem('unusable-folder', { folder, ...cause }))
  }
}

const openOwned = async (folder: string, { kind = 'server', clock = () => new Date(), watch }: OpenOptions) => {
  await mkdir(folder, { recursive: true })
  const owned = lock(folder)
  try {
    const originals = await folderOriginals(join(folder, 'originals'), { shared: false })
    const db = await openSqlite(join(folder, 'archive.sqlite'), watch)
    return await archiveOf({ db, originals, shared: false, kind, clock, release: owned.release })
  } catch (error) {
    owned.release()
    throw error
  }
}

/**
 * Opens the archive in a PostgreSQL database, which any number of processes may share.
 * @param url `postgres://user:password@host:port/database`
 * @param folder where originals are kept that all of them reach; null: in the database
 * @throws ProblemError `unusable-database`, `unusable-folder`, `newer-archive`, `originals-elsewhere`
 */
export async function openSharedArchive(
  url: string,
  folder: string | null,
  { kind = 'server', clock = () => new Date(), watch, patience }: OpenOptions = {},
): Promise<Archive> {
  const db = await openPostgres(url, watch, patience).catch(error => {
    if (error instanceof ProblemError) throw error
    throw new ProblemError(
      problem('unusable-database', { database: databasePlace(url), ...systemCauseOrMessage(error) }),
    )
  })
  try {
    await holdToPlace(db, folder)
    const originals =
      folder === null ? databaseOriginals(db) : await folderOriginals(folder, { shared: true, mark: MARK })
    return await archiveOf({ db, originals, shared: true, kind, clock, release: () => {} })
  } catch (error) {
    await db.destroy()
    const cause = systemCause(error)
    if (cause === null || folder === null) throw error
    throw new ProblemError(problem('unusable-folder', { folder, ...cause }))
  }
}
