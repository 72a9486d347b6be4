import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Database, type QueryWatch, queryLog } from './database.ts'
import { migrate } from './migrate.ts'
import { PATIENCE, withoutHurry, withPatience } from './patience.ts'
import type { Tables } from './tables.ts'

/** Connections that one process holds at most. */
const CONNECTIONS = 8
/** Milliseconds without traffic after which the other side is asked whether it is there. */
const KEEP_ALIVE = 10_000
/** PostgreSQL's number for the type of whole numbers of 64 bits (pg_type.dat). */
const INT8 = 20

/** The address of a database as it may be shown: without user and password. */
export const databasePlace = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}

/**
 * Connects to PostgreSQL and brings its tables up to date. A commit is on the disk of the database when it returns
 * (`synchronous_commit`), whatever the server's default is.
 * @param url `postgres://user:password@host:port/database`
 * @param patience milliseconds after which a statement without an answer fails
 * @throws ProblemError `newer-archive`; or the error of the connection
 */
export async function openPostgres(
  url: string,
  watch?: QueryWatch,
  patience: number = PATIENCE.statement,
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE.connection,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE,
    // Sizes and times are below 2^53.
    types: {
      getTypeParser: (type, format) =>
        type === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(type, format),
    },
  })
  // A connection that breaks while it is idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => {
    client.on('error', () => {})
    client.query('set synchronous_commit to on').catch(() => {})
  })
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: withPatience(pool, patience) }),
    ...queryLog(watch),
  })
  await withoutHurry(() => migrate(db, databasePlace(url)))
  return db
}
