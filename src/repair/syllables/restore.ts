import type { Span } from '../../contract/index.ts'
import type { TextEdit } from '../edits.ts'
import { fitOf, frequencyOf, isInUse, pairFrequency } from './frequency.ts'
import { syllableRules, wordsOf } from './syllable-rules.ts'

const WORD = /[\p{L}\p{M}]+/gu

/** Words are neighbours where only a blank or a line break stands between them. */
const NEIGHBOURS = /^[ \u00A0\t]*\n?[ \u00A0\t]*$/

/** A syllable has a vowel; what has none is a cut word, an abbreviation, a unit or the label of an item. */
const NO_VOWEL = /^[^aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]+$/i

/** The words before and behind a stretch are looked at so far. */
const CONTEXT = 20

/** Damaged words of consonants only that are common enough to be told without their neighbours (`nh`, `nhng`). */
const COMMON = 20
const LONG = 4
const ABBREVIATIONS: ReadonlySet<string> = new Set(wordsOf(syllableRules.abbreviations))

/** A label, or a unit with its full stop: `a)`, `d.`, `tr.đ`. */
const LABEL_BEHIND = /^[).:/]/

export interface RestoreOptions {
  /** The other readings that a word may be what is left of. */
  readonly readingsOf: (word: string) => readonly string[]
  /** How much better another reading must fit than the word as it stands, where that is a word too. */
  readonly margin: number
  /** Only what is known to stand beside one of the neighbours takes a word's place. */
  readonly knownOnly?: boolean
  /** What a word was for certain; null where that is not known. */
  readonly certain?: (word: string) => string | null
}

/**
 * Puts damaged words of a stretch right: each by the reading that fits best between its neighbours. A word that has only
 * consonants is changed where its neighbours speak for it alone.
 */
export const restoreWords = (
  text: string,
  span: Span,
  { readingsOf, margin, knownOnly = false, certain }: RestoreOptions,
): TextEdit[] => {
  const edits: TextEdit[] = []
  const from = Math.max(0, span.start - CONTEXT)
  const stretch = text.slice(from, span.end + CONTEXT)
  const words = [...stretch.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index, end: index + word.length }))
  let before: string | null = null
  words.forEach(({ word, index, end }, i) => {
    const previous = words[i - 1]
    const next = words[i + 1]
    if (previous && !NEIGHBOURS.test(stretch.slice(previous.end, index))) before = null
    const after = next && NEIGHBOURS.test(stretch.slice(end, next.index)) ? next.word : null
    if (from + index < span.start || from + end > span.end) {
      before = word
      return
    }
    const chosen = choose(word, before, after, stretch.slice(end, end + 1))
    if (chosen !== word) edits.push({ start: from + index, end: from + end, text: chosen })
    before = chosen
  })
  return edits

  function choose(word: string, before: string | null, after: string | null, behind: string): string {
    if (/^[A-Z]{2,}$/.test(word)) return word
    const surely = certain?.(word) ?? null
    if (surely !== null) return surely
    const readings = readingsOf(word).filter(isInUse)
    if (readings.length === 0) return word
    const afters = after === null ? [null] : [after, ...readingsOf(after)]
    const fitting = (reading: string) => Math.max(...afters.map(next => fitOf(before, reading, next)))
    const best = readings.reduce((one, other) => (fitting(other) > fitting(one) ? other : one))
    const isWord = frequencyOf(word) > 0
    if (isWord && fitting(best) <= fitting(word) + margin) return word
    if (NO_VOWEL.test(word) && LABEL_BEHIND.test(behind) && before === null) return word
    if (!knownOnly && (!NO_VOWEL.test(word) || isCommon(word, best))) return best
    return isKnown(before, best, afters) ? best : word
  }
}

const isCommon = (word: string, reading: string): boolean =>
  word.length > 1 &&
  /\p{Ll}$/u.test(word) &&
  (word.length >= LONG || frequencyOf(reading) >= COMMON) &&
  !ABBREVIATIONS.has(word.toLowerCase())

const isKnown = (before: string | null, word: string, afters: readonly (string | null)[]): boolean =>
  (before !== null && pairFrequency(before, word) > 0) ||
  afters.some(next => next !== null && pairFrequency(word, next) > 0)

/** The words that a letter more makes of a word, in its case. */
export const withLetter = (word: string, letters: readonly string[]): string[] => {
  const capitals = word.length > 1 && word === word.toUpperCase()
  const made = new Set<string>()
  for (let at = 0; at <= word.length; at++)
    for (const letter of letters) {
      const first = at === 0 && /^\p{Lu}/u.test(word)
      const rest = first && !capitals ? word.charAt(0).toLowerCase() + word.slice(1) : word.slice(at)
      made.add(word.slice(0, at) + (capitals || first ? letter.toUpperCase() : letter) + rest)
    }
  return [...made]
}
