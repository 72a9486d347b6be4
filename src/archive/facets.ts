import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Area, DocumentKind } from '../contract/index.ts'
import type { DocumentState, Tables } from './database/tables.ts'
import { REVIEW_CONDITION, REVIEW_STATES, type ReviewState } from './review-condition.ts'

/** The values that the list's filters can take, with the number of documents that have each. */
export interface FacetCounts {
  readonly documents: number
  readonly states: readonly { readonly state: DocumentState; readonly documents: number }[]
  readonly areas: readonly (Area & { readonly documents: number })[]
  readonly years: readonly { readonly year: number; readonly documents: number }[]
  readonly kinds: readonly { readonly kind: DocumentKind; readonly documents: number }[]
  /** Those with most documents. */
  readonly issuers: readonly { readonly issuer: string; readonly documents: number }[]
  readonly reviews: readonly { readonly review: ReviewState; readonly documents: number }[]
}

/** Scans give every issuer some names that stand for one document each. */
const MOST_ISSUERS = 300

/** Counts the documents of the archive by state, area, year (newest first), kind, issuer and how much of them is reviewed. */
export async function countFacets(db: Kysely<Tables>): Promise<FacetCounts> {
  const documents = db.selectFrom('documents')
  const states = await documents
    .groupBy('state')
    .select(eb => ['state', eb.fn.countAll().as('documents')])
    .orderBy('state')
    .execute()
  const areas = await documents
    .where('area_name', 'is not', null)
    .where('area_level', 'is not', null)
    .groupBy(['area_code', 'area_name', 'area_level'])
    .select(eb => ['area_code', 'area_name', 'area_level', eb.fn.countAll().as('documents')])
    .orderBy('area_name')
    .$narrowType<{ area_name: string; area_level: Area['level'] }>()
    .execute()
  const years = await documents
    .where('year', 'is not', null)
    .groupBy('year')
    .select(eb => ['year', eb.fn.countAll().as('documents')])
    .orderBy('year', 'desc')
    .$narrowType<{ year: number }>()
    .execute()
  const kinds = await documents
    .where('kind', 'is not', null)
    .groupBy('kind')
    .select(eb => ['kind', eb.fn.countAll().as('documents')])
    .orderBy('kind')
    .$narrowType<{ kind: DocumentKind }>()
    .execute()
  const issuers = await documents
    .where('issuer_name', 'is not', null)
    .groupBy('issuer_name')
    .select(eb => ['issuer_name', eb.fn.countAll().as('documents')])
    .orderBy('documents', 'desc')
    .orderBy('issuer_name')
    .limit(MOST_ISSUERS)
    .$narrowType<{ issuer_name: string }>()
    .execute()
  const reviews: { review: ReviewState; documents: number }[] = []
  for (const review of REVIEW_STATES) {
    const row = await documents
      .where(sql<SqlBool>`${sql.raw(REVIEW_CONDITION[review])}`)
      .select(eb => eb.fn.countAll().as('documents'))
      .executeTakeFirstOrThrow()
    if (Number(row.documents) > 0) reviews.push({ review, documents: Number(row.documents) })
  }
  return {
    documents: states.reduce((sum, row) => sum + Number(row.documents), 0),
    states: states.map(row => ({ state: row.state, documents: Number(row.documents) })),
    areas: areas.map(row => ({
      code: row.area_code,
      name: row.area_name,
      level: row.area_level,
      documents: Number(row.documents),
    })),
    years: years.map(row => ({ year: row.year, documents: Number(row.documents) })),
    kinds: kinds.map(row => ({ kind: row.kind, documents: Number(row.documents) })),
    issuers: issuers.map(row => ({ issuer: row.issuer_name, documents: Number(row.documents) })),
    reviews,
  }
}
