import { largest, smallest } from '../extremes.ts'
import { raisedDigits } from '../raised-digits.ts'
import type { Piece } from './page-pieces.ts'
import type { VisualLine } from './visual-lines.ts'

/** A stretch of a line in which words stand as words do. */
export interface Part {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of its first piece that is not raised. */
  readonly baseline: number
}

/** A stretch of a line without a wide gap in it. Its parts stand apart a little: in a table they may be cells. */
export interface Segment extends Part {
  readonly parts: readonly Part[]
}

/** A line of a page, cut where its text stands apart. */
export interface SegmentedLine {
  readonly segments: readonly Segment[]
  readonly baseline: number
  readonly size: number
}

/** Gaps as shares of the font size: from here words stand apart, from there blocks may. */
const SPACE = 0.16
const WIDE_GAP = 1.2
/** From here on words stand further apart than a line of running text sets them. */
const PART_GAP = 0.45
/** The same for a piece with which the file begins a new line of text, as it does with each cell of a table. */
const GAP_BEFORE_LINE = 0.4

/** A piece is raised if it is this much smaller than its line and stands this much higher. */
const RAISED_SIZE = 0.8
const RAISED_BY = 0.15

/**
 * Puts the words of a line together again: pieces that touch are one word, pieces apart are words, pieces far apart are
 * segments. Raised digits (`m²`, marks of footnotes) become superscript characters, so that they never run into a number.
 */
export function segmentLine(line: VisualLine): SegmentedLine {
  const segments: Part[][] = []
  for (const piece of line.pieces) {
    const parts = segments.at(-1)
    const last = parts?.at(-1)
    const gap = last === undefined ? 0 : piece.left - last.right
    const raised = isRaised(piece, line)
    const text = raised ? raisedDigits(piece.text) : piece.text
    const part = { text, left: piece.left, right: piece.right, baseline: raised ? line.baseline : piece.baseline }
    if (
      parts === undefined ||
      last === undefined ||
      gap > (piece.beginsLine ? GAP_BEFORE_LINE : WIDE_GAP) * line.size
    ) {
      segments.push([part])
    } else if (gap > PART_GAP * line.size) {
      parts.push(part)
    } else {
      const space = (piece.spaceBefore && gap > 0) || gap > SPACE * line.size ? ' ' : ''
      parts[parts.length - 1] = { ...last, text: last.text + space + text, right: Math.max(last.right, piece.right) }
    }
  }
  return { segments: segments.map(segmentOf), baseline: line.baseline, size: line.size }
}

/** Parts that stand beside each other, as one segment. */
export function segmentOf(parts: readonly Part[]): Segment {
  const tidy = parts.map(part => ({ ...part, text: part.text.replace(/ +/g, ' ').trim() }))
  return {
    text: tidy.map(part => part.text).join(' '),
    left: smallest(tidy.map(part => part.left)),
    right: largest(tidy.map(part => part.right)),
    baseline: tidy[0]?.baseline ?? 0,
    parts: tidy,
  }
}

/** How far letters reach above and below the baseline, in font sizes. */
const ASCENT = 0.9
const DESCENT = 0.22

/** Where the letters of lines begin and end, from the top. */
export const heightOf = (lines: readonly SegmentedLine[]): readonly [top: number, bottom: number] => [
  smallest(lines.map(line => line.baseline - ASCENT * line.size)),
  largest(lines.map(line => line.baseline + DESCENT * line.size)),
]

/** The text of a line, its gaps closed. */
export const lineText = (line: SegmentedLine): string => line.segments.map(segment => segment.text).join(' ')

const isRaised = (piece: Piece, line: VisualLine): boolean =>
  piece.size < RAISED_SIZE * line.size && piece.baseline < line.baseline - RAISED_BY * line.size
