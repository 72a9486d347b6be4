import { isLetter } from '../character-class.ts'
import { frequencyOf } from '../syllables/frequency.ts'
import { isHalfCapital } from './capitals.ts'

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

/** Signs that stand between letters only where letters of another encoding are shown, and those of them that tell it at a word. */
const BETWEEN = codesOf(
  '†‡ˆ‰‹›„‚˜™\u2219\u22C5\u03BC',
  Array.from({ length: 0x1f }, (_, i) => 0xa1 + i),
)
const BESIDE = codesOf('\u00A8\u00A9\u00AA\u00AC\u00AE\u00B6\u00B8\u00B9', [])

function codesOf(signs: string, codes: readonly number[]): ReadonlySet<number> {
  return new Set([...Array.from(signs, sign => sign.charCodeAt(0)), ...codes])
}

/** Abbreviations: capitals without order (`QĐ`, `HĐND`), and what ends in the đ of money (`trđ`). */
const ABBREVIATION = /^(?:[A-ZĐƯ]{1,10}|[a-z]{0,3}đ)$/u
const MIXED_CASE = /\p{Ll}\p{M}*\p{Lu}/u

const BAD = -1.5
const RARE = 0.1

const remembered = new Map<string, number>()
const MOST_REMEMBERED = 50_000

/** What one marked word says for a reading: up to 2 for the commonest, below 0 for what is no word. 0: nothing. */
const worthOf = (word: string): number => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const value = valued(word)
  if (remembered.size > MOST_REMEMBERED) remembered.clear()
  remembered.set(word, value)
  return value
}

const valued = (word: string): number => {
  if (ABBREVIATION.test(word)) return 0
  if (MIXED_CASE.test(word) && !isHalfCapital(word)) return BAD
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
  const count = (value: number): void => {
    score += value
    if (value >= 1) good++
    else if (value > 0) rare++
    else if (value < 0) bad++
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    if (!isInWord(code)) {
      if (isWithin(text, i, code)) count(BAD)
      continue
    }
    let start = i
    while (start > 0 && isInWord(text.charCodeAt(start - 1))) start--
    while (i + 1 < text.length && isInWord(text.charCodeAt(i + 1))) i++
    count(worthOf(text.slice(start, i + 1)))
  }
  return { good, rare, bad, score }
}

const isInWord = (code: number): boolean => isLetter(code) || (code >= 0x300 && code <= 0x36f)

const isLower = (code: number): boolean => isLetter(code) && /\p{Ll}/u.test(String.fromCharCode(code))

const isWithin = (text: string, at: number, code: number): boolean => {
  if (!BETWEEN.has(code)) return false
  const before = at > 0 ? text.charCodeAt(at - 1) : 0
  const behind = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  if (isLetter(before) && isLetter(behind)) return true
  return BESIDE.has(code) && (isLower(behind) || isLower(before))
}
