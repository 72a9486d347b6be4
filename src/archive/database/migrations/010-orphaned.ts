import type { Kysely, Migration } from 'kysely'

/** How often a process has ended while it read a document, apart from the attempts that the document itself has ended. */
export const orphaned: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('documents')
      .addColumn('orphaned', 'integer', c => c.notNull().defaultTo(0))
      .execute()
  },
}
