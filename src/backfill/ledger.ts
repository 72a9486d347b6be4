import { hostname } from 'node:os'
import { type SqlBool, sql } from 'kysely'
import type { Archive } from '../archive/archive.ts'
import { encodeCursor, type Place } from '../archive/cursor.ts'
import type { BackfillState } from '../archive/database/backfill-states.ts'
import type { Database } from '../archive/database/database.ts'
import type { BackfillTable } from '../archive/database/tables.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import { type Backfill, backfillId, Sources } from './backfill.ts'
import { REFUSED_BLAMELESS } from './refused-blameless.ts'

const fromRow = (row: BackfillTable): Backfill => ({
  id: row.id,
  sources: Sources.parse(JSON.parse(row.sources)),
  state: row.state,
  created: row.created,
  finished: row.finished,
})

/** Writes down that a backfill is to be done; it is on the disk when this returns. @throws ProblemError `cannot-store`, `database-away` */
export async function createBackfill(db: Database, sources: Sources, now: string): Promise<Backfill> {
  const row = await db
    .insertInto('backfills')
    .values({ id: backfillId(), sources: JSON.stringify(sources), state: 'storing', created: now })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(storageFailed)
  return fromRow(row)
}

export async function findBackfill(db: Database, id: string): Promise<Backfill | null> {
  const row = await db.selectFrom('backfills').selectAll().where('id', '=', id).executeTakeFirst().catch(storageFailed)
  return row === undefined ? null : fromRow(row)
}

export interface BackfillPage {
  readonly backfills: readonly Backfill[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
}

/** One page of the backfills, newest first. */
export async function listBackfills(db: Database, after: Place | null, limit: number): Promise<BackfillPage> {
  const rows = await db
    .selectFrom('backfills')
    .selectAll()
    .$if(after !== null, query =>
      query.where(eb => eb(eb.refTuple('created', 'id'), '<', eb.tuple(after?.received ?? '', after?.id ?? ''))),
    )
    .orderBy('created', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
    .catch(storageFailed)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    backfills: shown.map(fromRow),
    next: last === undefined || rows.length <= limit ? null : encodeCursor({ received: last.created, id: last.id }),
  }
}

/** The backfills that are not done, the oldest first. */
export async function unfinishedBackfills(db: Database): Promise<Backfill[]> {
  const rows = await db
    .selectFrom('backfills')
    .selectAll()
    .where('state', '!=', 'done')
    .orderBy('created')
    .orderBy('id')
    .execute()
    .catch(storageFailed)
  return rows.map(fromRow)
}

/** The backfills whose files are not all stored, and those of which a file could be stored yet. */
export async function unstoredBackfills(db: Database): Promise<Backfill[]> {
  const rows = await db
    .selectFrom('backfills')
    .selectAll()
    .where(eb =>
      eb.or([
        eb('state', '=', 'storing'),
        eb.exists(
          eb
            .selectFrom('backfill_items')
            .whereRef('backfill_items.backfill', '=', 'backfills.id')
            .where('backfill_items.state', '=', 'refused')
            .where(REFUSED_BLAMELESS)
            .select('backfill_items.path'),
        ),
      ]),
    )
    .execute()
    .catch(storageFailed)
  return rows.map(fromRow)
}

/** Makes this process the one that stores a backfill's files. @returns false where another one that lives is at it */
export async function hold({ db, process }: Archive, id: string): Promise<boolean> {
  const dead = sql<SqlBool>`not exists (select 1 from processes where processes.id = backfills.holder)`
  const { numUpdatedRows } = await db
    .updateTable('backfills')
    .set({ holder: process })
    .where('id', '=', id)
    .where(eb => eb.or([eb('holder', 'is', null), eb('holder', '=', process), dead]))
    .executeTakeFirst()
    .catch(storageFailed)
  return numUpdatedRows > 0n
}

export async function release({ db, process }: Archive, id: string): Promise<void> {
  await letGo(db, id, process)
}

/**
 * Takes a backfill from a process of this machine that has ended, before its lease runs out. Where it lives in truth (two containers
 * of one name), both store the same files, and the archive knows them by their content.
 */
export async function releaseFromDead({ db }: Archive, id: string): Promise<void> {
  const holder = await db
    .selectFrom('backfills')
    .innerJoin('processes', 'processes.id', 'backfills.holder')
    .where('backfills.id', '=', id)
    .where('processes.host', '=', hostname())
    .select(['processes.id', 'processes.pid'])
    .executeTakeFirst()
    .catch(storageFailed)
  if (holder === undefined || isRunning(holder.pid)) return
  await letGo(db, id, holder.id)
}

const letGo = async (db: Database, id: string, holder: string): Promise<void> => {
  await db
    .updateTable('backfills')
    .set({ holder: null })
    .where('id', '=', id)
    .where('holder', '=', holder)
    .execute()
    .catch(storageFailed)
}

const isRunning = (pid: number): boolean => {
  try {
    // Signal 0 is none: it asks whether one could be sent.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

export async function setState(db: Database, id: string, state: BackfillState): Promise<void> {
  await db.updateTable('backfills').set({ state, finished: null }).where('id', '=', id).execute().catch(storageFailed)
}

/** Keeps the row of a backfill from being changed by others until a transaction has ended. @returns it as it is */
export async function lockBackfill(tx: Database, id: string): Promise<Backfill> {
  const row = await tx
    .updateTable('backfills')
    .set(eb => ({ finished: eb.ref('finished') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

/** Ends a backfill whose files are stored once all of its documents have been read. @returns whether it has ended now */
export async function settle(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('backfills')
    .set({ state: 'done', finished: now })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('backfill_items')
            .innerJoin('documents', 'documents.id', 'backfill_items.document')
            .where('backfill_items.backfill', '=', id)
            .where('documents.state', 'in', ['received', 'reading'])
            .select('documents.id'),
        ),
      ),
    )
    .executeTakeFirst()
    .catch(storageFailed)
  return numUpdatedRows > 0n
}
