import { gunzipSync } from 'node:zlib'
import { type Kysely, type Migration, type SqlBool, sql } from 'kysely'
import { reviewColumns } from '../../review-columns.ts'
import type { Tables } from '../tables.ts'

/** How much of the random sample each document has. One row at a time, as extractions do not fit in memory. */
const drawSamples = async (db: Kysely<Tables>): Promise<void> => {
  const rows = await db.selectFrom('documents').select(['id', 'extraction']).where('records', '>', 0).execute()
  for (const { id, extraction } of rows) {
    const { packed } = await db
      .selectFrom('extractions')
      .select('packed')
      .where('id', '=', extraction)
      .executeTakeFirstOrThrow()
    const { open_sample } = reviewColumns(JSON.parse(gunzipSync(packed).toString('utf8')))
    await db.updateTable('documents').set({ open_sample }).where('id', '=', id).execute()
  }
}

/** What is left of the random sample, and where the machine has changed its mind since. */
export const reviewSample: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('documents')
      .addColumn('open_changed', 'integer', c => c.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('documents').addColumn('open_sample', 'integer').execute()
    const tables = db as Kysely<Tables>
    await tables.updateTable('documents').set({ open_sample: 0 }).where('extraction', 'is not', null).execute()
    await drawSamples(tables)
    // counted anew: suspects were taken for a part of the sample, and it was drawn again with every reading
    await tables
      .updateTable('documents')
      .set({ reviewed: null, sample_settled: 0, sample_wrong: 0 })
      .where('decided', '>', 0)
      .execute()

    await db.schema.dropIndex('documents_undecided').execute()
    const index = (name: string, columns: readonly string[], where: string) =>
      db.schema
        .createIndex(name)
        .on('documents')
        .columns(columns.map(c => c as never))
        .where(sql<SqlBool>`${sql.raw(where)}`)
        .execute()
    await index('documents_unseen', ['id'], 'decided = 0 and records > 0')
    await index('documents_open_changed', ['open_changed', 'id'], 'open_changed > 0')
    await index('documents_open_sample', ['id'], 'open_sample > 0')
  },
}
