import type { DocumentHeader, Extraction } from '../contract/index.ts'
import { searchable } from '../contract/searchable.ts'
import type { DocumentUpdate } from './database/tables.ts'
import { reviewColumns } from './review-columns.ts'

const yearOf = (period: string | null): number | null => (period === null ? null : Number(period.slice(0, 4)))

/** PostgreSQL's text holds no U+0000. */
export const storable = (text: string): string => text.replaceAll('\0', '')

const storableOrNull = (text: string | null | undefined): string | null => (text == null ? null : storable(text))

/** What a search for a document looks in. */
export const searchText = (...parts: readonly (string | null | undefined)[]): string =>
  storable(searchable(parts.filter(part => part !== null && part !== undefined).join(' ')))

/**
 * The columns of the list that say a document's header. The year of a document is the first one it plans, else the one it reports
 * on, else that of its date.
 * @param name the name under which the archive holds the file
 */
export const headerColumns = (name: string, header: Omit<DocumentHeader, 'references'>): DocumentUpdate => ({
  kind: header.kind,
  number: storableOrNull(header.number),
  title: storableOrNull(header.title),
  issuer_name: storableOrNull(header.issuer?.name),
  issuer_level: header.issuer?.level ?? null,
  area_code: header.area?.code ?? null,
  area_name: storableOrNull(header.area?.name),
  area_level: header.area?.level ?? null,
  issued: header.issued,
  plans: header.plans,
  year: yearOf(header.plans ?? header.reports ?? header.issued),
  search: searchText(name, header.number, header.title, header.issuer?.name),
})

/**
 * The columns of the list that come from an extraction, as long as no reviewer has corrected the header (see `showHeader`).
 * @param name the name under which the archive holds the file
 */
export function listColumns(name: string, extraction: Extraction): DocumentUpdate {
  const { document, engine } = extraction
  return {
    media_type: document.mediaType,
    ...headerColumns(name, document),
    pages: document.pages,
    observations: extraction.observations.length,
    engine: engine.version,
    rules: engine.rules,
    ...reviewColumns(extraction),
  }
}
