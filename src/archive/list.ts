import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { DocumentKind } from '../contract/index.ts'
import { encodeCursor, type Place } from './cursor.ts'
import type { DocumentState, Tables } from './database/tables.ts'
import { fold } from './fold.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'

export interface Filter {
  /** Words that must all stand in name, number, title or issuer; marks and case do not matter. */
  readonly q?: string | undefined
  readonly state?: DocumentState | undefined
  /** Code of the area, or its name. */
  readonly area?: string | undefined
  readonly year?: number | undefined
  readonly kind?: DocumentKind | undefined
  /** Only with flags, or only without. */
  readonly flagged?: boolean | undefined
}

export interface Page {
  readonly documents: readonly StoredDocument[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  /** How many documents the filter lets through on all pages. */
  readonly total: number
}

type Builder = ExpressionBuilder<Tables, 'documents'>

const FLAGGED = sql<SqlBool>`flag_errors + flag_warnings + flag_notes > 0`
const UNFLAGGED = sql<SqlBool>`flag_errors + flag_warnings + flag_notes = 0`

const contains = (eb: Builder, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${eb.ref('search')} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

const conditions = (eb: Builder, filter: Filter): Expression<SqlBool>[] => {
  const all: Expression<SqlBool>[] = []
  for (const word of fold(filter.q ?? '').split(' ')) if (word !== '') all.push(contains(eb, word))
  if (filter.state !== undefined) all.push(eb('state', '=', filter.state))
  if (filter.area !== undefined) {
    all.push(eb.or([eb('area_code', '=', filter.area), eb('area_name', '=', filter.area)]))
  }
  if (filter.year !== undefined) all.push(eb('year', '=', filter.year))
  if (filter.kind !== undefined) all.push(eb('kind', '=', filter.kind))
  if (filter.flagged !== undefined) {
    // Word for word the conditions of the indexes.
    all.push(filter.flagged ? FLAGGED : UNFLAGGED)
  }
  return all
}

/**
 * One page of the list, newest first. Documents that come in while somebody pages stand before his place: he sees every
 * document that was there when he began once, in order.
 * @param after the place that `next` of the page before named; null for the first page
 */
export async function listDocuments(
  db: Kysely<Tables>,
  filter: Filter,
  after: Place | null,
  limit: number,
): Promise<Page> {
  const matching = db.selectFrom('documents').where(eb => eb.and(conditions(eb, filter)))
  const rows = await matching
    .selectAll()
    .$if(after !== null, query =>
      query.where(eb =>
        eb.or([
          eb('received', '<', after?.received ?? ''),
          eb.and([eb('received', '=', after?.received ?? ''), eb('id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('received', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await matching.select(eb => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    documents: shown.map(fromRow),
    next: last === undefined || rows.length <= limit ? null : encodeCursor(last),
    total: Number(total),
  }
}
