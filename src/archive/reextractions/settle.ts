import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Problem } from '../../problem.ts'
import type { Tables } from '../database/tables.ts'

/** Tells every run that waits for a document that it was read. Part of the transaction that stores the extraction. */
export async function settleRead(db: Kysely<Tables>, document: string, extraction: string): Promise<void> {
  await db
    .updateTable('reextraction_items')
    .set({ state: 'read', after: extraction })
    .where('document', '=', document)
    .where('state', '=', 'waiting')
    .execute()
}

/** Tells every run that waits for one of these documents that it could not be read; what was read before stays. */
export async function settleFailed(db: Kysely<Tables>, which: Expression<SqlBool>, cause: Problem): Promise<void> {
  await db
    .updateTable('reextraction_items')
    .set({ state: 'failed', problem: JSON.stringify(cause) })
    .where('state', '=', 'waiting')
    .where('document', 'in', eb =>
      eb.selectFrom('documents').select('id').where(which).where(sql<SqlBool>`extraction is not null`),
    )
    .execute()
}
