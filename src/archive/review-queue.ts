import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { ReviewReason } from '../contract/index.ts'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { Tables } from './database/tables.ts'

/** What is left of a document to look at. */
export interface ReviewCounts {
  readonly openErrors: number
  readonly openDoubtful: number
  readonly settled: number
  readonly sampleSettled: number
  readonly sampleWrong: number
}

/** For whom the next document is looked for. */
export interface Asking {
  readonly who: string
  /** Documents that are passed over. */
  readonly skip: readonly string[]
}

type Builder = ExpressionBuilder<Tables, 'documents'>

/**
 * The document that is worth most to look at for a reason; null where there is none. What others have to themselves is left out.
 * @param from of a sample: an id that the search begins at
 */
export async function nextFor(
  db: Database,
  reason: ReviewReason,
  { who, skip }: Asking,
  from = '',
): Promise<string | null> {
  const free = (eb: Builder) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom('assignments')
          .select('assignments.document')
          .whereRef('assignments.document', '=', 'documents.id')
          .where('assignments.who', '!=', who)
          .where('assignments.until', '>', dialectOf(db).now),
      ),
    )
  const passed = (eb: Builder) => (skip.length === 0 ? eb.val(true) : eb('id', 'not in', skip))
  const of = db.selectFrom('documents').select('id').where(free).limit(1)
  const open = skip.length === 0 ? of : of.where(passed)
  // word for word the conditions of the indexes
  const undecided = open.where(sql<SqlBool>`decided = 0 and extraction is not null`).orderBy('id')
  const query = {
    errors: open.where(sql<SqlBool>`open_errors > 0`).orderBy('open_errors', 'desc').orderBy('id'),
    'low-confidence': open
      .where(sql<SqlBool>`open_errors = 0 and open_doubtful > 0`)
      .orderBy('open_doubtful', 'desc')
      .orderBy('id'),
    'new-layout': undecided.where(
      sql<SqlBool>`not exists (select 1 from documents seen where seen.layout = documents.layout and seen.decided > 0)`,
    ),
    sample: undecided.where('id', '>=', from),
  }[reason]
  return (await query.executeTakeFirst())?.id ?? null
}

/** Documents whose counts are not those of their decisions, some of them. */
export async function uncounted(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where(sql<SqlBool>`decided > 0 and reviewed is null`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Keeps what is left of a document to look at, as long as nothing has been read or decided since. */
export async function keepCounts(
  db: Kysely<Tables>,
  document: string,
  basis: { readonly extraction: string; readonly decided: number },
  version: string,
  counts: ReviewCounts,
): Promise<void> {
  await db
    .updateTable('documents')
    .set({
      open_errors: counts.openErrors,
      open_doubtful: counts.openDoubtful,
      settled: counts.settled,
      sample_settled: counts.sampleSettled,
      sample_wrong: counts.sampleWrong,
      reviewed: version,
    })
    .where('id', '=', document)
    .where('extraction', '=', basis.extraction)
    .where('decided', '=', basis.decided)
    .execute()
}

/** Of the records that were picked at random and settled: how many, and how many were wrong. */
export async function sampleOf(db: Database): Promise<{ readonly settled: number; readonly wrong: number }> {
  const { settled, wrong } = await db
    .selectFrom('documents')
    .where(sql<SqlBool>`decided > 0`)
    .select(eb => [eb.fn.sum('sample_settled').as('settled'), eb.fn.sum('sample_wrong').as('wrong')])
    .executeTakeFirstOrThrow()
  return { settled: Number(settled ?? 0), wrong: Number(wrong ?? 0) }
}
