import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../archive/database/database.ts'
import type { ReextractionScope } from '../archive/database/tables.ts'
import {
  countItems,
  describeRun,
  findRun,
  markListed,
  openRun,
  openRuns,
  type ReextractionRow,
  storeImpact,
} from '../archive/reextractions/ledger.ts'
import { keepRuleSet } from '../archive/reextractions/rule-sets.ts'
import { throwAway } from '../archive/storage-failed.ts'
import type { Reextraction } from '../contract/index.ts'
import { persistently } from '../work/persistently.ts'
import { listRun } from './list-run.ts'
import { reckon } from './reckon.ts'
import type { Target } from './target.ts'

export interface RunOptions {
  readonly db: Database
  readonly target: Target
  /** ISO 8601. */
  readonly now: () => string
  /** Told that documents wait, for readers in this process. */
  readonly wake: () => void
  /** Ends the run where it stands; it can be gone on with. */
  readonly signal: AbortSignal
  /** Told now and then how the run stands. */
  readonly onProgress?: (run: Reextraction) => void
}

/** Milliseconds between two looks at how many documents still wait. */
const POLL = 250

/**
 * Begins a run, or goes on with the one that was cut off.
 * @returns its row; nothing of it is listed yet where it is new
 */
export async function beginRun(
  { db, target, now }: Pick<RunOptions, 'db' | 'target' | 'now'>,
  scope: ReextractionScope,
): Promise<ReextractionRow> {
  const { engine, rules, meanings } = target
  await keepRuleSet(db, rules, () => meanings)
  return (await openRun(db, { engine, rules, scope }, now())).run
}

/**
 * Carries a run out: lists its documents, waits until all are read, and reckons what came of it. Each step may be done again, and
 * is, when the database was away.
 * @returns the run when it is over
 * @throws the signal's reason when it was ended before
 */
export async function carryOut(options: RunOptions, run: ReextractionRow): Promise<Reextraction> {
  const { db, target, now, wake, signal, onProgress = () => {} } = options
  const steadily = async <T>(step: () => Promise<T>): Promise<T> => {
    const done = await persistently(
      async () => ({ value: await step().catch(whenAway) }),
      signal,
      () => {},
    )
    if (done !== null) return done.value
    throw signal.reason
  }
  const described = () => steadily(async () => describeRun(db, (await findRun(db, run.id)) ?? run))
  const isMine = run.engine === target.engine && run.rules === target.rules
  if (run.listed === null) {
    // what other rules had begun to list is listed by the run for these
    if (isMine) await steadily(() => listRun(db, run, target, now, signal))
    else await steadily(() => markListed(db, run.id, run.untouched, now()))
  }
  wake()
  for (let left = -1; ; ) {
    const { waiting } = await steadily(() => countItems(db, run.id))
    if (waiting === 0) break
    if (waiting !== left) onProgress(await described())
    left = waiting
    await sleep(POLL, undefined, { signal })
  }
  await steadily(async () => storeImpact(db, run.id, await reckon(db, run.id, signal)))
  return await described()
}

const whenAway = (error: unknown): never => {
  throwAway(error)
  throw error
}

/** Carries out all runs that are not over, the oldest first. */
export async function carryOnRuns(options: RunOptions): Promise<void> {
  for (const run of await openRuns(options.db)) await carryOut(options, run)
}
