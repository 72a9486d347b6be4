import type { Span } from '../contract/index.ts'

const BLANK = /\s/
const isBlank = (text: string, at: number): boolean => BLANK.test(text[at] ?? '')
/** Marks that follow the letter they stand on, where it was not composed with them. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** Where the letter with its marks, or the run of white space, ends that begins at an offset. */
const endOf = (text: string, at: number): number => {
  let end = at + 1
  if (isBlank(text, at)) {
    while (isBlank(text, end)) end += 1
    return end
  }
  if (isHighSurrogate(text.charCodeAt(at)) && end < text.length) end += 1
  while (isMark(text.charCodeAt(end))) end += 1
  return end
}

/** A text made over letter by letter, to be searched, with the way back to where each letter stood. */
export class MappedText {
  readonly text: string
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  /**
   * @param source whose offsets, in UTF-16 units, are given back
   * @param map makes over a letter with its marks, or a run of white space; may drop it, or make several of it
   */
  constructor(source: string, map: (letter: string) => string) {
    const known = new Map<string, string>()
    const parts: string[] = []
    const starts: number[] = []
    const ends: number[] = []
    for (let at = 0; at < source.length; ) {
      const end = endOf(source, at)
      const letter = source.slice(at, end)
      let made = known.get(letter)
      if (made === undefined) {
        made = map(letter)
        known.set(letter, made)
      }
      parts.push(made)
      for (let i = 0; i < made.length; i += 1) {
        starts.push(at)
        ends.push(end)
      }
      at = end
    }
    this.text = parts.join('')
    this.#starts = Uint32Array.from(starts)
    this.#ends = Uint32Array.from(ends)
  }

  /** All places of some words, made over as the text is, that do not overlap: where they stand in the source, in its order. */
  placesOf(words: string): Span[] {
    if (words === '') return []
    const found: Span[] = []
    for (let at = this.text.indexOf(words); at !== -1; at = this.text.indexOf(words, at + words.length)) {
      found.push({ start: this.#starts[at] ?? 0, end: this.#ends[at + words.length - 1] ?? 0 })
    }
    return found
  }
}
