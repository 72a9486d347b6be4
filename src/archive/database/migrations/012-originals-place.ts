import type { Kysely, Migration } from 'kysely'

/** Where the originals of the archive lie, so that no process looks for them elsewhere. */
export const originalsPlace: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('originals_place')
      .addColumn('id', 'text', c => c.primaryKey())
      .execute()
  },
}
