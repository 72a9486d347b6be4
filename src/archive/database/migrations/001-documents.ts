import type { Kysely, Migration } from 'kysely'

/** The first tables: documents with the columns of the list, texts, extractions. */
export const documents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('texts')
      .addColumn('sha256', 'text', c => c.primaryKey())
      .addColumn('text', 'text', c => c.notNull())
      .execute()

    await db.schema
      .createTable('extractions')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('original', 'text', c => c.notNull())
      .addColumn('rules', 'text', c => c.notNull())
      .addColumn('engine', 'text', c => c.notNull())
      .addColumn('text', 'text', c => c.notNull().references('texts.sha256'))
      .addColumn('body', 'text', c => c.notNull())
      .addColumn('created', 'text', c => c.notNull())
      .addUniqueConstraint('extractions_key', ['original', 'rules', 'engine'])
      .execute()

    await db.schema
      .createTable('documents')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('sha256', 'text', c => c.notNull().unique())
      .addColumn('name', 'text', c => c.notNull())
      .addColumn('bytes', 'bigint', c => c.notNull())
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('attempts', 'integer', c => c.notNull())
      .addColumn('received', 'text', c => c.notNull())
      .addColumn('read', 'text')
      .addColumn('problem', 'text')
      .addColumn('extraction', 'text', c => c.references('extractions.id'))
      .addColumn('media_type', 'text')
      .addColumn('kind', 'text')
      .addColumn('number', 'text')
      .addColumn('title', 'text')
      .addColumn('issuer_name', 'text')
      .addColumn('issuer_level', 'text')
      .addColumn('area_code', 'text')
      .addColumn('area_name', 'text')
      .addColumn('area_level', 'text')
      .addColumn('issued', 'text')
      .addColumn('plans', 'text')
      .addColumn('year', 'integer')
      .addColumn('pages', 'integer')
      .addColumn('observations', 'integer')
      .addColumn('flag_errors', 'integer')
      .addColumn('flag_warnings', 'integer')
      .addColumn('flag_notes', 'integer')
      .addColumn('engine', 'text')
      .addColumn('rules', 'text')
      .addColumn('search', 'text', c => c.notNull())
      .execute()

    // The list is newest first, under every filter.
    await db.schema.createIndex('documents_order').on('documents').columns(['received', 'id']).execute()
    for (const filter of ['state', 'area_code', 'area_name', 'year', 'kind']) {
      await db.schema.createIndex(`documents_${filter}`).on('documents').columns([filter, 'received', 'id']).execute()
    }
  },

  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['documents', 'extractions', 'texts']) await db.schema.dropTable(table).execute()
  },
}
