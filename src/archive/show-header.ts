import type { Kysely } from 'kysely'
import type { CurrentHeader, DocumentHeader } from '../contract/index.ts'
import { currentHeader } from '../review/current-header.ts'
import { standing } from '../review/standing.ts'
import type { Tables } from './database/tables.ts'
import { headerColumns } from './header-columns.ts'
import { parsedDecision } from './parsed-decision.ts'

/**
 * The header of a document with what reviewers have corrected in it; null where nobody ever has.
 * @param machine asked for where it is needed: the header that the document's extraction has
 */
export async function findHeader(
  db: Kysely<Tables>,
  document: string,
  machine: () => Promise<DocumentHeader>,
): Promise<CurrentHeader | null> {
  const rows = await db
    .selectFrom('decisions')
    .select(['kind', 'body'])
    .where('document', '=', document)
    .where('kind', 'in', ['correct-document', 'undo'])
    .orderBy('version')
    .execute()
  if (rows.every(({ kind }) => kind === 'undo')) return null
  // what undoes is undone by no other kind
  return currentHeader(await machine(), standing(rows.map(({ body }) => parsedDecision(body))))
}

/**
 * Makes the list show a header as reviewers have corrected it. Part of the transaction that stores decisions, or an extraction with its
 * columns; that has the document's row to itself. Where nobody has decided on the document there is nothing to be shown.
 */
export async function showHeader(
  tx: Kysely<Tables>,
  document: string,
  machine: () => Promise<DocumentHeader>,
): Promise<void> {
  const header = await findHeader(tx, document, machine)
  if (header === null) return
  const { name } = await tx.selectFrom('documents').select('name').where('id', '=', document).executeTakeFirstOrThrow()
  await tx.updateTable('documents').set(headerColumns(name, header)).where('id', '=', document).execute()
}
