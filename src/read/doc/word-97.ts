import type { WordDocument } from '../docx/word-model.ts'
import { type PartLengths, partLengths, TABLES, tableAt, type WordStreams } from './file-block.ts'
import { Fonts } from './fonts.ts'
import { formattedRuns } from './formatting.ts'
import { ParagraphReader } from './paragraph-reader.ts'
import { pieceText, readPieces } from './pieces.ts'
import { textRuns } from './run-finder.ts'

/**
 * Reads a Word 97–2003 document ([MS-DOC]) into the model of a .docx: paragraphs with the fonts of their runs, tables with merged
 * cells, footnotes and endnotes, headers and footers; text boxes follow the body. Text that was deleted under change tracking and
 * comments are left out. Labels of automatic lists are not counted.
 * @returns null where the table of the text's pieces is damaged
 * @throws RangeError where other tables point outside of the file
 */
export function readWord97(streams: WordStreams): WordDocument | null {
  const { document, data } = streams
  const pieces = readPieces(tableAt(streams, TABLES.pieces), document)
  if (pieces === null) return null
  const text = pieces.map(piece => pieceText(piece, document)).join('')
  const runsOf = (of: 'characters' | 'paragraphs') =>
    textRuns(pieces, formattedRuns(document, tableAt(streams, TABLES[of]), of))
  const reader = new ParagraphReader(text, {
    characters: runsOf('characters'),
    paragraphs: runsOf('paragraphs'),
    fonts: new Fonts(tableAt(streams, TABLES.fonts), tableAt(streams, TABLES.styles)),
    data,
    footnoteMarks: new Set(marksIn(tableAt(streams, TABLES.footnoteMarks))),
  })
  const parts = placesOf(partLengths(document), text.length)
  const children = [...reader.read(parts.body), ...reader.read(parts.textBoxes)]
  const notes = { footnote: reader.readNotes(parts.footnotes), endnote: reader.readNotes(parts.endnotes) }
  return {
    children,
    running: [...reader.read(parts.headers), ...reader.read(parts.headerTextBoxes)],
    notes: {
      resolve: ({ noteType, noteId }) => {
        const body = notes[noteType === 'endnote' ? 'endnote' : 'footnote'][Number(noteId)]
        return body === undefined ? null : { body }
      },
    },
  }
}

type Place = readonly [start: number, end: number]

function placesOf(lengths: PartLengths, whole: number): Record<keyof PartLengths, Place> {
  let at = 0
  const next = (length: number): Place => {
    const start = Math.min(at, whole)
    at = start + length
    return [start, Math.min(at, whole)]
  }
  return {
    body: next(lengths.body),
    footnotes: next(lengths.footnotes),
    headers: next(lengths.headers),
    comments: next(lengths.comments),
    endnotes: next(lengths.endnotes),
    textBoxes: next(lengths.textBoxes),
    headerTextBoxes: next(lengths.headerTextBoxes),
  }
}

/** Where the marks of the footnotes stand: character offsets and one more, then two bytes a note ([MS-DOC] 2.8.20 `PlcffndRef`). */
const marksIn = (table: Buffer): number[] =>
  Array.from({ length: Math.max(0, Math.floor((table.length - 4) / 6)) }, (_, i) => table.readUInt32LE(i * 4))
