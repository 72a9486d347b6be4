import { type Kysely, type Migration, type SqlBool, sql } from 'kysely'
import { REVIEW_CONDITION } from '../../review-condition.ts'
import type { Tables } from '../tables.ts'

/** How much of each document is reviewed, for the list, and whom it is from, for its filter. */
export const reviewProgress: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // counted anew: before, the flags of the list were those of the machine
    await (db as Kysely<Tables>).updateTable('documents').set({ reviewed: null }).where('decided', '>', 0).execute()

    await db.schema
      .createIndex('documents_issuer_name')
      .on('documents')
      .columns(['issuer_name', 'received', 'id'])
      .execute()
    for (const [state, condition] of Object.entries(REVIEW_CONDITION)) {
      await db.schema
        .createIndex(`documents_review_${state}`)
        .on('documents')
        .columns(['received', 'id'])
        .where(sql<SqlBool>`${sql.raw(condition)}`)
        .execute()
    }
  },
}
