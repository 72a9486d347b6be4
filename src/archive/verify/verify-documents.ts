import { sql } from 'kysely'
import { CATALOGUE, type Problem } from '../../problem.ts'
import type { Database } from '../database/database.ts'
import type { DocumentRow, DocumentState, Queued } from '../database/tables.ts'
import { documentId } from '../document-id.ts'
import type { Report } from './findings.ts'

const BATCH = 500

type Row = Pick<DocumentRow, 'id' | 'sha256' | 'state' | 'queued' | 'reader' | 'claim' | 'problem' | 'extraction'> & {
  readonly reader_lives: number | boolean
}

/** Holds the rows of documents to themselves: id, state, queue, and whether there is an extraction. */
export async function verifyDocuments(db: Database, report: Report): Promise<void> {
  for (let after = ''; ; ) {
    const rows: Row[] = await db
      .selectFrom('documents')
      .select(['id', 'sha256', 'state', 'queued', 'reader', 'claim', 'problem', 'extraction'])
      .select(
        sql<number | boolean>`exists (select 1 from processes where processes.id = documents.reader)`.as(
          'reader_lives',
        ),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const row of rows) verifyRow(row, report)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Whether a state goes with an extraction. */
const READ: Readonly<Record<DocumentState, boolean>> = {
  received: false,
  reading: false,
  done: true,
  partial: true,
  failed: false,
}

/** The places in the queue that a state goes with; a document that was read may wait to be read anew. */
const QUEUED: Readonly<Record<DocumentState, readonly (Queued | null)[]>> = {
  received: ['waiting'],
  reading: ['taken'],
  done: [null, 'waiting', 'taken'],
  partial: [null, 'waiting', 'taken'],
  failed: [null],
}

const verifyRow = (row: Row, report: Report): void => {
  const { id, sha256, state, queued, reader, claim } = row
  if (id !== documentId(sha256)) report('id-disagrees', id, { sha256 })
  if (READ[state] && row.extraction === null) report('without-extraction', id, { state })
  if (!READ[state] && row.extraction !== null) report('unexpected-extraction', id, { state })
  if (state === 'failed' && !isProblem(row.problem)) report('without-problem', id)
  const held = reader !== null && claim !== null
  if (!(QUEUED[state] ?? []).includes(queued) || (queued === 'taken') !== held)
    report('queue-disagrees', id, { state, queued: queued ?? '–' })
  else if (queued === 'taken' && !row.reader_lives) report('reader-gone', id)
}

const isProblem = (json: string | null): boolean => {
  try {
    const problem = JSON.parse(json ?? 'null') as Problem | null
    return problem !== null && problem.code in CATALOGUE
  } catch {
    return false
  }
}
