import type { TextEdit } from '../edits.ts'
import { fold } from '../fold.ts'
import { isInUseUnmarked } from '../syllables/frequency.ts'
import { confusionDistance } from './confusion.ts'
import type { Terms } from './terms.ts'

/**
 * Letters, with digits among them where they stand for letters: `h0p`, `x8`. What stands behind a stroke or a dash is part of a number
 * of a document (`01/2006/TT-NHNN`), but behind a unit (`triệu đồng/HTX`).
 */
const TOKEN = /(?:(?<![\p{L}\p{M}\d/-])|(?<=\p{Ll}\/))\p{L}[\p{L}\p{M}\d¬]*(?![\p{L}\p{M}\d¬])/gu
const NEIGHBOURS = /^[ \u00A0\t]*\n?[ \u00A0\t]*$/

/** How far a damaged word may be from what it was, by the letters of that. */
const FARTHEST = [0, 0.5, 0.5, 0.8, 1.1, 1.4, 1.6] as const
/** What is as near as another word is neither. */
const CLEARLY = 0.3
/** An abbreviation that comes so often was meant by one like it that comes so much less. */
const OFTEN = 3
const RARELY = 5
/** The same where what was read is a word in use, but stands in capitals alone. */
const RARELY_OF_WORDS = 1

interface Token {
  readonly word: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

/**
 * Puts words right that a scan damaged: those that nobody writes, where their neighbours and one word of letters like theirs make a
 * term of the lexicon (`hqp tác xã`), and abbreviations like one that the text is full of (`HIX`). Numbers are never touched.
 * Linear in the text.
 */
export const repairDamagedWords = (text: string, terms: Terms): TextEdit[] => {
  const tokens: Token[] = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word,
    folded: fold(word.normalize('NFC')),
    start: index,
    end: index + word.length,
  }))
  const counts = countsOf(tokens)
  return tokens.flatMap((token, i) => {
    const meant =
      abbreviationFor(tokens, i, text, counts, terms) ??
      (isDamaged(token, terms) ? termWordFor(tokens, i, text, terms) : null)
    return meant === null ? [] : [{ start: token.start, end: token.end, text: meant }]
  })
}

/** A word that neither is in use nor one of a term, whatever its marks; no numeral, no label, no short name. */
const isDamaged = ({ word, folded }: Token, terms: Terms): boolean =>
  word.length > 1 &&
  lettersIn(word) > word.length / 2 &&
  !terms.isKnown(folded) &&
  !isInUseUnmarked(folded) &&
  !ROMAN.test(word) &&
  !isAbbreviation(word, folded) &&
  !(word.length < LONG_NAME && NAME.test(word))

/** Capitals without a vowel, which no word is. */
const isAbbreviation = (word: string, folded: string): boolean =>
  word === word.toUpperCase() && !/[aeiouy]/.test(folded)

const ROMAN = /^[IVXLC]+$/
const NAME = /^\p{Lu}\p{Ll}/u
const LONG_NAME = 4

const lettersIn = (word: string): number => word.replace(/\d/g, '').length

const countsOf = (tokens: readonly Token[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { word } of tokens) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Without marks, in capitals. */
const unmarked = (word: string): string => fold(word).toUpperCase()

const CAPITALS = /^\p{Lu}+\d?\p{Lu}+$/u

const abbreviationFor = (
  tokens: readonly Token[],
  at: number,
  text: string,
  counts: ReadonlyMap<string, number>,
  terms: Terms,
): string | null => {
  const token = tokens[at]
  if (token === undefined) return null
  const word = token.word.normalize('NFC')
  if (word.length < 3 || !CAPITALS.test(word) || ROMAN.test(word) || terms.abbreviations.has(word)) return null
  const isWord = isInUseUnmarked(token.folded)
  if (isWord && !standsInCapitalsAlone(tokens, at, text)) return null
  const own = counts.get(token.word) ?? 0
  const bare = unmarked(word)
  const near = [...terms.abbreviations].filter(other => {
    const often = counts.get(other) ?? 0
    return often >= OFTEN && often >= own * (isWord ? RARELY_OF_WORDS : RARELY) && isNear(bare, unmarked(other))
  })
  const [only] = near
  return near.length === 1 && only !== undefined ? only : null
}

/** No name and no title: neither neighbour begins with a capital, and the next is not part of a word with it. */
const standsInCapitalsAlone = (tokens: readonly Token[], at: number, text: string): boolean => {
  const [first, last] = runAround(tokens, at, text, 2)
  return tokens.slice(first, last + 1).every(({ word }, i) => first + i === at || /^\p{Ll}/u.test(word))
}

const farthestFor = (length: number): number => FARTHEST[Math.min(length, FARTHEST.length - 1)] ?? 0

const isNear = (read: string, meant: string): boolean =>
  Math.abs(read.length - meant.length) <= 1 && confusionDistance(read, meant) <= farthestFor(meant.length)

/** The word that makes a term of a damaged one and its neighbours, in its case; null where none or more than one does. */
const termWordFor = (tokens: readonly Token[], at: number, text: string, terms: Terms): string | null => {
  const token = tokens[at]
  if (token === undefined) return null
  const distances = new Map<string, number>()
  const [first, last] = runAround(tokens, at, text, terms.longest)
  for (let from = first; from <= at; from++)
    for (let to = Math.max(at, from + 1); to <= Math.min(last, from + terms.longest - 1); to++) {
      const window = tokens.slice(from, to + 1).map(t => t.folded)
      for (const { word, folded } of terms.missingIn(window, at - from))
        if (!distances.has(word)) distances.set(word, confusionDistance(token.folded, folded))
    }
  const [best, second] = [...distances].sort((a, b) => a[1] - b[1])
  if (best === undefined || best[1] > farthestFor(fold(best[0]).length)) return null
  if (second !== undefined && second[1] - best[1] < CLEARLY) return null
  return inCaseOf(token.word, best[0])
}

/** The words around one that nothing but blanks sets apart, as far as a term reaches. */
const runAround = (tokens: readonly Token[], at: number, text: string, longest: number): [number, number] => {
  const joined = (i: number): boolean => {
    const [one, other] = [tokens[i], tokens[i + 1]]
    return one !== undefined && other !== undefined && NEIGHBOURS.test(text.slice(one.end, other.start))
  }
  let [first, last] = [at, at]
  while (at - first < longest - 1 && joined(first - 1)) first--
  while (last - at < longest - 1 && joined(last)) last++
  return [first, last]
}

const inCaseOf = (model: string, word: string): string => {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase()
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
