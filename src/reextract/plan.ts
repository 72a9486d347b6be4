import type { Database } from '../archive/database/database.ts'
import type { ReextractionScope } from '../archive/database/tables.ts'
import { findRuleSet } from '../archive/reextractions/rule-sets.ts'
import type { ReextractionPlan } from '../contract/index.ts'
import { changedFiles } from './affected.ts'
import { survey } from './survey.ts'
import type { Target } from './target.ts'

/** What a run would do, without doing it. */
export async function planRun(db: Database, target: Target, scope: ReextractionScope): Promise<ReextractionPlan> {
  const redo = { nothing: 0, judging: 0, reading: 0 }
  const makers = new Map<string, number>()
  for await (const batch of survey(db, target, scope))
    for (const stale of batch) {
      redo[stale.redo]++
      const maker = JSON.stringify([stale.engine, stale.rules])
      makers.set(maker, (makers.get(maker) ?? 0) + 1)
    }
  const files = new Map<string, number>()
  let unknown = 0
  for (const [maker, documents] of makers) {
    const [engine, rules] = JSON.parse(maker) as [string, string]
    const then = await findRuleSet(db, rules)
    if (rules === target.rules && engine === target.engine) continue
    if (engine !== target.engine || then === null) unknown += documents
    else for (const file of changedFiles(then, target.meanings)) files.set(file, (files.get(file) ?? 0) + documents)
  }
  const { all, without } = await countDocuments(db)
  const { nothing: untouched, judging, reading } = redo
  return {
    scope,
    engine: { version: target.engine, rules: target.rules },
    documents: { current: all - without - untouched - judging - reading, untouched, judging, reading, without },
    files: [...files].map(([file, documents]) => ({ file, documents })).sort((a, b) => b.documents - a.documents),
    unknown,
  }
}

const countDocuments = async (db: Database): Promise<{ readonly all: number; readonly without: number }> => {
  const { all, read } = await db
    .selectFrom('documents')
    .select(eb => [eb.fn.countAll().as('all'), eb.fn.count('extraction').as('read')])
    .executeTakeFirstOrThrow()
  return { all: Number(all), without: Number(all) - Number(read) }
}
