import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Extraction } from '../contract/index.ts'
import { type Problem, problem } from '../problem.ts'
import type { PagesRead } from '../read/pages-read.ts'
import { dialectOf, withoutSync } from './database/dialect.ts'
import type { Commit } from './database/group-commit.ts'
import type { DocumentRow, Tables } from './database/tables.ts'
import { rowsOf, storeExtraction, unpackExtraction } from './extractions.ts'
import { type PackedExtraction, packExtraction } from './packed-extraction.ts'
import { settleFailed, settleRead } from './reextractions/settle.ts'
import { showHeader } from './show-header.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'

/** How often a document may end what reads it before it is left alone. */
export const MAX_ATTEMPTS = 3
/**
 * How often processes may end while they read a document: more often, since mostly something else ended them. Where processes are killed
 * again and again while little waits, it is always the same documents that are under way.
 */
export const MAX_DEATHS = 10

/** A document that is to be read, and that nothing speaks against. */
export const UNTRIED = { attempts: 0, orphaned: 0 } as const

/** A document that a reader has taken. */
export interface Claimed {
  readonly document: StoredDocument
  /** Made anew for each taking; what is read under an older claim does not count. */
  readonly claim: string
  /** How often reading was begun, this time included. */
  readonly attempts: number
  /** The same without the times that ended with the process. */
  readonly ownAttempts: number
}

const UNREAD = { reading_page: null, reading_pages: null } as const
const FREE = { queued: null, reader: null, claim: null, ...UNREAD } as const
const WAITING = { queued: 'waiting', reader: null, claim: null, ...UNREAD } as const

/** The state of a document that stops being read without a result: what it was before. */
const before = sql<DocumentRow['state']>`case when state = 'reading' then 'received' else state end`

/** As if it had not been taken. */
const UNBEGUN = { ...WAITING, state: before, attempts: sql<number>`attempts - 1` } as const

/**
 * Takes the document that is next in the queue; null when none waits.
 * @param claim a new one
 */
export async function takeNext(db: Kysely<Tables>, reader: string, claim: string): Promise<Claimed | null> {
  const { shared } = dialectOf(db)
  // A claim that a power cut takes away leaves a document that waits, which is what it would be after the claim, too.
  const row = await withoutSync(db, connection => claimNext(connection, reader, claim, shared))
  if (row === undefined) return null
  const { attempts, orphaned } = row
  return { document: fromRow(row), claim, attempts, ownAttempts: attempts - orphaned }
}

const claimNext = (db: Kysely<Tables>, reader: string, claim: string, shared: boolean) =>
  db
    .updateTable('documents')
    .set(eb => ({
      queued: 'taken',
      reader,
      claim,
      attempts: eb('attempts', '+', 1),
      state: sql<DocumentRow['state']>`case when state = 'received' then 'reading' else state end`,
    }))
    .where('id', '=', eb =>
      eb
        .selectFrom('documents')
        .select('id')
        .where('queued', '=', 'waiting')
        .orderBy('priority')
        // What has cost a reader waits behind what has not: it can neither hold the others up nor always be the one under way.
        .orderBy('attempts')
        .orderBy('received')
        .orderBy('id')
        .limit(1)
        // Readers on other machines pass over what one of them is just taking.
        .$if(shared, query => query.forUpdate().skipLocked()),
    )
    .returningAll()
    .executeTakeFirst()

/** Keeps how far the reading of a document is, for those who wait for it; nothing where the claim is no longer the document's. */
export async function tellPages(
  db: Kysely<Tables>,
  { document, claim }: Claimed,
  { page, pages }: PagesRead,
): Promise<void> {
  await withoutSync(db, connection =>
    connection
      .updateTable('documents')
      .set({ reading_page: page, reading_pages: pages })
      .where('id', '=', document.id)
      .where('claim', '=', claim)
      .execute(),
  )
}

/** The document's row while the claim is still the document's, which it stays until the transaction ends. */
const heldRow = async (tx: Kysely<Tables>, { document, claim }: Claimed) =>
  await tx
    .selectFrom('documents')
    .select('decided')
    .where('id', '=', document.id)
    .where('claim', '=', claim)
    .$if(dialectOf(tx).shared, query => query.forUpdate())
    .executeTakeFirst()

/** Takes a document out of the queue. @returns false where the claim is no longer the document's */
const letGo = async (db: Kysely<Tables>, { document, claim }: Claimed): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('documents')
    .set(FREE)
    .where('id', '=', document.id)
    .where('claim', '=', claim)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Ends reading with a result: the extraction and the document's columns in one transaction. A result that lost a part of
 * the document makes it `partial`.
 * @returns false where the claim is no longer the document's: nothing is stored then
 */
export async function finish(
  commit: Commit,
  claimed: Claimed,
  result: Extraction | PackedExtraction,
  now: string,
): Promise<boolean> {
  const { document } = claimed
  const packed = 'packed' in result ? result : await packExtraction(document.name, result)
  const rows = rowsOf(document.sha256, packed)
  return await commit(async tx => {
    const held = await heldRow(tx, claimed)
    if (held === undefined) return false
    await storeExtraction(tx, rows, now)
    await tx
      .updateTable('documents')
      .set({
        ...packed.columns,
        ...FREE,
        state: packed.partial ? 'partial' : 'done',
        ...UNTRIED,
        extraction: rows.extraction.id,
        read: now,
        problem: null,
      })
      .where('id', '=', document.id)
      .execute()
    const machine = async () =>
      (await unpackExtraction({ packed: packed.packed, text_packed: packed.text.packed })).document
    if (held.decided > 0) await showHeader(tx, document.id, machine)
    await settleRead(tx, document.id, rows.extraction.id)
    return true
  })
}

/**
 * Ends reading with the problem that stopped it. A document that was read before keeps its state and its extraction.
 * @returns false where the claim is no longer the document's
 */
export async function fail(commit: Commit, claimed: Claimed, cause: Problem, now: string): Promise<boolean> {
  return await commit(async tx => {
    if (!(await letGo(tx, claimed))) return false
    await markFailed(tx, sql<SqlBool>`id = ${claimed.document.id}`, cause, now)
    return true
  })
}

const markFailed = async (db: Kysely<Tables>, which: Expression<SqlBool>, cause: Problem, now: string) => {
  await settleFailed(db, which, cause)
  await db
    .updateTable('documents')
    .set({ ...FREE, state: 'failed', read: now, problem: JSON.stringify(cause) })
    .where(which)
    .where('extraction', 'is', null)
    .execute()
  await db.updateTable('documents').set(FREE).where(which).where('extraction', 'is not', null).execute()
}

/** Gives a document back that was taken and not read, as if it had not been begun. */
export async function giveBack(db: Kysely<Tables>, { document, claim }: Claimed): Promise<void> {
  await db.updateTable('documents').set(UNBEGUN).where('id', '=', document.id).where('claim', '=', claim).execute()
}

/** The claims under which a reader has taken documents. */
export async function takenBy(db: Kysely<Tables>, reader: string): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .select('claim')
    .where('queued', '=', 'taken')
    .where('reader', '=', reader)
    .execute()
  return rows.flatMap(({ claim }) => (claim === null ? [] : [claim]))
}

/** Gives documents back whose claims nobody knows of. @returns how many */
export async function giveBackUnheard(db: Kysely<Tables>, claims: readonly string[]): Promise<number> {
  if (claims.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('documents')
    .set(UNBEGUN)
    .where('queued', '=', 'taken')
    .where('claim', 'in', claims)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Puts a document back whose reading ended what read it; the attempt counts. */
export async function putBack(db: Kysely<Tables>, { document, claim }: Claimed): Promise<void> {
  await db
    .updateTable('documents')
    .set({ ...WAITING, state: before })
    .where('id', '=', document.id)
    .where('claim', '=', claim)
    .execute()
}

/**
 * What processes had taken that are dead waits again; what ended its readers too often has failed.
 * @returns how many documents were taken up again
 */
export async function takeUpAgain(db: Kysely<Tables>, now: string): Promise<number> {
  const ofTheDead = sql<SqlBool>`queued = 'taken' and not exists (select 1 from processes where processes.id = documents.reader)`
  return await db.transaction().execute(async tx => {
    const cause = problem('reading-stopped', { attempts: MAX_DEATHS })
    await markFailed(tx, sql<SqlBool>`${ofTheDead} and orphaned >= ${MAX_DEATHS - 1}`, cause, now)
    const again = await tx
      .updateTable('documents')
      .set(eb => ({ ...WAITING, state: before, orphaned: eb('orphaned', '+', 1) }))
      .where(ofTheDead)
      .executeTakeFirst()
    return Number(again.numUpdatedRows)
  })
}

/** How many documents wait to be read or are being read. */
export async function countQueue(db: Kysely<Tables>): Promise<{ readonly waiting: number; readonly taken: number }> {
  const rows = await db
    .selectFrom('documents')
    .where('queued', 'is not', null)
    .groupBy('queued')
    .select(eb => ['queued', eb.fn.countAll().as('documents')])
    .execute()
  const count = (queued: string) => Number(rows.find(row => row.queued === queued)?.documents ?? 0)
  return { waiting: count('waiting'), taken: count('taken') }
}
