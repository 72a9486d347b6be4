import { fold } from './fold.ts'
import { isSyllable } from './syllable.ts'

/** How much of a text may be Vietnamese, by its words; shares from 0 to 1. */
export interface Plausibility {
  /** Words that tell: abbreviations and numbers do not. */
  readonly words: number
  /** Of these, the share that are syllables of Vietnamese, written in one case. */
  readonly possible: number
  /** Of these, the share that are such syllables and carry a mark; about half of any Vietnamese text. */
  readonly marked: number
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu

/** Consonants without their vowel are pieces of words whose other letters are lost: `C NG HOÀ XÃ H I`. */
const PIECE = /^(?:[bcdđghklmnpqrstvx]|[cgknpt]h|ngh?|tr|qu)$/iu

/** Numerals and abbreviations say nothing of the language. */
const NUMERAL = /^[IVXLCDM]+$/
const ABBREVIATION = /^(?:\p{Lu}{2,6}|\p{Lu}{1,3}Đ?\p{Lu}+\p{Ll}?)$/u

const ONE_CASE = /^\p{L}(?:[\p{Ll}\p{M}]*|[\p{Lu}\p{M}]*)$/u

/** Judges a text by its words. Linear. */
export function plausibilityOf(text: string): Plausibility {
  let [words, possible, marked] = [0, 0, 0]
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    if (NUMERAL.test(word)) continue
    const isPossible = ONE_CASE.test(word) && !PIECE.test(word) && isSyllable(word)
    if (!isPossible && ABBREVIATION.test(word) && !PIECE.test(word)) continue
    words++
    if (!isPossible) continue
    possible++
    if (fold(word) !== word.toLowerCase()) marked++
  }
  return { words, possible: words === 0 ? 0 : possible / words, marked: words === 0 ? 0 : marked / words }
}
