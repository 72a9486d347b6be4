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
  /** Of these, the share that are consonants without their vowel. */
  readonly pieces: number
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
  let [words, possible, marked, pieces] = [0, 0, 0, 0]
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    if (NUMERAL.test(word)) continue
    const isPiece = PIECE.test(word)
    const isPossible = !isPiece && ONE_CASE.test(word) && isSyllable(word)
    if (!isPossible && !isPiece && ABBREVIATION.test(word)) continue
    words++
    if (isPiece) pieces++
    if (!isPossible) continue
    possible++
    if (fold(word) !== word.toLowerCase()) marked++
  }
  const share = (count: number): number => (words === 0 ? 0 : count / words)
  return { words, possible: share(possible), marked: share(marked), pieces: share(pieces) }
}
