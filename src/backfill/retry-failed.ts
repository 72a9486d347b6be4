import type { Database } from '../archive/database/database.ts'
import { PRIORITY } from '../archive/database/tables.ts'
import { UNTRIED } from '../archive/reading-states.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Backfill } from './backfill.ts'
import { lockBackfill } from './ledger.ts'
import { REFUSED_BLAMELESS } from './refused-blameless.ts'

/**
 * Has what failed tried again: documents that could not be read wait anew.
 * @param files whether files that could not be stored are looked for again, too; of what was sent only those with nothing wrong
 *   about them, for which it was kept, and not while it is being stored
 * @returns how many are tried again
 */
export async function retryFailed(
  db: Database,
  { id, sources }: Backfill,
  { files: withFiles }: { readonly files: boolean },
): Promise<number> {
  return await db
    .transaction()
    .execute(async tx => {
      // Until this ends, nobody ends the storing of its files.
      const { state } = await lockBackfill(tx, id)
      const documents = await tx
        .updateTable('documents')
        .set({
          state: 'received',
          queued: 'waiting',
          priority: PRIORITY.backfill,
          ...UNTRIED,
          problem: null,
          read: null,
        })
        .where('state', '=', 'failed')
        .where(eb =>
          eb.exists(
            eb
              .selectFrom('backfill_items')
              .where('backfill', '=', id)
              .whereRef('backfill_items.document', '=', 'documents.id')
              .select('backfill_items.path'),
          ),
        )
        .executeTakeFirst()
      // What is being stored goes past each file once: one that it has passed would not be met again.
      const isPassedOver = sources.kind === 'uploads' && state === 'storing'
      const files =
        withFiles && !isPassedOver
          ? await tx
              .updateTable('backfill_items')
              .set({ state: 'listed', problem: null })
              .where('backfill', '=', id)
              .where('state', '=', 'refused')
              .$if(sources.kind === 'uploads', query => query.where(REFUSED_BLAMELESS))
              .executeTakeFirst()
          : { numUpdatedRows: 0n }
      const again = Number(documents.numUpdatedRows + files.numUpdatedRows)
      if (again > 0) {
        const next = files.numUpdatedRows > 0n ? 'storing' : state === 'done' ? 'reading' : state
        await tx.updateTable('backfills').set({ state: next, finished: null }).where('id', '=', id).execute()
      }
      return again
    })
    .catch(storageFailed)
}
