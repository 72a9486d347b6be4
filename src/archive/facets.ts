import type { Kysely } from 'kysely'
import type { Area, DocumentKind } from '../contract/index.ts'
import type { DocumentState, Tables } from './database/tables.ts'

/** The values that the list's filters can take, with the number of documents that have each. */
export interface FacetCounts {
  readonly documents: number
  readonly states: readonly { readonly state: DocumentState; readonly documents: number }[]
  readonly areas: readonly (Area & { readonly documents: number })[]
  readonly years: readonly { readonly year: number; readonly documents: number }[]
  readonly kinds: readonly { readonly kind: DocumentKind; readonly documents: number }[]
}

/** Counts the documents of the archive by state, area, year (newest first) and kind. */
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
  }
}
