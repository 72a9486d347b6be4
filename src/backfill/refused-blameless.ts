import { type SqlBool, sql } from 'kysely'
import type { ProblemCode } from '../problem.ts'
import { PASSING } from '../work/passing.ts'

const CODES: readonly ProblemCode[] = [...PASSING, 'internal']

/** Patterns (`like`) of the problems of such files, as `putItems` writes problems. */
export const BLAMELESS: readonly string[] = CODES.map(code => `{"code":"${code}"%`)

/**
 * A condition on refused `backfill_items`: there is nothing wrong about the file, the archive or the program met something. Such a
 * file may be stored when it is tried again.
 */
export const REFUSED_BLAMELESS = sql<SqlBool>`(${sql.join(
  BLAMELESS.map(pattern => sql`backfill_items.problem like ${pattern}`),
  sql` or `,
)})`
