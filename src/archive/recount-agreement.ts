import type { Kysely } from 'kysely'
import { Decision } from '../contract/index.ts'
import { type Judgement, judgements } from '../review/verdicts.ts'
import { listAsMisread, misreadingsOf, Tally } from './agreement.ts'
import type { Tables } from './database/tables.ts'

/** Documents whose ids are asked for at once. */
const PAGE = 500

/** What decisions say of the reading of a document; null where one of them cannot be read. */
export interface JudgedDocument {
  readonly id: string
  readonly judged: readonly Judgement[] | null
}

/** All documents that anybody has decided on, or that misreadings are listed of, one after the other. */
export async function* judgedDocuments(db: Kysely<Tables>): AsyncGenerator<JudgedDocument> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where('id', '>', after)
      .where(eb =>
        eb.or([eb('decided', '>', 0), eb('id', 'in', eb.selectFrom('misreadings').select('misreadings.document'))]),
      )
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const { id } of rows) yield { id, judged: await judgedOf(db, id) }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

const judgedOf = async (db: Kysely<Tables>, document: string): Promise<readonly Judgement[] | null> => {
  const rows = await db
    .selectFrom('decisions')
    .select('body')
    .where('document', '=', document)
    .orderBy('version')
    .execute()
  const decisions = rows.map(({ body }) => readDecision(body))
  return decisions.every(decision => decision !== null) ? judgements(decisions) : null
}

/** A decision as it is stored; null where the row is damaged. */
export const readDecision = (body: string): Decision | null => {
  try {
    return Decision.parse(JSON.parse(body))
  } catch {
    return null
  }
}

/**
 * Counts agreement and lists misreadings anew from the decisions: once what these say is judged otherwise, or where the counts are not
 * those of the decisions. Documents with a damaged decision are left out. In a transaction that nobody else decides in.
 */
export async function recountAgreement(tx: Kysely<Tables>): Promise<void> {
  const tally = new Tally()
  await tx.deleteFrom('misreadings').execute()
  await tx.deleteFrom('rule_agreement').execute()
  for await (const { id, judged } of judgedDocuments(tx)) {
    tally.add(judged ?? [], 1)
    await listAsMisread(tx, [...misreadingsOf(id, judged ?? []).values()])
  }
  for (const row of tally.rows()) await tx.insertInto('rule_agreement').values(row).execute()
}
