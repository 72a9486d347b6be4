import { frequencyOf } from '../syllables/frequency.ts'

/** How Vietnamese a text looks. Words in plain ASCII tell nothing and are not counted. */
export interface Judgement {
  /** Marked words that are syllables in use. */
  readonly good: number
  /** Marked words that are spelled right, and in no use that is known. */
  readonly rare: number
  /** Marked words that are no syllable, and signs that stand within words. */
  readonly bad: number
  /** Sum over the words: the more, the likelier is the reading. */
  readonly score: number
}

const MARKED = /[A-Za-z]*[^\p{ASCII}\P{L}][\p{L}\p{M}]*/gu

/** Signs that stand within words, or some of them at a word, only where letters of another encoding are shown. */
const WITHIN =
  /\p{L}[\u00A1-\u00BF\u2219\u22C5\u03BC†‡ˆ‰‹›„‚˜™]\p{L}|[\u00A8-\u00AA\u00AC\u00AE\u00B6\u00B8\u00B9]\p{Ll}|\p{Ll}[\u00A8\u00AA\u00AC\u00B6\u00B8\u00B9]/gu

/** Abbreviations: capitals without order (`QĐ`, `HĐND`). */
const ABBREVIATION = /^[A-ZĐƯ]{1,10}$/u
const MIXED_CASE = /\p{Ll}\p{M}*\p{Lu}/u

const BAD = -1.5
const RARE = 0.1

const remembered = new Map<string, number>()
const MOST_REMEMBERED = 50_000

/** What one marked word says for a reading: up to 2 for the commonest, below 0 for what is no word. 0: nothing. */
const valueOf = (word: string): number => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const value = valued(word)
  if (remembered.size > MOST_REMEMBERED) remembered.clear()
  remembered.set(word, value)
  return value
}

const valued = (word: string): number => {
  if (ABBREVIATION.test(word)) return 0
  if (MIXED_CASE.test(word)) return BAD
  const frequency = frequencyOf(word)
  if (frequency === 0) return BAD
  return frequency < 0.5 ? RARE : 1 + Math.log10(Math.max(1, frequency)) / 4
}

/** Judges a text, in composed form. Linear. */
export const judge = (text: string): Judgement => {
  let good = 0
  let rare = 0
  let bad = 0
  let score = 0
  for (const [word] of text.matchAll(MARKED)) {
    const value = valueOf(word)
    score += value
    if (value >= 1) good++
    else if (value > 0) rare++
    else if (value < 0) bad++
  }
  for (const _ of text.matchAll(WITHIN)) {
    bad++
    score += BAD
  }
  return { good, rare, bad, score }
}
