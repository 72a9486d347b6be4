import type { Box } from '../../contract/index.ts'
import type { PageLine } from '../pdf/page-lines.ts'
import type { SourceLine, SourceWord } from '../source-document.ts'
import type { PartLayout } from './part-layout.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { shownBox } from './shown-line.ts'

/** Where a line that was read from an image comes from: the line in the points of the prepared image, and its page. */
export interface LineOrigin {
  readonly line: PageLine
  readonly part: PartLayout
}

/** A text of the document, a line or a cell, with its box in the points of the prepared image. */
interface Unit {
  readonly text: string
  readonly start: number
  readonly box: Box
}

/**
 * Finds each word that was read from an image in the text of the document: the layout sets words in order, puts lines of a cell
 * behind each other and raises digits, so words are looked for within their own line or cell. Those that the layout changed are
 * left out.
 * @param written each line as it stands on its page, and as it was written to the text
 * @returns the words in the order of the text
 */
export function wordPlaces(
  written: readonly (readonly [PageLine, SourceLine])[],
  origins: ReadonlyMap<PageLine, LineOrigin>,
): SourceWord[] {
  const placed: SourceWord[] = []
  const used = new Set<RecognisedWord>()
  for (const [line, { start }] of written) {
    const origin = origins.get(line)
    if (origin === undefined) continue
    for (const unit of unitsOf(origin.line, start)) {
      const words = inReadingOrder(origin.part.words.filter(word => !used.has(word) && isWithin(word.box, unit.box)))
      for (const [word, at] of placesIn(unit.text, words)) {
        used.add(word)
        placed.push({
          start: unit.start + at,
          end: unit.start + at + word.text.length,
          page: line.page,
          box: shownBox(word.box, origin.part.toPage),
          confidence: Math.round(word.confidence),
        })
      }
    }
  }
  return placed.sort((one, other) => one.start - other.start)
}

/** The cells of a row, which stand in its text with a tab for each column between them; of another line the line. */
function unitsOf({ text, box, row }: PageLine, start: number): Unit[] {
  if (row === null) return [{ text, start, box }]
  let at = start
  let column = 0
  return row.cells.map(cell => {
    at += cell.column - column
    column = cell.column
    const unit = { text: cell.text, start: at, box: cell.box }
    at += cell.text.length
    return unit
  })
}

function isWithin([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** Line by line from the top, each from the left. */
function inReadingOrder(words: readonly RecognisedWord[]): RecognisedWord[] {
  const lines: RecognisedWord[][] = []
  for (const word of [...words].sort((one, other) => middleOf(one) - middleOf(other))) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (line !== undefined && first !== undefined && middleOf(word) < first.box[3]) line.push(word)
    else lines.push([word])
  }
  return lines.flatMap(line => line.sort((one, other) => one.box[0] - other.box[0]))
}

const middleOf = ({ box }: RecognisedWord): number => (box[1] + box[3]) / 2

/** Offsets of words in a text that they make up: each behind the one before, else at the nearest place that is free. */
function placesIn(text: string, words: readonly RecognisedWord[]): (readonly [RecognisedWord, number])[] {
  const places: (readonly [RecognisedWord, number])[] = []
  const taken = new Uint8Array(text.length)
  let cursor = 0
  for (const word of words) {
    const at = nearestFree(text, word.text, cursor, taken)
    if (at === null) continue
    taken.fill(1, at, at + word.text.length)
    places.push([word, at])
    cursor = at + word.text.length
  }
  return places
}

function nearestFree(text: string, word: string, cursor: number, taken: Uint8Array): number | null {
  let best: number | null = null
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (taken[at] === 1 || taken[at + word.length - 1] === 1) continue
    if (best === null || distance(at, cursor) < distance(best, cursor)) best = at
    if (at >= cursor) break
  }
  return best
}

/** Going back is the exception. */
const distance = (at: number, cursor: number): number => (at >= cursor ? at - cursor : 1_000 + cursor - at)
