import { gunzipSync } from 'node:zlib'
import { type Kysely, type Migration, type SqlBool, sql } from 'kysely'
import { reviewColumns } from '../../review-columns.ts'
import type { Tables } from '../tables.ts'

/** Documents that were read before: what is to be looked at in each. One row at a time, as extractions do not fit in memory. */
const fillColumns = async (db: Kysely<Tables>): Promise<void> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'extraction'])
    .where('extraction', 'is not', null)
    .execute()
  for (const { id, extraction } of rows) {
    const { packed } = await db
      .selectFrom('extractions')
      .select('packed')
      .where('id', '=', extraction)
      .executeTakeFirstOrThrow()
    const { open_errors, open_doubtful, layout } = reviewColumns(JSON.parse(gunzipSync(packed).toString('utf8')))
    await db.updateTable('documents').set({ open_errors, open_doubtful, layout }).where('id', '=', id).execute()
  }
}

/** What reviewers decide, who has which document, and what is left to look at. */
export const decisions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('decisions')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('document', 'text', c => c.notNull().references('documents.id'))
      .addColumn('version', 'integer', c => c.notNull())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('who', 'text', c => c.notNull())
      .addColumn('made', 'text', c => c.notNull())
      .addColumn('text', 'text', c => c.notNull().references('texts.sha256'))
      .addColumn('body', 'text', c => c.notNull())
      .addUniqueConstraint('decisions_version', ['document', 'version'])
      .execute()
    await db.schema.createIndex('decisions_text').on('decisions').column('text').execute()

    await db.schema
      .createTable('assignments')
      .addColumn('document', 'text', c => c.primaryKey().references('documents.id'))
      .addColumn('who', 'text', c => c.notNull())
      .addColumn('since', 'bigint', c => c.notNull())
      .addColumn('until', 'bigint', c => c.notNull())
      .execute()

    for (const name of ['decided', 'settled', 'sample_settled', 'sample_wrong'] as const) {
      await db.schema
        .alterTable('documents')
        .addColumn(name, 'integer', c => c.notNull().defaultTo(0))
        .execute()
    }
    for (const name of ['open_errors', 'open_doubtful'] as const)
      await db.schema.alterTable('documents').addColumn(name, 'integer').execute()
    for (const name of ['layout', 'reviewed'] as const)
      await db.schema.alterTable('documents').addColumn(name, 'text').execute()
    await fillColumns(db as Kysely<Tables>)

    const index = (name: string, columns: readonly string[], where: string) =>
      db.schema
        .createIndex(name)
        .on('documents')
        .columns(columns.map(c => c as never))
        .where(sql<SqlBool>`${sql.raw(where)}`)
        .execute()
    await index('documents_open_errors', ['open_errors', 'id'], 'open_errors > 0')
    await index('documents_open_doubtful', ['open_doubtful', 'id'], 'open_errors = 0 and open_doubtful > 0')
    await index('documents_undecided', ['id'], 'decided = 0 and extraction is not null')
    await index('documents_decided_layout', ['layout'], 'decided > 0')
    await index('documents_stale_review', ['id'], 'decided > 0 and reviewed is null')
  },
}
