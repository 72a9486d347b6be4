import type { Kysely } from 'kysely'
import { Decision } from '../contract/index.ts'
import type { Source } from '../review/verdicts.ts'
import { sourceColumns } from './agreement.ts'
import type { Tables } from './database/tables.ts'

/** A decision that says that a source misread its record, with the document that it is on. */
export interface FoundMisreading {
  readonly document: { readonly id: string; readonly name: string; readonly number: string | null }
  readonly decision: Decision
}

/** The decisions that speak against a source, by document. */
export async function listMisreadings(db: Kysely<Tables>, source: Source, limit: number): Promise<FoundMisreading[]> {
  const { attribute, origin, rule } = sourceColumns(source)
  const rows = await db
    .selectFrom('misreadings')
    .innerJoin('documents', 'documents.id', 'misreadings.document')
    .innerJoin('decisions', join =>
      join
        .onRef('decisions.document', '=', 'misreadings.document')
        .onRef('decisions.version', '=', 'misreadings.version'),
    )
    .select(['documents.id', 'documents.name', 'documents.number', 'decisions.body'])
    .where('misreadings.attribute', '=', attribute)
    .where('misreadings.origin', '=', origin)
    .where('misreadings.rule', '=', rule)
    .orderBy('misreadings.document')
    .orderBy('misreadings.version')
    .limit(limit)
    .execute()
  return rows.map(({ body, ...document }) => ({ document, decision: Decision.parse(JSON.parse(body)) }))
}
