import type { Kysely, Migration } from 'kysely'

/** What rule sets said, and the ledger of runs that read documents anew. */
export const reextractions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('rule_sets')
      .addColumn('digest', 'text', c => c.primaryKey())
      .addColumn('meanings', 'text', c => c.notNull())
      .execute()

    await db.schema
      .createTable('reextractions')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('created', 'text', c => c.notNull())
      .addColumn('engine', 'text', c => c.notNull())
      .addColumn('rules', 'text', c => c.notNull())
      .addColumn('scope', 'text', c => c.notNull())
      .addColumn('listed', 'text')
      .addColumn('untouched', 'integer', c => c.notNull())
      .addColumn('impact', 'text')
      .execute()
    await db.schema.createIndex('reextractions_order').on('reextractions').columns(['created', 'id']).execute()

    await db.schema
      .createTable('reextraction_items')
      .addColumn('reextraction', 'text', c => c.notNull().references('reextractions.id'))
      .addColumn('document', 'text', c => c.notNull().references('documents.id'))
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('before', 'text', c => c.notNull().references('extractions.id'))
      .addColumn('after', 'text', c => c.references('extractions.id'))
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('reextraction_items_key', ['reextraction', 'document'])
      .execute()
    await db.schema
      .createIndex('reextraction_items_document')
      .on('reextraction_items')
      .columns(['document', 'state'])
      .execute()
    await db.schema
      .createIndex('reextraction_items_state')
      .on('reextraction_items')
      .columns(['reextraction', 'state', 'document'])
      .execute()
  },
}
