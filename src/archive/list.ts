import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import type { DocumentKind } from '../contract/index.ts'
import { searchable } from '../contract/searchable.ts'
import { encodeCursor, type Place } from './cursor.ts'
import type { DocumentState, Tables } from './database/tables.ts'
import { REVIEW_CONDITION, type ReviewState } from './review-condition.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'

export interface Filter {
  /** Words that must all stand in name, number, title or issuer; marks and case do not matter. */
  readonly q?: string | undefined
  readonly state?: DocumentState | undefined
  /** Code of the area, or its name. */
  readonly area?: string | undefined
  readonly year?: number | undefined
  readonly kind?: DocumentKind | undefined
  /** Name of the issuer, whole. */
  readonly issuer?: string | undefined
  readonly review?: ReviewState | undefined
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
  for (const word of searchable(filter.q ?? '').split(' ')) if (word !== '') all.push(contains(eb, word))
  if (filter.state !== undefined) all.push(eb('state', '=', filter.state))
  if (filter.area !== undefined) {
    all.push(eb.or([eb('area_code', '=', filter.area), eb('area_name', '=', filter.area)]))
  }
  if (filter.year !== undefined) all.push(eb('year', '=', filter.year))
  if (filter.kind !== undefined) all.push(eb('kind', '=', filter.kind))
  if (filter.issuer !== undefined) all.push(eb('issuer_name', '=', filter.issuer))
  if (filter.review !== undefined) all.push(sql<SqlBool>`${sql.raw(REVIEW_CONDITION[filter.review])}`)
  if (filter.flagged !== undefined) {
    // Word for word the conditions of the indexes.
    all.push(filter.flagged ? FLAGGED : UNFLAGGED)
  }
  return all
}

/**
 * One page of the list, newest first. Documents that come in while somebody pages stand before his place: he sees every
 * document that was there when he began once, in order. Words are looked for in one document after the other: no index serves the middle
 * of words. That ends with the page, or at the last document; only where there are more pages, all are counted, which is the same again.
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
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const isAll = after === null && rows.length <= limit
  return {
    documents: shown.map(fromRow),
    next: last === undefined || rows.length <= limit ? null : encodeCursor(last),
    total: isAll ? rows.length : await countOf(matching),
  }
}

const countOf = async (matching: SelectQueryBuilder<Tables, 'documents', object>): Promise<number> => {
  const { total } = await matching.select(eb => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  return Number(total)
}
