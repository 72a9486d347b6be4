import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ReviewReason } from '../contract/index.ts'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { DocumentUpdate, Tables } from './database/tables.ts'
import { type Basis, holdBasis } from './decisions.ts'

/** What is left of a document to look at. */
export interface ReviewCounts {
  /** Rejected ones, and those that were added, among them. */
  readonly records: number
  readonly openErrors: number
  /** Those with a figure that nobody has settled. */
  readonly unsettledErrors: number
  readonly openWarnings: number
  readonly openNotes: number
  /** Settled records of which the machine says something else since, or whose place is gone. */
  readonly openChanged: number
  readonly openDoubtful: number
  /** Of the random sample. */
  readonly openSample: number
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
  // what is left of the others is not known: they are counted first, and may be damaged
  const of = db.selectFrom('documents').select('id').where(sql<SqlBool>`(decided = 0 or reviewed is not null)`)
  const open = (skip.length === 0 ? of : of.where(passed)).where(free).limit(1)
  // word for word the conditions of the indexes
  const query = {
    errors: open.where(sql<SqlBool>`unsettled_errors > 0`).orderBy('unsettled_errors', 'desc').orderBy('id'),
    'machine-changed': open.where(sql<SqlBool>`open_changed > 0`).orderBy('open_changed', 'desc').orderBy('id'),
    'low-confidence': open
      .where(sql<SqlBool>`unsettled_errors = 0 and open_doubtful > 0`)
      .orderBy('open_doubtful', 'desc')
      .orderBy('id'),
    'new-layout': open
      .where(sql<SqlBool>`decided = 0 and records > 0`)
      .where(
        sql<SqlBool>`not exists (select 1 from documents seen where seen.layout = documents.layout and seen.decided > 0)`,
      )
      .orderBy('id'),
    sample: open.where(sql<SqlBool>`open_sample > 0`).where('id', '>=', from).orderBy('id'),
    'errors-left': open.where(sql<SqlBool>`unsettled_errors = 0 and open_errors > 0`).orderBy('id'),
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

/**
 * Keeps what is left of a document to look at, as long as nothing has been read or decided since.
 * @returns false where something has: nothing is kept then
 */
export const keepCounts = async (
  db: Database,
  document: string,
  basis: Basis,
  version: string,
  counts: ReviewCounts,
): Promise<boolean> =>
  await db.transaction().execute(async tx => {
    if (!(await holdBasis(tx, document, basis))) return false
    await tx
      .updateTable('documents')
      .set({ ...columnsOf(counts), reviewed: version })
      .where('id', '=', document)
      .execute()
    return true
  })

const columnsOf = (counts: ReviewCounts): DocumentUpdate => ({
  records: counts.records,
  open_errors: counts.openErrors,
  unsettled_errors: counts.unsettledErrors,
  open_warnings: counts.openWarnings,
  // the list counts the flags that are open
  flag_errors: counts.openErrors,
  flag_warnings: counts.openWarnings,
  flag_notes: counts.openNotes,
  open_changed: counts.openChanged,
  open_doubtful: counts.openDoubtful,
  open_sample: counts.openSample,
  settled: counts.settled,
  sample_settled: counts.sampleSettled,
  sample_wrong: counts.sampleWrong,
})

/** Of the records that were picked at random and settled: how many, and how many were wrong. */
export async function sampleOf(db: Database): Promise<{ readonly settled: number; readonly wrong: number }> {
  const { settled, wrong } = await db
    .selectFrom('documents')
    .where(sql<SqlBool>`decided > 0`)
    .select(eb => [eb.fn.sum('sample_settled').as('settled'), eb.fn.sum('sample_wrong').as('wrong')])
    .executeTakeFirstOrThrow()
  return { settled: Number(settled ?? 0), wrong: Number(wrong ?? 0) }
}
