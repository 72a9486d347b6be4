import { sql } from 'kysely'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'

/** Who has a document to himself, and until when: milliseconds since 1970 by the database's clock. */
export interface Held {
  readonly document: string
  readonly who: string
  readonly since: number
  readonly until: number
}

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
      .values({ document, who, since: now, until })
      .onConflict(oc =>
        oc
          .column('document')
          .doUpdateSet({
            who,
            until,
            since: sql<number>`case when assignments.who = ${who} and assignments.until > ${now} then assignments.since else ${now} end`,
          })
          .where(eb => eb.or([eb('assignments.who', '=', who), eb('assignments.until', '<=', now)])),
      )
      .returningAll()
      .executeTakeFirst()
    const held = taken ?? (await holderOf(db, document))
    // it may have ended in between
    if (held !== null) return held
  }
}

/** Who has a document now; null where nobody does. */
export async function holderOf(db: Database, document: string): Promise<Held | null> {
  const row = await db
    .selectFrom('assignments')
    .selectAll()
    .where('document', '=', document)
    .where('until', '>', dialectOf(db).now)
    .executeTakeFirst()
  return row ?? null
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
