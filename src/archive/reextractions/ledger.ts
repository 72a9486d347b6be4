import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Impact, Reextraction, ReextractionFailure } from '../../contract/index.ts'
import { describe, type Problem } from '../../problem.ts'
import type { ReextractionTable, Tables } from '../database/tables.ts'

export type ReextractionRow = Selectable<ReextractionTable>

/** So many failures are named. */
const MOST_FAILURES = 1_000

/**
 * The run for an engine, rules and scope that is not over; a new one where there is none. A run that was cut off goes on this way.
 * @param now ISO 8601
 */
export async function openRun(
  db: Kysely<Tables>,
  { engine, rules, scope }: Pick<ReextractionTable, 'engine' | 'rules' | 'scope'>,
  now: string,
): Promise<{ readonly run: ReextractionRow; readonly resumed: boolean }> {
  return await db.transaction().execute(async tx => {
    const open = await tx
      .selectFrom('reextractions')
      .selectAll()
      .where('engine', '=', engine)
      .where('rules', '=', rules)
      .where('scope', '=', scope)
      .where('impact', 'is', null)
      .orderBy('created')
      .limit(1)
      .executeTakeFirst()
    if (open !== undefined) return { run: open, resumed: true }
    const run = await tx
      .insertInto('reextractions')
      .values({ id: randomUUID(), created: now, engine, rules, scope, untouched: 0 })
      .returningAll()
      .executeTakeFirstOrThrow()
    return { run, resumed: false }
  })
}

export const findRun = (db: Kysely<Tables>, id: string): Promise<ReextractionRow | undefined> =>
  db.selectFrom('reextractions').selectAll().where('id', '=', id).executeTakeFirst()

/** The newest runs first. */
export const newestRuns = (db: Kysely<Tables>, limit: number): Promise<ReextractionRow[]> =>
  db.selectFrom('reextractions').selectAll().orderBy('created', 'desc').orderBy('id').limit(limit).execute()

/** Runs that were cut off, or whose documents are still being read. */
export const openRuns = (db: Kysely<Tables>): Promise<ReextractionRow[]> =>
  db.selectFrom('reextractions').selectAll().where('impact', 'is', null).orderBy('created').execute()

export async function markListed(db: Kysely<Tables>, id: string, untouched: number, now: string): Promise<void> {
  await db.updateTable('reextractions').set({ listed: now, untouched }).where('id', '=', id).execute()
}

export async function storeImpact(db: Kysely<Tables>, id: string, impact: Impact): Promise<void> {
  await db
    .updateTable('reextractions')
    .set({ impact: JSON.stringify(impact) })
    .where('id', '=', id)
    .execute()
}

/** How the documents of a run stand. */
export async function countItems(
  db: Kysely<Tables>,
  id: string,
): Promise<Omit<Reextraction['documents'], 'untouched'>> {
  const rows = await db
    .selectFrom('reextraction_items')
    .where('reextraction', '=', id)
    .groupBy('state')
    .select(eb => ['state', eb.fn.countAll().as('documents')])
    .execute()
  const count = (state: string) => Number(rows.find(row => row.state === state)?.documents ?? 0)
  return { waiting: count('waiting'), read: count('read'), judged: count('judged'), failed: count('failed') }
}

async function failuresOf(db: Kysely<Tables>, id: string): Promise<ReextractionFailure[]> {
  const rows = await db
    .selectFrom('reextraction_items')
    .innerJoin('documents', 'documents.id', 'reextraction_items.document')
    .where('reextraction', '=', id)
    .where('reextraction_items.state', '=', 'failed')
    .orderBy('document')
    .limit(MOST_FAILURES)
    .select(['document', 'documents.name', 'reextraction_items.problem'])
    .execute()
  return rows.map(({ document, name, problem }) => {
    const known = JSON.parse(problem ?? 'null') as Problem
    const { title, cause, cure } = describe(known)
    return { document, name, code: known.code, title, cause, cure }
  })
}

/** A run as it stands now. */
export async function describeRun(db: Kysely<Tables>, run: ReextractionRow): Promise<Reextraction> {
  const counts = await countItems(db, run.id)
  return {
    id: run.id,
    created: run.created,
    scope: run.scope,
    engine: { version: run.engine, rules: run.rules },
    state: run.listed === null ? 'listing' : counts.waiting > 0 ? 'reading' : 'done',
    documents: { untouched: run.untouched, ...counts },
    failures: counts.failed === 0 ? [] : await failuresOf(db, run.id),
    impact: run.impact === null ? null : (JSON.parse(run.impact) as Impact),
  }
}
