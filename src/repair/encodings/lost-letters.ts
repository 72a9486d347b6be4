import type { TextEdit } from '../edits.ts'
import { frequencyOf } from '../syllables/frequency.ts'
import { restoreWords, withLetter } from '../syllables/restore.ts'

/** The letters of the block Latin Extended Additional: those with two marks, and those with a dot below or a hook. */
const LETTERS = Array.from('ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ')

const WORDS = /[\p{L}\p{M}]+/gu

/** So many words that are none as they stand, and such a share of all words. */
const LEAST_CUT = 6
const LEAST_CUT_SHARE = 0.025

/** So many of them are looked at, and so many of those must be such. */
const LOOKED_AT = 60
const MOST_ARE_CUT = 0.6

/** In sound text one word in five holds a letter with two marks. */
const TWO_MARKS = /[\u1EA4-\u1EB7\u1EBE-\u1EC7\u1ED0-\u1EE3\u1EE8-\u1EF1]/
const HARDLY_ANY = 0.04

/** How much better a reading must fit where what is left is a word, in a text that has lost all letters with two marks. */
const MARGIN = 3

/**
 * Gives words their letters back where a conversion dropped those of one block of Unicode (`Đà Nng`, `Đu tư`). Only in texts
 * in which many words are cut in this way; where some of the letters are still there, only to what is known to stand beside the
 * neighbours. Linear.
 */
export const restoreLostLetters = (text: string): TextEdit[] => {
  const words = [...text.matchAll(WORDS)].map(([word]) => word)
  const remembered = new Map<string, readonly string[]>()
  const readingsOf = (word: string): readonly string[] => {
    const known = remembered.get(word)
    if (known) return known
    const readings = withLetter(word, LETTERS).filter(reading => frequencyOf(reading) >= 1)
    remembered.set(word, readings)
    return readings
  }
  const unknown = words.filter(word => frequencyOf(word) === 0 && !/^\p{Lu}+$/u.test(word))
  const least = Math.max(LEAST_CUT, LEAST_CUT_SHARE * words.length)
  if (unknown.length < least) return []
  const some = unknown.slice(0, LOOKED_AT)
  if (some.filter(word => readingsOf(word).length > 0).length < MOST_ARE_CUT * some.length) return []
  const lostAll = words.filter(word => TWO_MARKS.test(word)).length < HARDLY_ANY * words.length
  const margin = lostAll ? MARGIN : Number.POSITIVE_INFINITY
  return restoreWords(text, { start: 0, end: text.length }, { readingsOf, margin, knownOnly: !lostAll })
}
