import type { Box, Encoding, Message, ReadBy, Span } from '../contract/index.ts'
import type { Problem } from '../problem.ts'

/** What a line is for on its page. Page numbers and running heads are read, but are no part of the running text. */
export type LineRole = 'body' | 'running-head' | 'page-number'

/** One line of the text as read, in reading order. Lines cover the whole text but for the line breaks between them. */
export interface SourceLine {
  /** UTF-16 offsets into `SourceDocument.text`; the line break is not part of the line. */
  readonly start: number
  readonly end: number
  /** From 1; null in formats without pages. */
  readonly page: number | null
  readonly box: Box | null
  readonly role: LineRole
  /** The layout broke this line: its sentence goes on in the next body line. Null where the format does not tell. */
  readonly wrapped: boolean | null
  /**
   * Address in formats without pages: `p12` (12th paragraph from 1), `t2/r5` (row of the second table), `n1` (note), `h1` (header or footer); in
   * spreadsheets `Sheet1!B5`, or `Sheet1!5:5` for a row of a table.
   */
  readonly path: string | null
}

export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** UTF-16 offsets of the cell's content in the text. In `text` cells of a row are set apart by a tab, rows by a line break. */
  readonly start: number
  readonly end: number
  /** Further lines of the content where other cells stand between them, as in plain text that is set in columns. */
  readonly more?: readonly Span[]
  readonly page: number | null
  readonly box: Box | null
  /** Address of the cell itself where the format has one: `Sheet1!B5`. */
  readonly path?: string
}

/** A table as its reader found it on one page or in one run of lines; `src/table` joins those that go on. */
export interface SourceTable {
  /** Offsets of the whole table in the text. */
  readonly start: number
  readonly end: number
  readonly page: number | null
  readonly cells: readonly SourceCell[]
  /** Merged cells are lost: a cell that reached over others is followed or underrun by empty ones. */
  readonly flattened?: boolean
}

/** A word that was read from the image of a page. */
export interface SourceWord {
  /** UTF-16 offsets into `SourceDocument.text`. */
  readonly start: number
  readonly end: number
  readonly page: number
  /** The ink of the word on the page as shown. */
  readonly box: Box
  /** How sure the engine is of it, 0 to 100. */
  readonly confidence: number
}

export interface SourcePage {
  readonly number: number
  /** PDF points. */
  readonly width: number
  readonly height: number
}

/** A stretch of the text that is set in one font, by the name that the file gives it. */
export interface FontStretch extends Span {
  readonly font: string
}

/** A document as a reader found it: the text unchanged, and where each line of it stands. */
export interface SourceDocument {
  readonly mediaType: string
  /** How most of its pages were read. */
  readonly readBy: ReadBy
  /** How each page was read, where they differ; the first page comes first. */
  readonly readByPage?: readonly ReadBy[]
  readonly encoding: Encoding
  readonly text: string
  /** Null in formats without pages. */
  readonly pages: readonly SourcePage[] | null
  readonly lines: readonly SourceLine[]
  readonly tables: readonly SourceTable[]
  /** The words that were read from images of pages, in the order of the text; absent where none were. */
  readonly words?: readonly SourceWord[]
  readonly messages: readonly Message[]
  /** In the order of the text, apart; absent in formats that do not tell, and what they do not tell of is left out. */
  readonly fonts?: readonly FontStretch[]
}

/** Readers give a value for every content: the document, or the problem that keeps it from being read. */
export type ReadResult =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly problem: Problem }
