import type { Database } from '../archive/database/database.ts'
import { dialectOf } from '../archive/database/dialect.ts'
import { PRIORITY } from '../archive/database/tables.ts'
import { UNTRIED } from '../archive/reading-states.ts'
import { markListed, type ReextractionRow } from '../archive/reextractions/ledger.ts'
import { judgeStored } from './judge-stored.ts'
import { type Stale, survey } from './survey.ts'
import type { Target } from './target.ts'

/**
 * Lists the documents of a run: those to be read wait in the queue behind all others, those to be judged anew are judged, those
 * that the change cannot affect are counted. May be cut off and done again at any time.
 * @param now ISO 8601
 */
export async function listRun(
  db: Database,
  run: ReextractionRow,
  target: Target,
  now: () => string,
  signal: AbortSignal,
): Promise<void> {
  let untouched = 0
  for await (const batch of survey(db, target, run.scope)) {
    signal.throwIfAborted()
    untouched += batch.filter(stale => stale.redo === 'nothing').length
    await enqueue(
      db,
      run.id,
      batch.filter(stale => stale.redo === 'reading'),
    )
    for (const stale of batch.filter(s => s.redo === 'judging')) {
      signal.throwIfAborted()
      if (!(await judgeStored(db, run.id, stale, target, now()))) await enqueue(db, run.id, [stale])
    }
  }
  await markListed(db, run.id, untouched, now())
}

/** Puts documents into the ledger and the queue, those that are still as they were surveyed. */
const enqueue = async (db: Database, run: string, stale: readonly Stale[]): Promise<void> => {
  if (stale.length === 0) return
  await db.transaction().execute(async tx => {
    const rows = await tx
      .selectFrom('documents')
      .select(['id', 'extraction'])
      .where(
        'extraction',
        'in',
        stale.map(({ extraction }) => extraction),
      )
      // a reader that ends just now must find its document in the ledger
      .$if(dialectOf(tx).shared, query => query.forUpdate())
      .execute()
    const items = rows.flatMap(({ id, extraction }) =>
      extraction === null ? [] : [{ reextraction: run, document: id, state: 'waiting' as const, before: extraction }],
    )
    if (items.length === 0) return
    const added = await tx
      .insertInto('reextraction_items')
      .values(items)
      .onConflict(oc => oc.columns(['reextraction', 'document']).doNothing())
      .returning('document')
      .execute()
    if (added.length === 0) return
    await tx
      .updateTable('documents')
      .set({ queued: 'waiting', priority: PRIORITY.again, ...UNTRIED })
      .where(
        'id',
        'in',
        added.map(({ document }) => document),
      )
      .where('queued', 'is', null)
      .execute()
  })
}
