import { createHash } from 'node:crypto'
import type { Extraction } from '../contract/index.ts'
import type { DocumentUpdate, TextTable } from './database/tables.ts'
import { listColumns } from './header-columns.ts'
import { packJson, packText } from './packed.ts'

/**
 * An extraction as it is stored. It is packed before a transaction begins, since that takes its time, and where the document is
 * read: whoever stores it need not look inside.
 */
export interface PackedExtraction {
  readonly engine: Extraction['engine']
  readonly text: TextTable
  /** See `ExtractionTable`. */
  readonly packed: Uint8Array
  /** What it tells the row of its document. */
  readonly columns: DocumentUpdate
  /** A part of the document was lost: it has a message of level `error`. */
  readonly partial: boolean
}

/** @param name the name under which the archive holds the file */
export async function packExtraction(name: string, extraction: Extraction): Promise<PackedExtraction> {
  const { text, ...rest } = extraction
  const [packedText, packed] = await Promise.all([packText(text), packJson(rest)])
  return {
    engine: extraction.engine,
    text: { sha256: createHash('sha256').update(text, 'utf16le').digest('hex'), packed: packedText },
    packed,
    columns: listColumns(name, extraction),
    partial: extraction.messages.some(message => message.level === 'error'),
  }
}
