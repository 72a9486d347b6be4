import type { TextEdit } from '../edits.ts'
import type { EncodedPart } from './detect.ts'

const WORD = /[\p{L}\p{M}]+/gu

const HALF_CAPITAL = /^(?=(?:.*[A-ZĐƯƠĂÂÊÔ]){2}|.*\p{Ll}.*\p{Lu})[^a-z]+$/u

/** Whether a word was typed in capitals, with small letters where the encoding has no capitals: `CéNG`, decoded `CộNG`, `ñY`. */
export const isHalfCapital = (word: string): boolean => HALF_CAPITAL.test(word) && /\p{Ll}/u.test(word)

/** The same in a word of one capital (`Xã`): told only by a neighbour. */
const ONE_CAPITAL = /^[A-ZĐƯƠĂÂÊÔ][^a-z\p{Lu}]+$/u

/** So many words in capitals make a line of capitals, where no word of it is in small letters. */
const LINE_OF_CAPITALS = 3

/**
 * The letters of decoded text that are shown as capitals: all of a capital font, and in a word typed in capitals those that have
 * no capital in the encoding.
 * @param fonts whether to look at fonts at all
 */
export const capitalEdits = (text: string, parts: readonly EncodedPart[], fonts: boolean): TextEdit[] => {
  const edits: TextEdit[] = []
  for (const { start, end, capital, encoding } of parts) {
    if (encoding.name !== 'tcvn3') continue
    const words = [...text.slice(start, end).matchAll(WORD)]
    const typed = typedInCapitals(words.map(([word]) => word))
    words.forEach(({ 0: word, index }, i) => {
      const upper = word.toUpperCase()
      if (((fonts && capital) || typed[i] === true) && upper !== word && upper.length === word.length)
        edits.push({ start: start + index, end: start + index + word.length, text: upper })
    })
  }
  return edits
}

/** Which words of a line were typed in capitals: those that show it, and those of one capital beside them. */
const typedInCapitals = (words: readonly string[]): boolean[] => {
  const whole = words.filter(word => /^\p{Lu}{2,}$/u.test(word)).length
  const one = words.map(word => ONE_CAPITAL.test(word))
  const half = words.map(isHalfCapital)
  const isLine =
    whole + half.filter(Boolean).length >= LINE_OF_CAPITALS &&
    words.every((word, i) => one[i] === true || half[i] === true || word === word.toUpperCase())
  const typed = half.map((is, i) => is || (isLine && one[i] === true))
  for (let i = 1; i < words.length; i++) if (one[i] && typed[i - 1]) typed[i] = true
  for (let i = words.length - 2; i >= 0; i--) if (one[i] && typed[i + 1]) typed[i] = true
  return typed
}
