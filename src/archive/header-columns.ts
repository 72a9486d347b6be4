import type { Extraction, Severity } from '../contract/index.ts'
import type { DocumentUpdate } from './database/tables.ts'
import { fold } from './fold.ts'
import { reviewColumns } from './review-columns.ts'

const yearOf = (period: string | null): number | null => (period === null ? null : Number(period.slice(0, 4)))

/** PostgreSQL's text holds no U+0000. */
export const storable = (text: string): string => text.replaceAll('\0', '')

const storableOrNull = (text: string | null | undefined): string | null => (text == null ? null : storable(text))

/** What a search for a document looks in. */
export const searchText = (...parts: readonly (string | null | undefined)[]): string =>
  storable(fold(parts.filter(part => part !== null && part !== undefined).join(' ')))

/**
 * The columns of the list that come from an extraction. The year of a document is the first one it plans, else the one it
 * reports on, else that of its date.
 * @param name the name under which the archive holds the file
 */
export function headerColumns(name: string, extraction: Extraction): DocumentUpdate {
  const { document, flags, engine } = extraction
  const count = (severity: Severity) => flags.filter(flag => flag.severity === severity).length
  return {
    media_type: document.mediaType,
    kind: document.kind,
    number: storableOrNull(document.number),
    title: storableOrNull(document.title),
    issuer_name: storableOrNull(document.issuer?.name),
    issuer_level: document.issuer?.level ?? null,
    area_code: document.area?.code ?? null,
    area_name: storableOrNull(document.area?.name),
    area_level: document.area?.level ?? null,
    issued: document.issued,
    plans: document.plans,
    year: yearOf(document.plans ?? document.reports ?? document.issued),
    pages: document.pages,
    observations: extraction.observations.length,
    flag_errors: count('error'),
    flag_warnings: count('warning'),
    flag_notes: count('note'),
    engine: engine.version,
    rules: engine.rules,
    ...reviewColumns(extraction),
    search: searchText(name, document.number, document.title, document.issuer?.name),
  }
}
