import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { DocumentInfo, Extraction } from '../contract/index.ts'
import type { ExtractionTable, Tables, TextTable } from './database/tables.ts'
import { unpackJson, unpackText } from './packed.ts'
import type { PackedExtraction } from './packed-extraction.ts'

/** The rows of an extraction. */
export interface ExtractionRows {
  readonly text: TextTable
  readonly extraction: Omit<ExtractionTable, 'created'>
}

/** The key of an extraction: original × rule set × engine version. */
export const extractionId = (original: string, { rules, version }: Extraction['engine']): string =>
  createHash('sha256')
    .update(JSON.stringify([original, rules, version]))
    .digest('hex')

/** @param original hash of the original's bytes */
export const rowsOf = (original: string, { engine, text, packed }: PackedExtraction): ExtractionRows => ({
  text,
  extraction: {
    id: extractionId(original, engine),
    original,
    rules: engine.rules,
    engine: engine.version,
    text: text.sha256,
    packed,
  },
})

/**
 * Stores the rows of an extraction. A newer result of the same key takes the place of the older one; a text that is there
 * already is not stored again.
 */
export async function storeExtraction(db: Kysely<Tables>, rows: ExtractionRows, created: string): Promise<void> {
  const { id, ...columns } = rows.extraction
  await db
    .insertInto('texts')
    .values(rows.text)
    .onConflict(oc => oc.column('sha256').doNothing())
    .execute()
  await db
    .insertInto('extractions')
    .values({ id, ...columns, created })
    .onConflict(oc => oc.column('id').doUpdateSet({ text: columns.text, packed: columns.packed, created }))
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
