import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Tables } from './database/tables.ts'

/** What is settled and open in all documents that were read. */
export interface ReviewSums {
  /** Read documents, those with decisions, and those of them whose counts are older than their decisions. */
  readonly documents: { readonly read: number; readonly reviewed: number; readonly uncounted: number }
  readonly records: number
  readonly settled: number
  readonly openErrors: number
  readonly openWarnings: number
}

/** Adds up over an index that holds nothing else. */
export async function reviewSums(db: Kysely<Tables>): Promise<ReviewSums> {
  const sums = await db
    .selectFrom('documents')
    .where('records', 'is not', null)
    .select(eb => [
      eb.fn.countAll().as('read'),
      eb.fn.sum(sql<number>`case when decided > 0 then 1 else 0 end`).as('reviewed'),
      eb.fn.sum('records').as('records'),
      eb.fn.sum('settled').as('settled'),
      eb.fn.sum('open_errors').as('openErrors'),
      eb.fn.sum('open_warnings').as('openWarnings'),
    ])
    .executeTakeFirstOrThrow()
  const { uncounted } = await db
    .selectFrom('documents')
    .where(sql<SqlBool>`decided > 0 and reviewed is null`)
    .select(eb => eb.fn.countAll().as('uncounted'))
    .executeTakeFirstOrThrow()
  return {
    documents: { read: Number(sums.read), reviewed: Number(sums.reviewed ?? 0), uncounted: Number(uncounted) },
    records: Number(sums.records ?? 0),
    settled: Number(sums.settled ?? 0),
    openErrors: Number(sums.openErrors ?? 0),
    openWarnings: Number(sums.openWarnings ?? 0),
  }
}
