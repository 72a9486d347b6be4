import type { Insertable, Selectable, Updateable } from 'kysely'
import type { AreaLevel, DocumentKind } from '../contract/index.ts'

/** `received` (safe, waits) → `reading` → `done`, `partial` (some part of it was lost) or `failed`. */
export const DOCUMENT_STATES = ['received', 'reading', 'done', 'partial', 'failed'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export interface DocumentTable {
  id: string
  /** Of the original's bytes, lower case hex; its address in the folder of originals. */
  sha256: string
  name: string
  bytes: number
  state: DocumentState
  /** How often reading was begun, so that a document which ends the process is not taken up for ever. */
  attempts: number
  /** ISO 8601 with milliseconds, UTC: its order as text is its order in time. */
  received: string
  read: string | null
  /** JSON of a `Problem`, for `failed`. */
  problem: string | null
  /** The extraction that is shown. */
  extraction: string | null
  media_type: string | null
  kind: DocumentKind | null
  number: string | null
  title: string | null
  issuer_name: string | null
  issuer_level: AreaLevel | null
  area_code: string | null
  area_name: string | null
  area_level: AreaLevel | null
  issued: string | null
  plans: string | null
  year: number | null
  pages: number | null
  observations: number | null
  flag_errors: number | null
  flag_warnings: number | null
  flag_notes: number | null
  engine: string | null
  rules: string | null
  /** Name, number, title and issuer, folded: what a search looks in. */
  search: string
}

/** Texts as read, once for all extractions that share them. */
export interface TextTable {
  sha256: string
  text: string
}

/** One result for each original × rule set × engine version. */
export interface ExtractionTable {
  id: string
  original: string
  rules: string
  engine: string
  text: string
  /** JSON of the extraction without its text. */
  body: string
  created: string
}

export interface Tables {
  documents: DocumentTable
  texts: TextTable
  extractions: ExtractionTable
}

export type DocumentRow = Selectable<DocumentTable>
export type NewDocumentRow = Insertable<DocumentTable>
export type DocumentUpdate = Updateable<DocumentTable>
