import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Kysely, type Migration, type SqlBool, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

interface Before {
  extractions: { id: string; text: string; body: string; packed: Uint8Array }
  texts: { sha256: string; text: string; packed: Uint8Array }
}

/** Packs what is stored already. One row at a time: the bodies of an archive do not fit in memory. */
const packRows = async (db: Kysely<Before>): Promise<void> => {
  for (const { id } of await db.selectFrom('extractions').select('id').execute()) {
    const { body } = await db.selectFrom('extractions').select('body').where('id', '=', id).executeTakeFirstOrThrow()
    await db
      .updateTable('extractions')
      .set({ packed: gzipSync(body) })
      .where('id', '=', id)
      .execute()
  }
  for (const { sha256 } of await db.selectFrom('texts').select('sha256').execute()) {
    const row = await db.selectFrom('texts').select('text').where('sha256', '=', sha256).executeTakeFirstOrThrow()
    const bytes = Buffer.from(row.text, 'utf16le')
    const key = createHash('sha256').update(bytes).digest('hex')
    await db
      .insertInto('texts')
      .values({ sha256: key, text: '', packed: gzipSync(bytes) })
      .execute()
    await db.updateTable('extractions').set({ text: key }).where('text', '=', sha256).execute()
    await db.deleteFrom('texts').where('sha256', '=', sha256).execute()
  }
}

/** The queue as columns of the documents, the processes that take from it, originals in the database, backfills. */
export const work: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { bytes } = dialectOf(db)

    await db.schema.alterTable('documents').addColumn('queued', 'text').execute()
    await db.schema
      .alterTable('documents')
      .addColumn('priority', 'integer', c => c.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('documents').addColumn('reader', 'text').execute()
    await db.schema.alterTable('documents').addColumn('claim', 'text').execute()
    await sql`update documents set queued = 'waiting' where state in ('received', 'reading')`.execute(db)
    await sql`update documents set state = 'received' where state = 'reading'`.execute(db)
    await db.schema
      .createIndex('documents_waiting')
      .on('documents')
      .columns(['priority', 'attempts', 'received', 'id'])
      .where(sql<SqlBool>`queued = 'waiting'`)
      .execute()
    await db.schema
      .createIndex('documents_queued')
      .on('documents')
      .column('queued')
      .where(sql<SqlBool>`queued is not null`)
      .execute()
    for (const [name, comparison] of [
      ['documents_flagged', '> 0'],
      ['documents_unflagged', '= 0'],
    ] as const) {
      await db.schema
        .createIndex(name)
        .on('documents')
        .columns(['received', 'id'])
        .where(sql<SqlBool>`flag_errors + flag_warnings + flag_notes ${sql.raw(comparison)}`)
        .execute()
    }

    await db.schema.alterTable('extractions').addColumn('packed', bytes).execute()
    await db.schema.alterTable('texts').addColumn('packed', bytes).execute()
    await packRows(db as Kysely<Before>)
    await db.schema.alterTable('extractions').dropColumn('body').execute()
    await db.schema.alterTable('texts').dropColumn('text').execute()
    await db.schema.createIndex('extractions_text').on('extractions').column('text').execute()
    await db.schema.createIndex('documents_extraction').on('documents').column('extraction').execute()

    await db.schema
      .createTable('processes')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('host', 'text', c => c.notNull())
      .addColumn('pid', 'integer', c => c.notNull())
      .addColumn('started', 'text', c => c.notNull())
      .addColumn('seen', 'bigint', c => c.notNull())
      .execute()

    await db.schema
      .createTable('originals')
      .addColumn('sha256', 'text', c => c.primaryKey())
      .addColumn('upload', 'text', c => c.notNull().unique())
      .addColumn('bytes', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('original_chunks')
      .addColumn('upload', 'text', c => c.notNull())
      .addColumn('ordinal', 'integer', c => c.notNull())
      .addColumn('received', 'bigint', c => c.notNull())
      .addColumn('bytes', bytes, c => c.notNull())
      .addPrimaryKeyConstraint('original_chunks_key', ['upload', 'ordinal'])
      .execute()

    await db.schema
      .createTable('backfills')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('sources', 'text', c => c.notNull())
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('created', 'text', c => c.notNull())
      .addColumn('finished', 'text')
      .addColumn('holder', 'text')
      .execute()
    await db.schema
      .createTable('backfill_items')
      .addColumn('backfill', 'text', c => c.notNull().references('backfills.id'))
      .addColumn('ordinal', 'integer', c => c.notNull())
      .addColumn('path', 'text', c => c.notNull())
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('bytes', 'bigint')
      .addColumn('document', 'text', c => c.references('documents.id'))
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('backfill_items_key', ['backfill', 'ordinal'])
      .addUniqueConstraint('backfill_items_path', ['backfill', 'path'])
      .execute()
    await db.schema
      .createIndex('backfill_items_state')
      .on('backfill_items')
      .columns(['backfill', 'state', 'ordinal'])
      .execute()
    await db.schema.createIndex('backfill_items_document').on('backfill_items').column('document').execute()
  },
}
