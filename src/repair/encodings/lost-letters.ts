import type { TextEdit } from '../edits.ts'
import { frequencyOf } from '../syllables/frequency.ts'
import { restoreWords, withLetter } from '../syllables/restore.ts'

/** The letters of the block Latin Extended Additional: all with two marks, and those with a dot below or a hook. */
const LETTERS = Array.from('ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ')

const WORDS = /[\p{L}\p{M}]+/gu

/** A text is too short to tell below so many words; above, one word in three holds one of these letters. */
const LEAST_WORDS = 40
const MOST_SHARE = 0.04
/** So many words of Vietnamese have other marks. */
const LEAST_MARKED = 0.15
/** Words that are none as they stand. */
const LEAST_CUT = 0.04

/** How much better a reading must fit where what is left is a word. */
const MARGIN = 4

/**
 * Gives words their letters back where a conversion dropped those of one block of Unicode (`Đà Nng`, `Đu tư`). Only in texts
 * that hold next to none of them. Linear.
 */
export const restoreLostLetters = (text: string): TextEdit[] => {
  const words = [...text.matchAll(WORDS)].map(([word]) => word)
  if (words.length < LEAST_WORDS) return []
  const share = (holds: (word: string) => boolean) => words.filter(holds).length / words.length
  if (share(word => /[\u1EA0-\u1EF9]/.test(word)) > MOST_SHARE) return []
  if (share(word => /[\u00C0-\u01B0]/.test(word)) < LEAST_MARKED) return []
  if (share(word => !/^\p{Lu}+$/u.test(word) && frequencyOf(word) === 0) < LEAST_CUT) return []
  const remembered = new Map<string, readonly string[]>()
  const readingsOf = (word: string): readonly string[] => {
    const known = remembered.get(word)
    if (known) return known
    const readings = withLetter(word, LETTERS).filter(reading => frequencyOf(reading) >= 1)
    remembered.set(word, readings)
    return readings
  }
  return restoreWords(text, { start: 0, end: text.length }, { readingsOf, margin: MARGIN })
}
