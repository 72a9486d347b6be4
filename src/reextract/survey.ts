import type { Database } from '../archive/database/database.ts'
import type { ReextractionScope } from '../archive/database/tables.ts'
import { unpackJson } from '../archive/packed.ts'
import { findRuleSet } from '../archive/reextractions/rule-sets.ts'
import type { Extraction } from '../contract/index.ts'
import type { FileMeanings } from '../rules/rule-set-files.ts'
import { affected, type Redo, type Traits, traitsOf } from './affected.ts'
import type { Target } from './target.ts'

/** A document whose extraction is by another engine or other rules, and what has to be done anew to it. */
export interface Stale {
  readonly id: string
  readonly name: string
  readonly extraction: string
  readonly engine: string
  readonly rules: string
  readonly redo: Redo
}

/** So many documents are looked at together. */
const BATCH = 200

/** Traits that ask for the least and for the most: where both are asked for the same, nobody has to look into the extraction. */
const LEAST: Traits = { tables: 0, observations: 0, recognised: 0, repaired: false }
const MOST: Traits = { tables: 1, observations: 1, recognised: 1, repaired: true }

/**
 * The documents of an archive that were read by another engine or other rules, in batches by the order of their ids.
 * @param scope `all`: each of them is to be read; `changed`: only what the change can affect; `everything`: all others, too
 */
export async function* survey(db: Database, target: Target, scope: ReextractionScope): AsyncGenerator<Stale[]> {
  const ruleSets = new Map<string, FileMeanings | null>()
  const meaningsOf = async (digest: string): Promise<FileMeanings | null> => {
    const known = ruleSets.get(digest) ?? (await findRuleSet(db, digest))
    ruleSets.set(digest, known)
    return known
  }
  const redoOf = async (row: Omit<Stale, 'redo'>): Promise<Redo> => {
    if (scope !== 'changed') return 'reading'
    const then = { engine: row.engine, meanings: await meaningsOf(row.rules) }
    const least = affected(LEAST, then, target)
    if (least === affected(MOST, then, target)) return least
    const redo = affected(await storedTraits(db, row.extraction), then, target)
    return redo === 'judging' && target.judge === null ? 'reading' : redo
  }
  for (let after = ''; ; ) {
    const rows = await rowsToRead(db, target, scope, after)
    const last = rows.at(-1)
    if (last === undefined) return
    const batch: Stale[] = []
    for (const row of rows) batch.push({ ...row, redo: await redoOf(row) })
    yield batch
    after = last.id
  }
}

const rowsToRead = (db: Database, { engine, rules }: Target, scope: ReextractionScope, after: string) =>
  db
    .selectFrom('documents')
    .innerJoin('extractions', 'extractions.id', 'documents.extraction')
    .select(['documents.id', 'name', 'extractions.id as extraction', 'extractions.engine', 'extractions.rules'])
    .where('documents.id', '>', after)
    .$if(scope !== 'everything', query =>
      query.where(eb => eb.or([eb('extractions.engine', '!=', engine), eb('extractions.rules', '!=', rules)])),
    )
    .orderBy('documents.id')
    .limit(BATCH)
    .execute()

const storedTraits = async (db: Database, extraction: string): Promise<Traits> => {
  const { packed } = await db
    .selectFrom('extractions')
    .select('packed')
    .where('id', '=', extraction)
    .executeTakeFirstOrThrow()
  const stored = (await unpackJson(packed)) as Omit<Extraction, 'text' | 'repairs'> &
    Partial<Pick<Extraction, 'repairs'>>
  const traits = traitsOf({ ...stored, repairs: stored.repairs ?? [] })
  // those stored before repairs were kept do not tell
  return stored.repairs === undefined ? { ...traits, repaired: true } : traits
}
