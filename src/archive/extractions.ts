import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { DocumentInfo, Extraction } from '../contract/index.ts'
import type { ExtractionTable, Tables, TextTable } from './database/tables.ts'
import { unpackJson, unpackText } from './packed.ts'
import type { PackedExtraction } from './packed-extraction.ts'

/** The rows of an extraction. */
export interface ExtractionRows {
  readonly text: TextTable
  readonly extraction: Omit<ExtractionTable, 'created'>
}

/** What an extraction is known by: what it was read from, what read it, and what came of that. */
export type ExtractionIdentity = Pick<ExtractionTable, 'original' | 'rules' | 'engine' | 'text' | 'packed'>

const digest = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/**
 * The key of an extraction: original × rule set × engine version × result. The result is part of it as programs beside the engine have
 * their share in it (recognition of text, LibreOffice), which no version of ours tells: what they read otherwise is another extraction.
 */
export const extractionId = ({ original, rules, engine, text, packed }: ExtractionIdentity): string =>
  digest([original, rules, engine, text, createHash('sha256').update(packed).digest('hex')])

/** The key of extractions that were stored before the result was a part of it. */
export const earlierExtractionId = ({ original, rules, engine }: ExtractionIdentity): string =>
  digest([original, rules, engine])

/** @param original hash of the original's bytes */
export const rowsOf = (original: string, { engine, text, packed }: PackedExtraction): ExtractionRows => {
  const identity = { original, rules: engine.rules, engine: engine.version, text: text.sha256, packed }
  return { text, extraction: { id: extractionId(identity), ...identity } }
}

/** What stands for the engine in the row of an extraction that another one of the same engine and rules has followed. */
export const engineOfKept = (engine: string, id: string): string => `${engine}#${id.slice(0, KEPT_DIGITS)}`

const KEPT_DIGITS = 16

/**
 * Stores the rows of an extraction. What the same engine and rules have read otherwise before is kept beside it; what is there already
 * is not stored again, but counts as stored now.
 */
export async function storeExtraction(db: Kysely<Tables>, rows: ExtractionRows, created: string): Promise<void> {
  const { id, original, rules, engine } = rows.extraction
  await db
    .insertInto('texts')
    .values(rows.text)
    .onConflict(oc => oc.column('sha256').doNothing())
    .execute()
  await db
    .updateTable('extractions')
    .set({ engine: sql<string>`engine || '#' || substr(id, 1, ${sql.lit(KEPT_DIGITS)})` })
    .where('original', '=', original)
    .where('rules', '=', rules)
    .where('engine', '=', engine)
    .where('id', '!=', id)
    .execute()
  await db
    .insertInto('extractions')
    .values({ ...rows.extraction, created })
    .onConflict(oc => oc.column('id').doUpdateSet({ engine, created }))
    .execute()
}

type StoredExtraction = Pick<ExtractionTable, 'packed'> & { readonly text_packed: Uint8Array }

/** The extraction of its rows, whole. */
export async function unpackExtraction(row: StoredExtraction): Promise<Extraction> {
  const { document, ...rest } = (await unpackJson(row.packed)) as Omit<Extraction, 'text'>
  // those stored before repairs were kept have none
  return { document, text: await unpackText(row.text_packed), ...rest, repairs: rest.repairs ?? [] }
}

/** The extraction that a document shows, whole; null where it has none. */
export async function findExtraction(db: Kysely<Tables>, documentId: string): Promise<Extraction | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select(['extractions.packed', 'texts.packed as text_packed'])
    .where('documents.id', '=', documentId)
    .executeTakeFirst()
  return row === undefined ? null : await unpackExtraction(row)
}

/** What is known of a document that was read as a whole. */
export async function findReadHeader(db: Kysely<Tables>, documentId: string): Promise<DocumentInfo> {
  const { packed } = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .select('extractions.packed')
    .where('documents.id', '=', documentId)
    .executeTakeFirstOrThrow()
  return ((await unpackJson(packed)) as Extraction).document
}

/** The text of a document as it was read; null where it was not. */
export async function findText(db: Kysely<Tables>, documentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select('texts.packed')
    .where('documents.id', '=', documentId)
    .executeTakeFirst()
  return row === undefined ? null : await unpackText(row.packed)
}
