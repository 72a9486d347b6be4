import { type Kysely, type Migration, sql } from 'kysely'
import { recountAgreement } from '../../recount-agreement.ts'
import type { Tables } from '../tables.ts'

/**
 * Agreement counted anew: a record counts once, whatever texts it was decided on. For how long a document was taken, so that whoever
 * decides on it can go on for as long.
 */
export const recount: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('assignments')
      .addColumn('duration', 'bigint', c => c.notNull().defaultTo(0))
      .execute()
    await sql`update assignments set duration = until - since`.execute(db)
    await recountAgreement(db as Kysely<Tables>)
  },
}
