import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { Extraction } from '../../contract/index.ts'
import type { Database } from '../database/database.ts'
import type { DocumentRow, ExtractionTable } from '../database/tables.ts'
import { earlierExtractionId, engineOfKept, extractionId, unpackExtraction } from '../extractions.ts'
import { headerColumns, listColumns } from '../header-columns.ts'
import { unpackText } from '../packed.ts'
import { reviewColumns } from '../review-columns.ts'
import { findHeader } from '../show-header.ts'
import type { Report } from './findings.ts'

/**
 * Unpacks every extraction, also those that are kept from before, and holds it to its form, its key, its text, its original, and
 * the columns of the list that were copied from it. One at a time: memory does not grow with the archive.
 */
export async function verifyExtractions(db: Database, report: Report): Promise<void> {
  for (let after = ''; ; ) {
    const row = await db
      .selectFrom('extractions')
      .leftJoin('texts', 'texts.sha256', 'extractions.text')
      .selectAll('extractions')
      .select('texts.packed as text_packed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (row === undefined) return
    after = row.id
    const documents = await db
      .selectFrom('documents')
      .selectAll()
      .where(eb => eb.or([eb('extraction', '=', row.id), eb('sha256', '=', row.original)]))
      .execute()
    if (documents.length === 0) report('extraction-unused', row.id)
    const extraction = await verifyContent(row, report)
    if (extraction !== null)
      for (const document of documents)
        if (document.extraction === row.id) await verifyShown(db, document, row.original, extraction, report)
  }
}

/** Holds an extraction to itself. @returns null where it cannot be read */
const verifyContent = async (
  row: ExtractionTable & { readonly text_packed: Uint8Array | null },
  report: Report,
): Promise<Extraction | null> => {
  if (row.text_packed === null) {
    report('text-missing', row.id)
    return null
  }
  const text = await unpackText(row.text_packed).catch(messageOf)
  if (typeof text !== 'string' || hashOf(text) !== row.text)
    report('text-damaged', row.id, { found: typeof text === 'string' ? hashOf(text) : text.message })
  const stored = await unpackExtraction({ packed: row.packed, text_packed: row.text_packed }).catch(messageOf)
  if ('message' in stored) {
    if (typeof text === 'string') report('extraction-unreadable', row.id, { found: stored.message })
    return null
  }
  const { success, error } = Extraction.safeParse(stored)
  if (!success) {
    report('extraction-invalid', row.id, { found: faultOf(error) })
    return null
  }
  const { sha256 } = stored.document
  if (sha256 !== row.original) report('extraction-of-another', row.id, { found: sha256 })
  const { version, rules } = stored.engine
  const identity = { ...row, engine: version }
  const isKey = row.id === extractionId(identity) || row.id === earlierExtractionId(identity)
  const isEngine = row.engine === version || row.engine === engineOfKept(version, row.id)
  if (!isKey || !isEngine || rules !== row.rules) report('extraction-key', row.id)
  return stored
}

/** Holds the document that shows an extraction to it. */
const verifyShown = async (
  db: Database,
  document: DocumentRow,
  original: string,
  extraction: Extraction,
  report: Report,
): Promise<void> => {
  const { id, state } = document
  if (document.sha256 !== original) report('extraction-of-another', id, { found: original })
  const lost = extraction.messages.some(message => message.level === 'error')
  const expected = lost ? 'partial' : 'done'
  if (state !== expected && (state === 'done' || state === 'partial'))
    report('state-disagrees', id, { state, expected })
  // where there are decisions, these columns count what they have left
  const counted = document.decided > 0 ? Object.keys(reviewColumns(extraction)) : []
  const header = document.decided === 0 ? null : await findHeader(db, id, async () => extraction.document)
  const shown = {
    ...listColumns(document.name, extraction),
    ...(header === null ? {} : headerColumns(document.name, header)),
  }
  const columns = Object.entries(shown).flatMap(([name, value]) =>
    document[name as keyof DocumentRow] === value || counted.includes(name) ? [] : [name],
  )
  if (columns.length > 0) report('columns-disagree', id, { columns: columns.join(', ') })
}

const faultOf = ({ issues: [issue] }: z.ZodError): string =>
  issue === undefined ? '–' : `${issue.path.join('.')}: ${issue.message}`

const messageOf = (error: unknown): { readonly message: string } => ({
  message: error instanceof Error ? error.message : String(error),
})

const hashOf = (text: string): string => createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex')
