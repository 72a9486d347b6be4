import type { Span } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { EditedText } from './edits.ts'

/** A document with its text edited: all that points into the text points at the same in the edited one. */
export const moveDocument = (document: SourceDocument, edited: EditedText): SourceDocument => {
  const moved = <T extends Span>(span: T): T => ({ ...span, ...edited.forward(span) })
  return {
    ...document,
    text: edited.text,
    lines: document.lines.map(moved),
    tables: document.tables.map(table => ({
      ...moved(table),
      cells: table.cells.map(cell => ({ ...moved(cell), ...(cell.more ? { more: cell.more.map(moved) } : {}) })),
    })),
    messages: document.messages.map(message => {
      const { start, end } = message
      return start === undefined || end === undefined ? message : { ...message, ...edited.forward({ start, end }) }
    }),
    ...(document.fonts ? { fonts: document.fonts.map(moved) } : {}),
    ...(document.words ? { words: document.words.map(moved) } : {}),
  }
}
