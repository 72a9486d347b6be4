import { sql } from 'kysely'
import type { Database } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import type { Commit } from './database/group-commit.ts'
import { inTurn } from './in-turn.ts'

/** What works on the archive while hashes are held. */
export interface Held {
  /** The transaction that holds them, where the database is shared: all goes through it, and counts when it ends. */
  readonly db: Database
  /** Runs work in that transaction; in one of its own where the database is not shared. */
  readonly commit: Commit
}

/**
 * Does something while nobody else, in no process, puts originals of these hashes in their place or removes them. An original and
 * the row that names it come in one hold; one that no row names is looked for and removed in one hold: neither comes between.
 */
export type Hold = <T>(hashes: readonly string[], work: (held: Held) => Promise<T>) => Promise<T>

export function holding(db: Database, commit: Commit): Hold {
  if (dialectOf(db).shared) {
    return (hashes, work) =>
      db.transaction().execute(async tx => {
        await lockHashes(tx, hashes)
        return await work({ db: tx, commit: within => within(tx) })
      })
  }
  const turns = inTurn()
  return (hashes, work) => turns([...new Set(hashes)], () => work({ db, commit }))
}

/** Holds hashes until a transaction of PostgreSQL has ended, also where its end is not heard of. */
export async function lockHashes(tx: Database, hashes: readonly string[]): Promise<void> {
  // All take them in the same order: nobody waits for somebody who waits for him.
  for (const sha256 of [...new Set(hashes)].sort()) {
    // The key of a lock has 64 bits: two hashes that share it only wait for each other.
    const key = BigInt.asIntN(64, BigInt(`0x${sha256.slice(0, 16)}`))
    await sql`select pg_advisory_xact_lock(cast(${key.toString()} as bigint))`.execute(tx)
  }
}
