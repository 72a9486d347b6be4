import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { readDecision } from '../recount-agreement.ts'
import type { Report } from './findings.ts'

/** Decisions that are looked at at once. */
const PAGE = 500

/** Holds the decisions on each document to its count of them, without a gap, and each to its form. */
export async function verifyDecisions(db: Database, report: Report): Promise<void> {
  const counted = await db
    .selectFrom('documents')
    .leftJoin('decisions', 'decisions.document', 'documents.id')
    .groupBy(['documents.id', 'documents.decided'])
    .select(eb => [
      'documents.id',
      'documents.decided',
      eb.fn.count('decisions.id').as('found'),
      eb.fn.max('decisions.version').as('last'),
    ])
    .having(
      sql<boolean>`documents.decided <> count(decisions.id) or documents.decided <> coalesce(max(decisions.version), 0)`,
    )
    .execute()
  for (const { id, decided, found } of counted)
    report('decisions-disagree', id, { expected: decided, found: Number(found) })
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('decisions')
      .select(['id', 'document', 'version', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const { id, document, version, body } of rows) {
      const decision = readDecision(body)
      if (decision === null || decision.id !== id || decision.document !== document || decision.version !== version)
        report('decision-invalid', id, { document })
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
