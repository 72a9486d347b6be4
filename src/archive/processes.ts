import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { ProcessKind } from './database/tables.ts'

/** Milliseconds between two signs of life of a process that shares an archive. */
export const BEAT = 2_000
/** Milliseconds without a sign of life after which a process counts as dead, and its documents wait for another. */
export const LEASE = 15_000

/** Makes this process known to the archive. @returns its id, new each time */
export async function register(db: Database, kind: ProcessKind, started: string): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('processes')
    .values({ id, kind, host: hostname(), pid: process.pid, started, seen: dialectOf(db).now })
    .execute()
  return id
}

/** Says that a process lives; one that was taken for dead is known again, without what it had taken. */
export async function beat(db: Database, id: string, kind: ProcessKind, started: string): Promise<void> {
  const { now } = dialectOf(db)
  await db
    .insertInto('processes')
    .values({ id, kind, host: hostname(), pid: process.pid, started, seen: now })
    .onConflict(oc => oc.column('id').doUpdateSet({ seen: now }))
    .execute()
}

export async function leave(db: Database, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute()
}

/**
 * Takes dead processes out. Of an archive with one owner all others are dead; of a shared one those that were not heard of
 * for `LEASE`.
 * @param self the process that asks
 */
export async function buryDead(db: Database, self: string): Promise<void> {
  const { shared, now } = dialectOf(db)
  await db
    .deleteFrom('processes')
    .where('id', '!=', self)
    .$if(shared, query => query.where('seen', '<', sql<number>`${now} - ${LEASE}`))
    .execute()
}
