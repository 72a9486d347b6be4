import type { Area, AreaLevel, DocumentKind } from '../contract/index.ts'
import type { Problem } from '../problem.ts'
import type { PagesRead } from '../read/pages-read.ts'
import type { DocumentRow, DocumentState } from './database/tables.ts'

/** One document of the archive, as its row tells. All header fields are null until it was read. */
export interface StoredDocument {
  readonly id: string
  readonly state: DocumentState
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string | null
  readonly received: string
  readonly read: string | null
  readonly kind: DocumentKind | null
  readonly number: string | null
  readonly title: string | null
  readonly issuer: { readonly name: string; readonly level: AreaLevel } | null
  readonly area: Area | null
  readonly issued: string | null
  readonly plans: string | null
  readonly year: number | null
  readonly pages: number | null
  /** Statistics that were read. */
  readonly observations: number | null
  /** Records as they hold now, rejected ones among them, and how many of them reviewers have settled. */
  readonly records: number | null
  readonly settled: number | null
  /** Those that are open. */
  readonly flags: { readonly error: number; readonly warning: number; readonly note: number } | null
  readonly engine: { readonly version: string; readonly rules: string } | null
  /** Why reading failed. */
  readonly problem: Problem | null
  /** How far the reading is that is under way; null where that is not known. */
  readonly reading: PagesRead | null
}

/** The row as the rest of the product sees it. */
export const fromRow = (row: DocumentRow): StoredDocument => ({
  id: row.id,
  state: row.state,
  name: row.name,
  sha256: row.sha256,
  bytes: Number(row.bytes),
  mediaType: row.media_type,
  received: row.received,
  read: row.read,
  kind: row.kind,
  number: row.number,
  title: row.title,
  issuer:
    row.issuer_name === null || row.issuer_level === null ? null : { name: row.issuer_name, level: row.issuer_level },
  area:
    row.area_name === null || row.area_level === null
      ? null
      : { code: row.area_code, name: row.area_name, level: row.area_level },
  issued: row.issued,
  plans: row.plans,
  year: row.year,
  pages: row.pages,
  observations: row.observations,
  records: row.records,
  // between another reading and its count there may be fewer records
  settled: row.records === null ? null : Math.min(row.settled, row.records),
  flags:
    row.flag_errors === null || row.flag_warnings === null || row.flag_notes === null
      ? null
      : { error: row.flag_errors, warning: row.flag_warnings, note: row.flag_notes },
  engine: row.engine === null || row.rules === null ? null : { version: row.engine, rules: row.rules },
  problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem),
  reading:
    row.reading_page === null || row.reading_pages === null
      ? null
      : { page: row.reading_page, pages: row.reading_pages },
})
