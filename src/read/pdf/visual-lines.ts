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

/** Groups the pieces of a page into lines, from top to bottom. Text that is set twice to look bold is kept once. */
export function visualLines(pieces: readonly Piece[]): VisualLine[] {
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const line = lines
      .slice(-6)
      .reverse()
      .find(candidate => standsBeside(candidate, piece))
    if (line === undefined) lines.push([piece])
    else if (!line.some(other => isDouble(other, piece))) line.push(piece)
  }
  return lines
    .map(line => {
      const sorted = line.sort((one, other) => one.left - other.left)
      const main = mainPiece(sorted)
      return { pieces: sorted, baseline: main.baseline, size: main.size }
    })
    .sort((one, other) => one.baseline - other.baseline)
}

/** The piece whose size and baseline the line has: the longest of its size class. */
const mainPiece = (line: readonly Piece[]): Piece =>
  line.reduce((main, piece) => (piece.text.length > main.text.length ? piece : main))

function standsBeside(line: readonly Piece[], piece: Piece): boolean {
  const main = mainPiece(line)
  const top = Math.max(main.baseline - LETTER_BODY * main.size, piece.baseline - LETTER_BODY * piece.size)
  const bottom = Math.min(main.baseline, piece.baseline)
  if (bottom - top < BESIDE * LETTER_BODY * Math.min(main.size, piece.size)) return false
  return line.every(
    other => isDouble(other, piece) || overlap(other, piece) <= OVERLAP * Math.min(width(other), width(piece)),
  )
}

const width = (piece: Piece): number => Math.max(piece.right - piece.left, 0.1)

const overlap = (one: Piece, other: Piece): number => Math.min(one.right, other.right) - Math.max(one.left, other.left)

const isDouble = (one: Piece, other: Piece): boolean =>
  one.text === other.text &&
  Math.abs(one.left - other.left) < 0.15 * one.size &&
  Math.abs(one.baseline - other.baseline) < 0.15 * one.size
