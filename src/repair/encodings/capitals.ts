import type { TextEdit } from '../edits.ts'
import type { EncodedPart } from './detect.ts'

const WORD = /[\p{L}\p{M}]+/gu

/** Typed in capitals, with small letters where the encoding has no capitals: `CéNG HOµ`, decoded `CộNG HOà`. */
const HALF_CAPITAL = /^(?=(?:.*[A-ZĐƯƠĂÂÊÔ]){2})[^a-z]+$/u

/** The same in a word of one capital (`Xã`): told only by a neighbour. */
const ONE_CAPITAL = /^[A-ZĐƯƠĂÂÊÔ][^a-z\p{Lu}]+$/u

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
    const isHalf = (i: number): boolean => HALF_CAPITAL.test(words[i]?.[0] ?? '') && /\p{Ll}/u.test(words[i]?.[0] ?? '')
    words.forEach(({ 0: word, index }, i) => {
      const isShown = (fonts && capital) || isHalf(i) || (ONE_CAPITAL.test(word) && (isHalf(i - 1) || isHalf(i + 1)))
      const upper = word.toUpperCase()
      if (isShown && upper !== word && upper.length === word.length)
        edits.push({ start: start + index, end: start + index + word.length, text: upper })
    })
  }
  return edits
}
