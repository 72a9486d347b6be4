import type { Span } from '../../contract/index.ts'
import type { FontStretch } from '../../read/source-document.ts'
import type { Encoding } from './encoding.ts'
import { encodingOfFont } from './encodings.ts'

/** A stretch of one line, within one cell and one font. */
export interface Piece extends Span {
  /** What its font shows; null where the font is not known or tells nothing. */
  readonly font: { readonly encoding: Encoding; readonly capital: boolean } | null
}

const TAB = '\t'

/** Cuts lines at tabs, and where the font changes from one encoding to another. Blank stretches are left out. */
export const piecesOf = (text: string, lines: readonly Span[], fonts: readonly FontStretch[]): Piece[] => {
  const shown = new Map<string, Piece['font']>()
  const fontOf = (name: string): Piece['font'] => {
    const known = shown.get(name)
    if (known !== undefined) return known
    const found = encodingOfFont(name)
    shown.set(name, found)
    return found
  }
  const pieces: Piece[] = []
  let at = 0
  const add = (start: number, end: number, font: Piece['font']): void => {
    const last = pieces.at(-1)
    if (last && last.end === start && isSame(last.font, font)) pieces[pieces.length - 1] = { ...last, end }
    else pieces.push({ start, end, font })
  }
  for (const cell of lines.flatMap(line => cellsOf(text, line))) {
    let from = cell.start
    while (at > 0 && (fonts[at - 1]?.end ?? 0) > from) at--
    for (; from < cell.end; ) {
      while ((fonts[at]?.end ?? Number.POSITIVE_INFINITY) <= from) at++
      const stretch = fonts[at]
      const inside = stretch !== undefined && stretch.start <= from
      const end = Math.min(cell.end, inside ? stretch.end : (stretch?.start ?? cell.end))
      add(from, end, inside ? fontOf(stretch.font) : null)
      from = end
    }
  }
  return pieces.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/** Fonts of one encoding go together; a blank between two of them has the font of either. */
const isSame = (one: Piece['font'], other: Piece['font']): boolean =>
  one?.encoding === other?.encoding && one?.capital === other?.capital

const cellsOf = (text: string, { start, end }: Span): Span[] => {
  const cells: Span[] = []
  for (let from = start; from <= end; ) {
    const tab = text.indexOf(TAB, from)
    const to = tab < 0 || tab > end ? end : tab
    if (to > from) cells.push({ start: from, end: to })
    from = to + 1
  }
  return cells
}
