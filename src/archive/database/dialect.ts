import { type ColumnDataType, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

/** What differs between the two databases; everything else of the archive is the same SQL for both. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /** Many processes may hold the same database, on many machines. */
  readonly shared: boolean
  /** The type of a column of bytes. */
  readonly bytes: ColumnDataType
  /** The database's own clock in milliseconds since 1970, so that the clocks of machines need not agree. */
  readonly now: RawBuilder<number>
}

const SQLITE: Dialect = {
  name: 'sqlite',
  shared: false,
  bytes: 'blob',
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
}

const POSTGRES: Dialect = {
  name: 'postgres',
  shared: true,
  bytes: 'bytea',
  now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
}

/**
 * Does something whose loss in a power cut would do no harm, without waiting for the disk where the database can do so. Only that:
 * nobody else's writing comes between.
 */
export const withoutSync = async <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> => {
  if (dialectOf(db).shared) return await work(db)
  return await db.connection().execute(async connection => {
    await sql`pragma synchronous = normal`.execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`pragma synchronous = full`.execute(connection)
    }
  })
}

// biome-ignore lint/suspicious/noExplicitAny: the tables of the database do not matter here
export const dialectOf = (db: Kysely<any>): Dialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? POSTGRES : SQLITE
