/** A stretch of the text and where its characters stand in the document stream. */
export interface Piece {
  /** Characters from the beginning of the whole text. */
  readonly start: number
  readonly end: number
  /** Byte offset in the document stream, and bytes a character. */
  readonly at: number
  readonly width: 1 | 2
}

const PROPERTIES = 0x01
const PIECE_TABLE = 0x02
const ONE_BYTE = 0x40000000

/**
 * Reads the table of pieces ([MS-DOC] 2.8.35 `PlcPcd`, 2.9.177 `Pcd`): a document that was saved fast is a patchwork.
 * @param clx the part of the table stream that holds it
 * @returns null where the table is damaged: pieces out of order, or outside of the stream
 */
export function readPieces(clx: Buffer, stream: Buffer): Piece[] | null {
  let at = 0
  while (clx[at] === PROPERTIES && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== PIECE_TABLE || at + 5 > clx.length) return null
  const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((table.length - 4) / 12)
  if (count < 1) return null
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const start = table.readUInt32LE(i * 4)
    const end = table.readUInt32LE((i + 1) * 4)
    const place = table.readUInt32LE((count + 1) * 4 + i * 8 + 2)
    const width = (place & ONE_BYTE) === 0 ? 2 : 1
    const from = (place & ~ONE_BYTE) >>> 0
    const piece: Piece = { start, end, at: width === 1 ? from >> 1 : from, width }
    if (end < start || start !== (pieces.at(-1)?.end ?? 0) || bytesEnd(piece) > stream.length) return null
    pieces.push(piece)
  }
  // Pieces may not share their bytes: a small file would unfold to gigabytes.
  const bytes = pieces.reduce((sum, piece) => sum + bytesEnd(piece) - piece.at, 0)
  return bytes > 2 * stream.length ? null : pieces
}

/** Byte offset behind the last character of a piece. */
export const bytesEnd = ({ start, end, at, width }: Piece): number => at + (end - start) * width

/** One byte a character means windows-1252, whatever the font makes of it. */
const NARROW = new TextDecoder('windows-1252')
const WIDE = new TextDecoder('utf-16le')

export const pieceText = (piece: Piece, stream: Buffer): string =>
  (piece.width === 1 ? NARROW : WIDE).decode(stream.subarray(piece.at, bytesEnd(piece)))
