import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { type Database, type QueryWatch, queryLog } from './database.ts'
import { keptStatements } from './kept-statements.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  // 64 MiB of pages in memory: ids are hashes, and go all over their indexes.
  'cache_size = -65536',
  // Pages of the log (16 MiB) before they are brought into the file: less often, what has changed again meanwhile is written once.
  'wal_autocheckpoint = 4000',
] as const

/**
 * Opens the database file, makes it if there is none, and brings its tables up to date. All that is particular to SQLite
 * stands here: a commit is on the disk when it returns (WAL with `synchronous=FULL`), foreign keys are checked.
 * @param path the file; its folder must exist
 * @throws ProblemError `newer-archive`; or when the file is no database, or a migration fails (nothing of it is kept then)
 */
export async function openSqlite(path: string, watch?: QueryWatch): Promise<Database> {
  const sqlite = new SQLite(path)
  for (const pragma of PRAGMAS) sqlite.pragma(pragma)
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keptStatements(sqlite) }),
    ...queryLog(watch),
  })
  await migrate(db, dirname(path))
  return db
}
