import type { Extraction, ReadBy, Span, Table } from '../contract/index.ts'
import type { SourceDocument, SourceTable } from '../read/source-document.ts'
import { linesOf } from '../read/text.ts'
import { EditedText } from '../repair/edits.ts'

/** A document that was read, once more as its reader gave it: as far as the extraction tells. */
export interface ReadableDocument {
  readonly source: SourceDocument
  /** From the text as read to the readable one. */
  readonly forward: (span: Span) => Span
}

/** Formats whose lines are paragraphs. */
const WHOLE_LINES: ReadonlySet<ReadBy> = new Set<ReadBy>(['docx', 'spreadsheet', 'doc', 'html'])

/** The repaired text of an extraction with its lines and tables. Pages, boxes and running heads are left out. */
export const readableDocument = ({ document, text: asRead, repairs, tables }: Extraction): ReadableDocument => {
  const edited = new EditedText(asRead, repairs)
  const forward = (span: Span) => edited.forward(span)
  const wrapped = WHOLE_LINES.has(document.readBy) ? false : null
  const { text } = edited
  return {
    source: {
      ...{ mediaType: 'text/plain', readBy: document.readBy, encoding: 'unicode', text, pages: null, messages: [] },
      lines: linesOf(text).map(line => ({ ...line, wrapped })),
      tables: tables.flatMap(table => sourceTable(table, forward) ?? []),
    },
    forward,
  }
}

const sourceTable = ({ header, rows }: Table, forward: ReadableDocument['forward']): SourceTable | null => {
  const cells = [...header, ...rows].flat().map(({ text: _, more, ...cell }) => ({
    ...cell,
    ...forward(cell),
    ...(more === undefined ? {} : { more: more.map(forward) }),
  }))
  if (cells.length === 0) return null
  const start = Math.min(...cells.map(cell => cell.start))
  const end = Math.max(...cells.flatMap(cell => [cell.end, ...(cell.more ?? []).map(span => span.end)]))
  return { start, end, page: null, cells }
}
