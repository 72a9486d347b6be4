import type { Box, ScannedWord, Span } from '../../contract/index.ts'
import { boxAround, cutBox, wordsIn } from '../../read/word-boxes.ts'
import { numeralsOf } from './numeral-around.ts'

/** Points around a number that count as on it. */
const NEAR = 2

/** The words of pages that were read from images: what stands where on them. */
export class ScannedWords {
  readonly #text: string
  readonly #words: readonly ScannedWord[]

  /** @param words in the order of the text */
  constructor(text: string, words: readonly ScannedWord[]) {
    this.#text = text
    this.#words = words
  }

  /** The ink of a stretch of the text: a box for each line of it; none where it was not read from an image. */
  inkOf(span: Span): readonly { readonly page: number; readonly box: Box }[] {
    const lines: { readonly page: number; readonly boxes: Box[] }[] = []
    for (const word of wordsIn(this.#words, span)) {
      const box = cutBox(word, word.box, span)
      const last = lines.at(-1)
      if (last?.page === word.page && goesOn(last.boxes.at(-1), box)) last.boxes.push(box)
      else lines.push({ page: word.page, boxes: [box] })
    }
    return lines.map(({ page, boxes }) => ({ page, box: boxAround(boxes) }))
  }

  /** The number whose ink is at a point of a page, in points; null where none is. */
  numeralAt(page: number, x: number, y: number): Span | null {
    for (const word of this.#words) {
      if (word.page !== page || !isOn(word.box, x, y)) continue
      const numerals = numeralsOf(this.#text.slice(word.start, word.end)).map(({ start, end }) => ({
        start: word.start + start,
        end: word.start + end,
      }))
      const found = numerals.find(numeral => isOn(cutBox(word, word.box, numeral), x, y))
      if (found !== undefined) return found
    }
    return null
  }
}

/** Whether a word stands in the line of the one before it. */
const goesOn = (before: Box | undefined, [left, top, , bottom]: Box): boolean => {
  if (before === undefined || left < before[0]) return false
  const shared = Math.min(bottom, before[3]) - Math.max(top, before[1])
  return shared > Math.min(bottom - top, before[3] - before[1]) / 2
}

const isOn = ([left, top, right, bottom]: Box, x: number, y: number): boolean =>
  x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR
