import { fold } from '../repair/fold.ts'
import type { LexiconEntry } from '../rules/lexicon.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { Lexicon, type LexiconHit } from './lexicon.ts'
import { tokenise } from './tokenise.ts'
import { type Word, wordOf } from './word.ts'

/** `(THTSX)`, `(sau đây gọi tắt là Quỹ HTPT)`, `(viết tắt là “HTXDV”)`: a bracket with nothing but another name. */
const BRACKET =
  /\((?<said>(?:(?:sau|dưới) đây )?(?:được )?(?:gọi|viết)(?: tắt| chung)?(?: là)?:? )?["“]?(?<name>\p{L}[\p{L}.&-]*(?: [\p{L}.&-]+){0,4})["”]?\)/giu

/** How far before its bracket a phrase may begin. */
const PHRASE_REACH = 110

/** `Quỹ hỗ trợ phát triển hợp tác xã tỉnh (sau đây gọi là …)`: words that may stand between a phrase and a name given to it. */
const TRAILING = 3

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** What a word gives to an abbreviation: its first letter, or all of it where it is one itself. */
const lettersOf = (word: string): string => (isCapitals(word) ? fold(word) : fold(word).slice(0, 1))

/**
 * The names that a document gives to phrases of the lexicon (`tổ hợp tác sản xuất (THTSX)`), with the meaning of their phrase;
 * null where it gives none. Linear in the text.
 */
export const learnAbbreviations = (text: string, rules: RuleSet): Lexicon | null => {
  const entries: LexiconEntry[] = []
  const known = new Set<string>()
  for (const m of text.matchAll(BRACKET)) {
    const name = m.groups?.name ?? ''
    const said = m.groups?.said !== undefined
    if (known.has(name) || !(said || isCapitals(name))) continue
    const before = sentencePart(text.slice(Math.max(0, m.index - PHRASE_REACH), m.index))
    const phrase = spelledOut(before, name) ?? (said ? before : null)
    const meaning = phrase === null ? null : meaningOf(phrase, said ? TRAILING : 0, rules)
    if (!meaning || (isWord(name, rules) && !meaning.sector)) continue
    known.add(name)
    entries.push({ ...meaning, words: [name, `${phrase?.trim() ?? ''} ${m[0]}`] })
  }
  return entries.length > 0 ? new Lexicon(entries, rules.tags) : null
}

/** What stands behind the last stop, semicolon or colon. */
const sentencePart = (before: string): string => before.split(/[.;:\n]\s/u).at(-1) ?? ''

/** The last words of a text whose letters spell the abbreviation; null where none do. */
const spelledOut = (before: string, name: string): string | null => {
  const wanted = fold(name).replace(/[^a-z]/g, '')
  const words = [...before.matchAll(/[\p{L}\p{M}]+/gu)]
  let letters = ''
  for (let i = words.length - 1; i >= 0 && letters.length < wanted.length; i--) {
    const word = words[i]
    if (!word) break
    // `nông nghiệp và phát triển nông thôn` is NN&PTNT
    if (fold(word[0]) !== 'va') letters = lettersOf(word[0]) + letters
    if (letters === wanted) return before.slice(word.index)
  }
  return null
}

const wordsOf = (text: string): Word[] => tokenise(text).map(token => wordOf(text, token))

const isWord = (name: string, rules: RuleSet): boolean => {
  const words = wordsOf(name)
  return rules.lexicon.longest(words, 0)?.length === words.length
}

/** The meaning of a phrase: of its organisation with the branch that follows, or of the one word that it is. */
const meaningOf = (phrase: string, trailing: number, rules: RuleSet): LexiconEntry | null => {
  const words = wordsOf(phrase)
  let main: LexiconHit | null = null
  let sector: LexiconEntry['sector']
  let end = 0
  for (let at = 0; at < words.length; ) {
    const hit = rules.lexicon.longest(words, at)
    if (hit?.entry.subject && !(main?.entry.subject && end === at)) {
      main = hit
      sector = undefined
    } else if (hit && main?.entry.subject) sector ??= hit.entry.sector
    else if (hit && at === 0) main = hit
    at += hit?.length ?? 1
    if (hit && (hit === main || hit.entry.sector)) end = at
  }
  if (!main || words.length - end > trailing) return null
  return sector ? { ...main.entry, sector, also: [...main.entry.also, 'Sector'] } : main.entry
}
