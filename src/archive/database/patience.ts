import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Milliseconds after which a database that does not answer counts as away: for a connection, and for a statement. */
export const PATIENCE = { connection: 5_000, statement: 15_000 } as const
/** Milliseconds for statements that go through whole tables, or wait for others that do. */
const LONG = 60 * 60 * 1000

const unhurried = new AsyncLocalStorage<true>()

/** Gives each statement of some work, such as a migration, an hour. */
export const withoutHurry = <T>(work: () => Promise<T>): Promise<T> => unhurried.run(true, work)

/**
 * The pool with statements that end in an error when the database falls silent. Such a connection is closed: its transaction is open, and
 * an answer that came after all would be taken for that of the next statement.
 * @param patience milliseconds for a statement
 */
export const withPatience = (pool: pg.Pool, patience: number): PostgresPool => ({
  async connect() {
    const client = await pool.connect()
    let silent: Error | null = null
    return {
      query: (async (text: string, values: unknown[]) => {
        if (silent !== null) throw silent
        // An option of the statement that the types of pg know of the connection only.
        const statement = { text, values, query_timeout: unhurried.getStore() === true ? LONG : patience }
        return await client.query(statement).catch((error: unknown) => {
          if (isSilence(error)) silent = error
          throw error
        })
      }) as unknown as PostgresPoolClient['query'],
      release: () => client.release(silent ?? undefined),
    }
  },
  end: () => pool.end(),
})

/** What pg says of a statement that was not answered in time. */
const isSilence = (error: unknown): error is Error => error instanceof Error && error.message === 'Query read timeout'
