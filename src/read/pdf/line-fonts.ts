import type { Box, Span } from '../../contract/index.ts'
import { FontInk } from '../docx/font-ink.ts'
import { raisedDigits } from '../raised-digits.ts'
import type { FontStretch } from '../source-document.ts'
import type { Ink } from './page-ink.ts'

/** A stretch of the text and where it stands. */
export interface Placed extends Span {
  readonly page: number | null
  readonly box: Box | null
}

/**
 * The fonts of lines and cells, by what stands in their boxes: letter by letter where the box holds just their text, as a whole where
 * all of it is in one font, and else not at all.
 * @param places in the order of the text, apart
 * @param inks of each page
 */
export const lineFonts = (
  text: string,
  places: readonly Placed[],
  inks: ReadonlyMap<number, readonly Ink[]>,
): FontStretch[] =>
  places.flatMap(place => {
    const { start, end, box } = place
    const own = box === null ? [] : (inks.get(place.page ?? 0) ?? []).filter(ink => isInside(ink.box, box))
    const [first] = own
    if (first === undefined) return []
    const written = text.slice(start, end)
    if (inkOf(own.map(ink => ink.text).join('')) === inkOf(written)) {
      const line = new FontInk()
      for (const ink of own) line.add(ink.text, ink.font)
      return line.on(written).map(stretch => ({ ...stretch, start: start + stretch.start, end: start + stretch.end }))
    }
    return first.font !== null && own.every(ink => ink.font === first.font) ? [{ start, end, font: first.font }] : []
  })

/** What a text has of ink, digits the same whether they are raised or not. */
const inkOf = (text: string): string => raisedDigits(text.replace(/\s+/g, ''))

const isInside = (ink: Box, box: Box): boolean => {
  const x = (ink[0] + ink[2]) / 2
  const y = (ink[1] + ink[3]) / 2
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}
