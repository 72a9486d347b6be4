import type { Kysely, Migration } from 'kysely'

/** How far the reading of a document is that is under way, for those who wait for it. */
export const readingProgress: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const name of ['reading_page', 'reading_pages'])
      await db.schema.alterTable('documents').addColumn(name, 'integer').execute()
  },
}
