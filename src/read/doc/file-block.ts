/** How many characters the parts of the text have, in the order in which they follow each other ([MS-DOC] 2.5.4). */
export interface PartLengths {
  readonly body: number
  readonly footnotes: number
  readonly headers: number
  readonly comments: number
  readonly endnotes: number
  readonly textBoxes: number
  readonly headerTextBoxes: number
}

/** The streams of a Word 97 document that hold its text and structure. */
export interface WordStreams {
  readonly document: Buffer
  readonly table: Buffer
  /** Properties too long for the document stream; empty where there is none. */
  readonly data: Buffer
}

/** Offsets in the file information block of the pairs (offset, length) that locate tables in the table stream ([MS-DOC] 2.5.6). */
export const TABLES = {
  styles: 0x00a2,
  footnoteMarks: 0x00aa,
  characters: 0x00fa,
  paragraphs: 0x0102,
  fonts: 0x0112,
  pieces: 0x01a2,
} as const

/** Which of the two table streams is in use. */
export const tableStreamName = (document: Buffer): '0Table' | '1Table' =>
  (document.readUInt16LE(0x0a) & 0x0200) === 0 ? '0Table' : '1Table'

export const partLengths = (document: Buffer): PartLengths => ({
  body: document.readUInt32LE(0x4c),
  footnotes: document.readUInt32LE(0x50),
  headers: document.readUInt32LE(0x54),
  comments: document.readUInt32LE(0x5c),
  endnotes: document.readUInt32LE(0x60),
  textBoxes: document.readUInt32LE(0x64),
  headerTextBoxes: document.readUInt32LE(0x68),
})

/** A table of the table stream; empty where the document has none or it lies outside. */
export function tableAt({ document, table }: WordStreams, pair: number): Buffer {
  const start = document.readUInt32LE(pair)
  return table.subarray(start, start + document.readUInt32LE(pair + 4))
}
