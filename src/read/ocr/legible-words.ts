import { isSyllable } from '../../repair/syllable.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { withoutStray } from './stray-words.ts'

/** The words of a page without what is no text, and how much that was. */
export interface LegibleWords {
  readonly words: readonly RecognisedWord[]
  /** Left out: pieces of ruling lines, specks, what an engine makes of seals, signatures and handwriting. */
  readonly dropped: readonly RecognisedWord[]
}

/** Below this an engine guesses; what is no possible word then is none. */
const GUESSED = 30

/** A line whose words are less sure than this in the middle, and of which fewer than this share are possible words, is no text. */
const UNSURE_LINE = 60
const POSSIBLE_SHARE = 0.4

/** Marks that stand alone in texts: dashes of lists and empty cells, signs between words. */
const MARKS = /^(?:[-–—+*•·"'“”‘’%/&(),.;:!?…=<>≥≤×]|\.{2,}|["“”(]+|[")”.,;:]+|\([%+*-]\))$/u
const SURE_MARK = 40

/** Pieces of vertical rules that the engine took for letters of the word beside them. */
const EDGE_RULES = /^[|¦‖[\]{}]+(?=[^\s])|(?<=[^\s])[|¦‖[\]{}]+$/gu

const NUMBER = /\d/
const ABBREVIATION = /^\p{Lu}{2,}$/u
const ROMAN = /^[IVXLC]+$/

/**
 * Leaves out what is no text. A word that may hold a number is left out only with the whole line around it, when that makes no
 * sense, or where it stands outside of the text: numbers must not get lost without a trace.
 */
export function legibleWords(found: readonly RecognisedWord[]): LegibleWords {
  const kept: RecognisedWord[] = []
  const dropped: RecognisedWord[] = []
  const lines = new Map<string, RecognisedWord[]>()
  for (const word of found) {
    const text = withoutRules(word.text)
    const key = word.company === undefined ? `${word.line}` : `beside ${word.company}`
    const line = lines.get(key) ?? []
    lines.set(key, line)
    line.push(text === word.text ? word : { ...word, text })
  }
  for (const line of lines.values()) {
    const isText = isLegible(line)
    for (const word of line) (isText && isKept(word) ? kept : dropped).push(word)
  }
  const { words, stray } = withoutStray(kept)
  return { words, dropped: [...dropped, ...stray] }
}

/** `|12` and `12|` are 12; brackets stay where they are in pairs. */
function withoutRules(text: string): string {
  if (/^[|¦‖]+$/.test(text)) return ''
  const isPaired = /^[[{].*[\]}]$/u.test(text)
  return isPaired ? text : text.replace(EDGE_RULES, '')
}

function isLegible(line: readonly RecognisedWord[]): boolean {
  const words = line.filter(({ text }) => /[\p{L}\d]/u.test(text))
  if (words.length === 0) return line.some(({ text, confidence }) => text === '-' && confidence >= SURE_MARK)
  const sorted = words.map(({ confidence }) => confidence).sort((one, other) => one - other)
  const middle = sorted[sorted.length >> 1] ?? 0
  return middle >= UNSURE_LINE || words.filter(({ text }) => isPossible(text)).length >= POSSIBLE_SHARE * words.length
}

function isKept({ text, confidence }: RecognisedWord): boolean {
  if (text === '') return false
  if (!/[\p{L}\d]/u.test(text)) return MARKS.test(text) && confidence >= SURE_MARK
  return confidence >= GUESSED || NUMBER.test(text) || isPossible(text)
}

/** Whether a text may be a word, an abbreviation or a number of a Vietnamese document. */
function isPossible(text: string): boolean {
  const parts = text.split(/[^\p{L}\p{M}\d]+/u).filter(part => part !== '')
  return parts.every(part => NUMBER.test(part) || ABBREVIATION.test(part) || ROMAN.test(part) || isWord(part))
}

/** Letters of one word are small, large, or small after a large one. Names of the Highlands end in k (`Đắk`, `Lắk`). */
const isWord = (part: string): boolean =>
  /^\p{L}?(?:\p{Ll}*|\p{Lu}*)$/u.test(part) && isSyllable(part.replace(/(?<=.)k$/iu, 'c'))
