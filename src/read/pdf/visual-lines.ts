import type { Piece } from './page-pieces.ts'

/** Pieces at one height of the page, from left to right. */
export interface VisualLine {
  readonly pieces: readonly Piece[]
  /** Of the largest part of the text. */
  readonly baseline: number
  readonly size: number
}

/** Body of the letters without ascenders, as a share of the font size: what decides whether texts stand side by side. */
const LETTER_BODY = 0.65

/** Share of the lower of two letter bodies that must lie beside the other. */
const BESIDE = 0.5

/** Share of a piece's width that may lie over another piece in the same line. */
const OVERLAP = 0.2

/** Of lines and of the pieces of a line, so many of the last are looked at for the place of the next piece. */
const LINES_LOOKED_AT = 6
const PIECES_LOOKED_AT = 64

interface OpenLine {
  readonly pieces: Piece[]
  /** The longest: the line has its size and baseline. */
  main: Piece
}

/** Groups the pieces of a page into lines, from top to bottom. Text that is set twice to look bold is kept once. */
export function visualLines(pieces: readonly Piece[]): VisualLine[] {
  const lines: OpenLine[] = []
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const line = lines.slice(-LINES_LOOKED_AT).findLast(open => standsBeside(open, piece))
    if (line === undefined) lines.push({ pieces: [piece], main: piece })
    else if (!line.pieces.slice(-PIECES_LOOKED_AT).some(other => isDouble(other, piece))) {
      line.pieces.push(piece)
      if (piece.text.length > line.main.text.length) line.main = piece
    }
  }
  return lines
    .map(({ pieces, main }) => ({
      pieces: pieces.sort((one, other) => one.left - other.left),
      baseline: main.baseline,
      size: main.size,
    }))
    .sort((one, other) => one.baseline - other.baseline)
}

function standsBeside({ pieces, main }: OpenLine, piece: Piece): boolean {
  const top = Math.max(main.baseline - LETTER_BODY * main.size, piece.baseline - LETTER_BODY * piece.size)
  const bottom = Math.min(main.baseline, piece.baseline)
  if (bottom - top < BESIDE * LETTER_BODY * Math.min(main.size, piece.size)) return false
  return pieces
    .slice(-PIECES_LOOKED_AT)
    .every(other => isDouble(other, piece) || overlap(other, piece) <= OVERLAP * Math.min(width(other), width(piece)))
}

const width = (piece: Piece): number => Math.max(piece.right - piece.left, 0.1)

const overlap = (one: Piece, other: Piece): number => Math.min(one.right, other.right) - Math.max(one.left, other.left)

const isDouble = (one: Piece, other: Piece): boolean =>
  one.text === other.text &&
  Math.abs(one.left - other.left) < 0.15 * one.size &&
  Math.abs(one.baseline - other.baseline) < 0.15 * one.size
