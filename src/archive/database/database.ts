import type { Kysely, Logger } from 'kysely'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Told of each query that is run, with its parameters. */
export type QueryWatch = (sql: string, parameters: readonly unknown[]) => void

export const queryLog = (watch: QueryWatch | undefined): { log?: Logger } =>
  watch === undefined
    ? {}
    : { log: ({ level, query }) => void (level === 'query' && watch(query.sql, query.parameters)) }
