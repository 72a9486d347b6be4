import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { ProblemError, problem } from '../problem.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

const PRAGMAS = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'] as const

/**
 * Opens the database file, makes it if there is none, and brings its tables up to date. All that is particular to SQLite
 * stands here: a commit is on the disk when it returns (WAL with `synchronous=FULL`), foreign keys are checked.
 * @param path the file; its folder must exist
 * @throws ProblemError `newer-archive`; or when the file is no database, or a migration fails (nothing of it is kept then)
 */
export async function openDatabase(path: string): Promise<Database> {
  const sqlite = new SQLite(path)
  for (const pragma of PRAGMAS) sqlite.pragma(pragma)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await db.destroy()
    if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
      throw new ProblemError(problem('newer-archive', { folder: dirname(path) }))
    }
    throw error
  }
  return db
}
