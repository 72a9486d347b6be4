import { type SqlBool, sql } from 'kysely'
import type { Database } from '../archive/database/database.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Problem } from '../problem.ts'
import type { UnreadState } from './item-states.ts'

/** Files of a backfill that have come to nothing for one cause. */
export interface Cause {
  readonly state: UnreadState
  readonly files: number
  /** Of most of them; those of others differ in details only. */
  readonly problem: Problem
  /** Some of their paths. */
  readonly examples: readonly string[]
}

const EXAMPLES = 3

/** Why files of a backfill have come to nothing, the commonest cause first. */
export async function countCauses(db: Database, backfill: string): Promise<Cause[]> {
  const rows = await db
    .selectFrom('backfill_items as item')
    .leftJoin('documents', 'documents.id', 'item.document')
    .where('item.backfill', '=', backfill)
    .where(
      sql<SqlBool>`(item.state in ('refused', 'skipped') or item.state in ('stored', 'known') and documents.state = 'failed')`,
    )
    .select(eb => [
      'item.state as own',
      sql<string | null>`coalesce(item.problem, documents.problem)`.as('problem'),
      eb.fn.countAll().as('files'),
      sql<string>`min(item.path)`.as('example'),
    ])
    .groupBy(['item.state', sql`coalesce(item.problem, documents.problem)`])
    .execute()
    .catch(storageFailed)
  const causes = new Map<string, Cause>()
  const read = rows.flatMap(({ own, problem, files, example }) =>
    problem === null
      ? []
      : [{ state: stateOf(own), problem: JSON.parse(problem) as Problem, files: Number(files), example }],
  )
  for (const { state, problem, files, example } of read.sort((a, b) => b.files - a.files)) {
    const key = keyOf(state, problem)
    const known = causes.get(key) ?? { state, problem, files: 0, examples: [] }
    const examples = [...known.examples, example].slice(0, EXAMPLES)
    causes.set(key, { ...known, files: known.files + files, examples })
  }
  return [...causes.values()].sort((a, b) => b.files - a.files)
}

/** Failures are the same where their codes are; of what is skipped, the code says only that it is no document. */
const keyOf = (state: UnreadState, problem: Problem): string =>
  `${state} ${state === 'skipped' ? JSON.stringify(problem) : problem.code}`

const stateOf = (own: string): UnreadState => (own === 'refused' || own === 'skipped' ? own : 'failed')
