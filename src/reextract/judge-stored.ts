import type { Database } from '../archive/database/database.ts'
import { rowsOf, storeExtraction, unpackExtraction } from '../archive/extractions.ts'
import { packExtraction } from '../archive/packed-extraction.ts'
import { showHeader } from '../archive/show-header.ts'
import type { Stale } from './survey.ts'
import type { Target } from './target.ts'

/**
 * Judges a stored extraction anew, and shows the result in its place; the old one is kept.
 * @param now ISO 8601
 * @returns false where that cannot be done: the extraction cannot be judged, or the document is being read anyway
 */
export async function judgeStored(
  db: Database,
  run: string,
  { id, name, extraction: before }: Stale,
  target: Target,
  now: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('extractions')
    .innerJoin('texts', 'texts.sha256', 'extractions.text')
    .select(['original', 'extractions.packed', 'texts.packed as text_packed'])
    .where('extractions.id', '=', before)
    .executeTakeFirstOrThrow()
  const judged = await target.judge?.(await unpackExtraction(row)).catch(() => null)
  if (judged == null) return false
  const packed = await packExtraction(name, judged)
  const rows = rowsOf(row.original, packed)
  return await db.transaction().execute(async tx => {
    await storeExtraction(tx, rows, now)
    const shown = await tx
      .updateTable('documents')
      .set({ ...packed.columns, extraction: rows.extraction.id, read: now })
      .where('id', '=', id)
      .where('extraction', '=', before)
      .where('queued', 'is', null)
      .returning('decided')
      .executeTakeFirst()
    if (shown === undefined) return false
    if (shown.decided > 0) await showHeader(tx, id, async () => judged.document)
    await tx
      .insertInto('reextraction_items')
      .values({ reextraction: run, document: id, state: 'judged', before, after: rows.extraction.id })
      .onConflict(oc => oc.columns(['reextraction', 'document']).doNothing())
      .execute()
    return true
  })
}
