import { gunzipSync } from 'node:zlib'
import { type Kysely, type Migration, type SqlBool, sql } from 'kysely'
import { reviewColumns } from '../../review-columns.ts'
import type { Tables } from '../tables.ts'

/** How many errors of each document have figures. One row at a time, as extractions do not fit in memory. */
const countErrors = async (db: Kysely<Tables>): Promise<void> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'extraction', 'open_errors'])
    .where('open_errors', '>', 0)
    .execute()
  for (const { id, extraction, open_errors } of rows) {
    const stored = await db.selectFrom('extractions').select('packed').where('id', '=', extraction).executeTakeFirst()
    const unsettled_errors = errorsIn(stored?.packed) ?? open_errors
    await db.updateTable('documents').set({ unsettled_errors }).where('id', '=', id).execute()
  }
}

/** @returns null where the extraction is damaged, which `verify` tells: it needs the archive open */
const errorsIn = (packed: Uint8Array | undefined): number | null => {
  if (packed === undefined) return null
  try {
    return reviewColumns(JSON.parse(gunzipSync(packed).toString('utf8'))).unsettled_errors ?? null
  } catch {
    return null
  }
}

/** Which open errors have a figure that nobody has settled: the others are only left to be closed. */
export const unsettledErrors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('documents').addColumn('unsettled_errors', 'integer').execute()
    const tables = db as Kysely<Tables>
    await tables.updateTable('documents').set({ unsettled_errors: 0 }).where('extraction', 'is not', null).execute()
    await countErrors(tables)
    // counted anew: what is settled of them is not known
    await tables.updateTable('documents').set({ reviewed: null }).where('decided', '>', 0).execute()

    await db.schema.dropIndex('documents_open_errors').execute()
    await db.schema.dropIndex('documents_open_doubtful').execute()
    const index = (name: string, columns: readonly string[], where: string) =>
      db.schema
        .createIndex(name)
        .on('documents')
        .columns(columns.map(c => c as never))
        .where(sql<SqlBool>`${sql.raw(where)}`)
        .execute()
    await index('documents_unsettled_errors', ['unsettled_errors', 'id'], 'unsettled_errors > 0')
    await index('documents_open_doubtful', ['open_doubtful', 'id'], 'unsettled_errors = 0 and open_doubtful > 0')
    await index('documents_errors_left', ['id'], 'unsettled_errors = 0 and open_errors > 0')
  },
}
