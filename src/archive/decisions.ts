import type { Kysely } from 'kysely'
import { Decision, type Extraction } from '../contract/index.ts'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { Tables } from './database/tables.ts'
import { unpackExtraction } from './extractions.ts'
import { unpackText } from './packed.ts'

/** Which reading of a document decisions are made on, and how many there were before them. */
export interface Basis {
  readonly extraction: string
  /** When that was stored: the same rules may read a document again. */
  readonly created: string
  readonly decided: number
}

/** What is known of a document that was read. */
export interface Reviewable extends Basis {
  readonly result: Extraction
  /** SHA-256 of the text as read; see `TextTable`. */
  readonly text: string
  readonly decisions: readonly Decision[]
  /** The counts of its row are of these decisions on this reading. */
  readonly counted: string | null
}

/** A document with all decisions on it; null where it has no result. */
export async function findReviewable(db: Database, document: string): Promise<Reviewable | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select([
      'decided',
      'reviewed',
      'extractions.id',
      'created',
      'text',
      'extractions.packed',
      'texts.packed as text_packed',
    ])
    .where('documents.id', '=', document)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, created, decided, reviewed, text } = row
  const result = await unpackExtraction(row)
  // rows are only added: these are all that there were at that moment
  const decisions = (await listDecisions(db, document)).slice(0, decided)
  return { extraction: id, created, decided, result, text, decisions, counted: reviewed }
}

/** Which reading a document shows, and how many decisions there are on it; null where it has no result. */
export async function findBasis(db: Kysely<Tables>, document: string): Promise<Basis | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .select(['extractions.id as extraction', 'created', 'decided'])
    .where('documents.id', '=', document)
    .executeTakeFirst()
  return row ?? null
}

/** All decisions on a document, in the order in which they were made. */
export async function listDecisions(db: Kysely<Tables>, document: string, after = 0): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .select('body')
    .where('document', '=', document)
    .where('version', '>', after)
    .orderBy('version')
    .execute()
  return rows.map(({ body }) => Decision.parse(JSON.parse(body)))
}

/** Texts of earlier readings that decisions were made on, by their hash. */
export async function textsOf(db: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('texts').select(['sha256', 'packed']).where('sha256', 'in', hashes).execute()
  return new Map(await Promise.all(rows.map(async row => [row.sha256, await unpackText(row.packed)] as const)))
}

/**
 * Adds decisions to a document, all or none; they are on the disk when this resolves.
 * @param basis what they were made on
 * @param text hash of the text that they were made on
 * @returns false where the document has another reading or further decisions by now: nothing is stored then
 */
export const appendDecisions = async (
  db: Database,
  document: string,
  basis: Basis,
  text: string,
  decisions: readonly Decision[],
): Promise<boolean> =>
  await db.transaction().execute(async tx => {
    // whoever reads the document anew or decides on it waits for its row
    await tx
      .selectFrom('documents')
      .select('id')
      .where('id', '=', document)
      .$if(dialectOf(tx).shared, query => query.forUpdate())
      .execute()
    const now = await findBasis(tx, document)
    if (now === null || !isSame(now, basis)) return false
    await tx
      .insertInto('decisions')
      .values(
        decisions.map(decision => {
          const { id, version, kind, who, when } = decision
          return { id, document, version, kind, who, made: when, text, body: storable(decision) }
        }),
      )
      .execute()
    await tx
      .updateTable('documents')
      .set({ decided: basis.decided + decisions.length, reviewed: null })
      .where('id', '=', document)
      .execute()
    return true
  })

export const isSame = (a: Basis, b: Basis): boolean =>
  a.extraction === b.extraction && a.created === b.created && a.decided === b.decided

/** JSON writes U+0000 and halves of surrogate pairs as escapes, so that any database's text holds it. */
const storable = (decision: Decision): string => JSON.stringify(decision)
