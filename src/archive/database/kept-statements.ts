import type SQLite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** More than the program has forms of queries. */
const MOST = 300

/** A pragma takes effect when it is prepared, and a transaction's beginning and end cost nothing to prepare. */
const KEPT = /^(select|insert|update|delete|with)\b/

/** What is asked for in place of a rollback where there is nothing to roll back. */
const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  iterate: () => [].values(),
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
}

/**
 * The database with statements that are prepared once: to prepare one costs about as much as to run it. Each is run to its end at
 * once (`all`, `run`); rows are not to be streamed with it. A rollback of a transaction that SQLite has ended by itself, as it
 * does on a full disk, does nothing: its own error would hide the one that tells why (sqlite.org/lang_transaction.html, 3).
 */
export function keptStatements(sqlite: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SQLite.Statement<unknown[]>>()
  return {
    close: () => void sqlite.close(),
    prepare(sql) {
      if (sql === 'rollback' && !sqlite.inTransaction) return NOTHING
      const known = kept.get(sql)
      if (known !== undefined) return known as never
      const statement = sqlite.prepare<unknown[]>(sql)
      if (KEPT.test(sql)) {
        // the oldest goes, used or not: what is used often is soon there again
        const [oldest] = kept.keys()
        if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest)
        kept.set(sql, statement)
      }
      return statement as never
    },
  }
}
