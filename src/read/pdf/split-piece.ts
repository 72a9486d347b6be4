import { letterWidths } from './letter-widths.ts'

/** A text on one line, in points. */
export interface Spread {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Font size. */
  readonly size: number
}

/** A blank stands for the border between two cells if it lies this near to it, in font sizes. */
const NEAR = 2

/** A text that reaches less than this over a border does so by chance, in font sizes. */
const OVER = 0.4

/**
 * Cuts a piece of text that the file set, or the library took, over the borders of cells.
 * @param borders places on the line, in points, from left to right
 * @returns the piece itself where no border is crossed, or no blank is near to one that is
 */
export function splitPiece<Text extends Spread>(piece: Text, borders: readonly number[]): Text[] {
  const parts: Text[] = []
  let rest = piece
  for (const border of borders) {
    const over = OVER * rest.size
    if (border <= rest.left + over || border >= rest.right - over) continue
    const cut = blankNear(rest, border)
    if (cut === null) continue
    parts.push({ ...rest, text: rest.text.slice(0, cut.at).trimEnd(), right: Math.min(cut.place, border) })
    rest = { ...rest, text: rest.text.slice(cut.at).trimStart(), left: Math.max(cut.place, border) }
  }
  return [...parts, rest]
}

function blankNear({ text, left, right, size }: Spread, border: number): { at: number; place: number } | null {
  const scale = (right - left) / Math.max(letterWidths(text), 1)
  let best: { at: number; place: number } | null = null
  for (const { index } of text.matchAll(/(?<=\S) (?=\S)/g)) {
    const place = left + scale * letterWidths(text.slice(0, index))
    if (Math.abs(place - border) < Math.abs((best?.place ?? Number.POSITIVE_INFINITY) - border))
      best = { at: index, place }
  }
  return best !== null && Math.abs(best.place - border) <= NEAR * size ? best : null
}
