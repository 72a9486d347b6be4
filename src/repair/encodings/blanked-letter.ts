import type { TextEdit } from '../edits.ts'
import { frequencyOf, isInUse } from '../syllables/frequency.ts'
import type { EncodedPart } from './detect.ts'

/** Consonants before and behind one blank. */
const CUT = /(?<![\p{L}\p{M}])([bcdđghklmnpqrstvx]{1,3}|qu) ([cmnpthuy]{1,2})(?![\p{L}\p{M}])/giu

/**
 * Puts back the letter whose code is a blank in the code page by which the text was read: `nh t` is `nhất`. It stands between
 * consonants or vowels that are no words in use.
 * @param text decoded
 * @param parts in it that were decoded from an encoding
 */
export const restoreBlanked = (text: string, parts: readonly EncodedPart[]): TextEdit[] =>
  parts.flatMap(({ start, end, encoding: { blanked } }) => {
    if (blanked === null) return []
    return [...text.slice(start, end).matchAll(CUT)].flatMap(({ 0: cut, 1: left = '', 2: right = '', index }) => {
      if (!isInUse(left + blanked + right) || frequencyOf(left) >= 1 || frequencyOf(right) >= 1) return []
      return [{ start: start + index, end: start + index + cut.length, text: left + blanked + right }]
    })
  })
