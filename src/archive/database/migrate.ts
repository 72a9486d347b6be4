import { Migrator } from 'kysely'
import { ProblemError, problem } from '../../problem.ts'
import type { Database } from './database.ts'
import { MIGRATIONS } from './migrations/index.ts'

/**
 * Brings the tables up to date; several processes may ask for it at once. On failure nothing of it is kept, and the
 * connection is closed.
 * @param place where the archive lies, for people
 * @throws ProblemError `newer-archive`; or the database's own error
 */
export async function migrate(db: Database, place: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  await db.destroy()
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
    throw new ProblemError(problem('newer-archive', { folder: place }))
  }
  throw error
}
