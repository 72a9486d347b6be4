import type { Kysely } from 'kysely'
import type { Extraction } from '../contract/index.ts'
import { type Problem, problem } from '../problem.ts'
import { storeExtraction } from './extractions.ts'
import { headerColumns } from './header-columns.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'
import type { Tables } from './tables.ts'

/** How often a document may end the process that reads it before it is left alone. */
export const MAX_ATTEMPTS = 3

/** Takes the oldest document that waits, and marks it as being read; null when none waits. */
export async function takeNext(db: Kysely<Tables>): Promise<StoredDocument | null> {
  return await db.transaction().execute(async tx => {
    const next = await tx
      .selectFrom('documents')
      .select('id')
      .where('state', '=', 'received')
      .orderBy('received')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (next === undefined) return null
    const row = await tx
      .updateTable('documents')
      .set(eb => ({ state: 'reading', attempts: eb('attempts', '+', 1) }))
      .where('id', '=', next.id)
      .where('state', '=', 'received')
      .returningAll()
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  })
}

/**
 * Ends reading with a result: the extraction and the document's columns in one transaction. A result that lost a part of
 * the document (a message of level `error`) makes it `partial`.
 */
export async function finish(
  db: Kysely<Tables>,
  document: StoredDocument,
  extraction: Extraction,
  now: string,
): Promise<void> {
  const lost = extraction.messages.some(message => message.level === 'error')
  await db.transaction().execute(async tx => {
    const id = await storeExtraction(tx, document.sha256, extraction, now)
    await tx
      .updateTable('documents')
      .set({
        ...headerColumns(document.name, extraction),
        state: lost ? 'partial' : 'done',
        extraction: id,
        read: now,
        problem: null,
      })
      .where('id', '=', document.id)
      .execute()
  })
}

/** Ends reading with the problem that stopped it. */
export async function fail(db: Kysely<Tables>, id: string, cause: Problem, now: string): Promise<void> {
  await db
    .updateTable('documents')
    .set({ state: 'failed', read: now, problem: JSON.stringify(cause) })
    .where('id', '=', id)
    .execute()
}

/** Gives a document back that was taken and not read, as if it had not been begun. */
export async function giveBack(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('documents')
    .set(eb => ({ state: 'received', attempts: eb('attempts', '-', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute()
}

/**
 * What was being read when the process ended waits again; what ended the process too often has failed.
 * @returns how many documents wait now
 */
export async function resume(db: Kysely<Tables>, now: string): Promise<number> {
  await db
    .updateTable('documents')
    .set({
      state: 'failed',
      read: now,
      problem: JSON.stringify(problem('reading-stopped', { attempts: MAX_ATTEMPTS })),
    })
    .where('state', '=', 'reading')
    .where('attempts', '>=', MAX_ATTEMPTS)
    .execute()
  await db.updateTable('documents').set({ state: 'received' }).where('state', '=', 'reading').execute()
  const { waiting } = await db
    .selectFrom('documents')
    .where('state', '=', 'received')
    .select(eb => eb.fn.countAll().as('waiting'))
    .executeTakeFirstOrThrow()
  return Number(waiting)
}
