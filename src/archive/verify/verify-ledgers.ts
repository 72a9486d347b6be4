import { type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Report } from './findings.ts'

/** Columns that name a row of another table. */
const REFERENCES = [
  ['documents', 'extraction', 'extractions', 'id'],
  ['extractions', 'text', 'texts', 'sha256'],
  ['backfill_items', 'backfill', 'backfills', 'id'],
  ['backfill_items', 'document', 'documents', 'id'],
  ['reextraction_items', 'reextraction', 'reextractions', 'id'],
  ['reextraction_items', 'document', 'documents', 'id'],
  ['reextraction_items', 'before', 'extractions', 'id'],
  ['reextraction_items', 'after', 'extractions', 'id'],
  ['decisions', 'document', 'documents', 'id'],
  ['decisions', 'text', 'texts', 'sha256'],
  ['assignments', 'document', 'documents', 'id'],
  ['misreadings', 'document', 'documents', 'id'],
] as const

/** Holds the rows of ledgers to the documents that they name, and every reference to what it refers to. */
export async function verifyLedgers(db: Database, report: Report): Promise<void> {
  for (const [table, column, parent, key] of REFERENCES) {
    const value = sql.ref(`${table}.${column}`)
    const { rows } = await sql<{ value: string }>`
      select distinct ${value} as value from ${sql.table(table)}
      where ${value} is not null
      and not exists (select 1 from ${sql.table(parent)} as parent where parent.${sql.ref(key)} = ${value})`.execute(db)
    for (const row of rows) report('dangling-row', row.value, { table, parent })
  }
  const items = await db
    .selectFrom('backfill_items')
    .select(['backfill', 'path', 'state'])
    .where('state', 'in', ['stored', 'known'])
    .where('document', 'is', null)
    .execute()
  for (const { backfill, path, state } of items) report('item-without-document', backfill, { path, state })
  const stuck = await db
    .selectFrom('reextraction_items')
    .innerJoin('documents', 'documents.id', 'reextraction_items.document')
    .select(['reextraction', 'document'])
    .where('reextraction_items.state', '=', 'waiting')
    .where('documents.queued', 'is', null)
    .execute()
  for (const { reextraction, document } of stuck) report('run-stuck', reextraction, { document })
  const { unused } = await db
    .selectFrom('texts')
    .where(sql<SqlBool>`not exists (select 1 from extractions where extractions.text = texts.sha256)`)
    .where(sql<SqlBool>`not exists (select 1 from decisions where decisions.text = texts.sha256)`)
    .select(eb => eb.fn.countAll().as('unused'))
    .executeTakeFirstOrThrow()
  if (Number(unused) > 0) report('texts-unused', 'texts', { count: Number(unused) })
}
