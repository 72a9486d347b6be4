import type { Kysely } from 'kysely'
import type { Decision, Extraction } from '../contract/index.ts'
import { undoneBy } from '../review/standing.ts'
import { countAgreement } from './agreement.ts'
import { goOn, type Held } from './assignments.ts'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { DocumentUpdate, Tables } from './database/tables.ts'
import { findReadHeader, unpackExtraction } from './extractions.ts'
import { unpackText } from './packed.ts'
import { parsedDecision } from './parsed-decision.ts'
import { showHeader } from './show-header.ts'

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

/**
 * Decisions on a document, in the order in which they were made.
 * @param after the version that they begin behind
 * @param limit how many, at most; null: all
 */
export async function listDecisions(
  db: Kysely<Tables>,
  document: string,
  after = 0,
  limit: number | null = null,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .select('body')
    .where('document', '=', document)
    .where('version', '>', after)
    .orderBy('version')
    .$if(limit !== null, query => query.limit(limit ?? 0))
    .execute()
  return rows.map(({ body }) => parsedDecision(body))
}

/** What the first so many decisions on a document undo, by the ids of decisions: undos alone tell. */
export async function undoneOn(db: Kysely<Tables>, document: string, decided: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('decisions')
    .select('body')
    .where('document', '=', document)
    .where('kind', '=', 'undo')
    .where('version', '<=', decided)
    .orderBy('version')
    .execute()
  return undoneBy(rows.map(({ body }) => parsedDecision(body)))
}

/** Texts of earlier readings that decisions were made on, by their hash. */
export async function textsOf(db: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('texts').select(['sha256', 'packed']).where('sha256', 'in', hashes).execute()
  return new Map(await Promise.all(rows.map(async row => [row.sha256, await unpackText(row.packed)] as const)))
}

/**
 * Whether nothing has been read or decided since; it stays so until the transaction ends, as whoever reads the document anew or decides on
 * it waits for its row.
 */
export const holdBasis = async (tx: Kysely<Tables>, document: string, basis: Basis): Promise<boolean> => {
  await tx
    .selectFrom('documents')
    .select('id')
    .where('id', '=', document)
    .$if(dialectOf(tx).shared, query => query.forUpdate())
    .execute()
  const now = await findBasis(tx, document)
  return now !== null && isSame(now, basis)
}

/** What became of decisions that were to be added. */
export type Appended =
  | { readonly is: 'stored' }
  /** The document has another reading or further decisions by now; nothing is stored. */
  | { readonly is: 'stale' }
  /** Somebody else has the document to himself; nothing is stored. */
  | { readonly is: 'held'; readonly held: Held }

/**
 * Adds decisions of one reviewer to a document, all or none, and lets him go on with it where he has it to himself; they are on the disk when this resolves.
 * @param basis what they were made on, with those before them where they are known
 * @param text hash of the text that they were made on
 * @param progress how many records there are with them, how many are settled, and what came of the random sample
 */
export const appendDecisions = async (
  db: Database,
  document: string,
  basis: Basis & Partial<Pick<Reviewable, 'decisions'>>,
  text: string,
  decisions: readonly Decision[],
  progress: Pick<DocumentUpdate, 'records' | 'settled' | 'sample_settled' | 'sample_wrong'> = {},
): Promise<Appended> =>
  await db.transaction().execute(async tx => {
    if (!(await holdBasis(tx, document, basis))) return { is: 'stale' }
    const held = await goOn(tx, document, decisions[0]?.who ?? '')
    if (held !== null) return { is: 'held', held }
    const stored = decisions.map(decision => ({ decision, body: storable(decision) }))
    await tx
      .insertInto('decisions')
      .values(
        stored.map(({ decision: { id, version, kind, who, when }, body }) => {
          return { id, document, version, kind, who, made: when, text, body }
        }),
      )
      .execute()
    const before = basis.decisions ?? (await listDecisions(tx, document)).slice(0, basis.decided)
    // as they are read again: JSON has no negative zero
    const after = stored.map(({ body }) => JSON.parse(body) as Decision)
    await countAgreement(tx, document, before, [...before, ...after])
    await tx
      .updateTable('documents')
      .set({ decided: basis.decided + decisions.length, reviewed: null, ...progress })
      .where('id', '=', document)
      .execute()
    if (decisions.some(({ kind }) => kind === 'correct-document' || kind === 'undo'))
      await showHeader(tx, document, () => findReadHeader(tx, document))
    return { is: 'stored' }
  })

const isSame = (a: Basis, b: Basis): boolean =>
  a.extraction === b.extraction && a.created === b.created && a.decided === b.decided

/** JSON writes U+0000 and halves of surrogate pairs as escapes, so that any database's text holds it. */
const storable = (decision: Decision): string => JSON.stringify(decision)
