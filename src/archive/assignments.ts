import { type Kysely, sql } from 'kysely'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { Tables } from './database/tables.ts'

/** Who has a document to himself, and until when: milliseconds since 1970 by the database's clock. */
export interface Held {
  readonly document: string
  readonly who: string
  readonly since: number
  readonly until: number
}

const HELD = ['document', 'who', 'since', 'until'] as const

/**
 * Gives a document to a reviewer for a time, or goes on with what he has.
 * @returns who has it after this: somebody else, where it was taken and that has not ended
 */
export async function assign(db: Database, document: string, who: string, milliseconds: number): Promise<Held> {
  const { now } = dialectOf(db)
  const until = sql<number>`${now} + ${milliseconds}`
  for (;;) {
    const taken = await db
      .insertInto('assignments')
      .values({ document, who, since: now, until, duration: milliseconds })
      .onConflict(oc =>
        oc
          .column('document')
          .doUpdateSet({
            who,
            until,
            duration: milliseconds,
            since: sql<number>`case when assignments.who = ${who} and assignments.until > ${now} then assignments.since else ${now} end`,
          })
          .where(eb => eb.or([eb('assignments.who', '=', who), eb('assignments.until', '<=', now)])),
      )
      .returning(HELD)
      .executeTakeFirst()
    const held = taken ?? (await holderOf(db, document))
    // it may have ended in between
    if (held !== null) return held
  }
}

/** Who has a document now; null where nobody does. */
export const holderOf = async (db: Kysely<Tables>, document: string): Promise<Held | null> =>
  (await holdersOf(db, [document])).get(document) ?? null

/**
 * Lets a reviewer who has a document go on with it for as long as he has asked for, from now. In the transaction that stores what he does.
 * @returns who has the document, where that is somebody else
 */
export async function goOn(tx: Kysely<Tables>, document: string, who: string): Promise<Held | null> {
  const { now } = dialectOf(tx)
  const { numUpdatedRows } = await tx
    .updateTable('assignments')
    .set({ until: sql<number>`case when ${now} + duration > until then ${now} + duration else until end` })
    .where('document', '=', document)
    .where('who', '=', who)
    .where('until', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? null : await holderOf(tx, document)
}

/** Who has each of some documents now; nobody has those that are left out. */
export async function holdersOf(db: Kysely<Tables>, documents: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  if (documents.length === 0) return new Map()
  const rows = await db
    .selectFrom('assignments')
    .select(HELD)
    .where('document', 'in', documents)
    .where('until', '>', dialectOf(db).now)
    .execute()
  return new Map(rows.map(row => [row.document, row]))
}

/** Gives a document back. @returns whether the reviewer had it */
export async function release(db: Database, document: string, who: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('assignments')
    .where('document', '=', document)
    .where('who', '=', who)
    .where('until', '>', dialectOf(db).now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
