import type { Database } from '../archive/database/database.ts'
import { unpackExtraction } from '../archive/extractions.ts'
import { compare } from '../compare/compare.ts'
import { ImpactOf } from '../compare/impact.ts'
import type { Extraction, Impact } from '../contract/index.ts'

/** Compares the extractions of each document of a run, before and after, one document at a time. */
export async function reckon(db: Database, run: string, signal: AbortSignal): Promise<Impact> {
  const impact = new ImpactOf()
  for (let last = ''; ; ) {
    signal.throwIfAborted()
    const item = await db
      .selectFrom('reextraction_items')
      .innerJoin('documents', 'documents.id', 'reextraction_items.document')
      .select(['document', 'name', 'before', 'after'])
      .where('reextraction', '=', run)
      .where('document', '>', last)
      .where('after', 'is not', null)
      .orderBy('document')
      .limit(1)
      .executeTakeFirst()
    if (item === undefined) return impact.result
    const before = await extractionOf(db, item.before)
    // what was read as before is the same extraction
    const after = item.after === null || item.after === item.before ? before : await extractionOf(db, item.after)
    impact.add({ id: item.document, name: item.name }, compare(before, after))
    last = item.document
  }
}

const extractionOf = async (db: Database, id: string): Promise<Extraction> =>
  unpackExtraction(
    await db
      .selectFrom('extractions')
      .innerJoin('texts', 'texts.sha256', 'extractions.text')
      .select(['extractions.packed', 'texts.packed as text_packed'])
      .where('extractions.id', '=', id)
      .executeTakeFirstOrThrow(),
  )
