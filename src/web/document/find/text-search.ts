import type { Span } from '../../../contract/index.ts'
import { searchable } from '../../../contract/searchable.ts'
import { MappedText } from '../../mapped-text.ts'

/** Marks are composed with their letters, in the text as in what is typed. */
const lower = (words: string): string => words.normalize('NFC').toLowerCase()

/** Whether words have marks (or đ): whoever types them means them. */
const hasMarks = (words: string): boolean => searchable(words) !== lower(words)

const BLANKS = /\s+/g

const searched = (text: string, map: (letters: string) => string): MappedText =>
  new MappedText(text, letter => (letter.trim() === '' ? ' ' : map(letter)))

/** Finds words in a text, which is made ready once for all searches. */
export class TextSearch {
  readonly #text: string
  #folded: MappedText | null = null
  #lowered: MappedText | null = null

  constructor(text: string) {
    this.#text = text
  }

  /**
   * All places of some words, in the order of the text. Case does not count, any white space is as good as another, and marks count
   * where the words have some: `hop tac` finds `hợp tác`, `hợp tác` does not find `hộp tác`.
   */
  find(words: string): readonly Span[] {
    const typed = words.trim().replace(BLANKS, ' ')
    if (typed === '') return []
    if (hasMarks(typed)) {
      this.#lowered ??= searched(this.#text, lower)
      return this.#lowered.placesOf(lower(typed))
    }
    this.#folded ??= searched(this.#text, searchable)
    return this.#folded.placesOf(searchable(typed))
  }
}
