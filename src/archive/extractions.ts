import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Extraction } from '../contract/index.ts'
import type { Tables } from './tables.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Stores an extraction under its key: original × rule set × engine version. A newer result of the same key takes the
 * place of the older one; a text that is there already is not stored again.
 * @returns the extraction's id
 */
export async function storeExtraction(
  db: Kysely<Tables>,
  original: string,
  extraction: Extraction,
  created: string,
): Promise<string> {
  const { text, ...rest } = extraction
  const textHash = sha256(text)
  const body = JSON.stringify(rest)
  const { rules, version: engine } = extraction.engine
  const id = sha256(JSON.stringify([original, rules, engine]))
  await db
    .insertInto('texts')
    .values({ sha256: textHash, text })
    .onConflict(oc => oc.column('sha256').doNothing())
    .execute()
  await db
    .insertInto('extractions')
    .values({ id, original, rules, engine, text: textHash, body, created })
    .onConflict(oc => oc.column('id').doUpdateSet({ text: textHash, body, created }))
    .execute()
  return id
}

/** The extraction that a document shows, whole; null where it has none. */
export async function findExtraction(db: Kysely<Tables>, documentId: string): Promise<Extraction | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select(['extractions.body', 'texts.text'])
    .where('documents.id', '=', documentId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { document, ...rest } = JSON.parse(row.body) as Omit<Extraction, 'text'>
  // those stored before repairs were kept have none
  return { document, text: row.text, ...rest, repairs: rest.repairs ?? [] }
}

/** The text of a document as it was read; null where it was not. */
export async function findText(db: Kysely<Tables>, documentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select('texts.text')
    .where('documents.id', '=', documentId)
    .executeTakeFirst()
  return row?.text ?? null
}
