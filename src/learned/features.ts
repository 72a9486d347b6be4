import type { Term } from '../lex/term.ts'
import type { Figure } from '../observe/figure.ts'
import type { Reading } from '../observe/reading.ts'
import { hasTag } from '../rules/tags.ts'

/** How many terms before a number, and behind it, the model may look at. */
const BEFORE = 12
const BEHIND = 8
/** Of those, how many count by their place as well. */
const PLACED = 4
/** How many terms of the block's beginning, and of the heading above, say what they are about. */
const OPENING = 6
const HEADING = 10

/** Tags of words that mean nothing by themselves: such a word stands for itself. */
const GENERAL: ReadonlySet<string> = new Set(['Neutral', 'Auxiliary', 'Plain', 'Shield', 'Property', 'OtherCounter'])

/** What is seen, and of which words: `['left', 'Founded']`. */
export type Feature = readonly string[]

/** Names of what is seen at each of the places that count by themselves. */
const LEFT_AT = Array.from({ length: PLACED }, (_, i) => `left ${i}`)
const RIGHT_AT = Array.from({ length: PLACED }, (_, i) => `right ${i}`)

/**
 * What a model sees of a number and the words around it. Figures, years and places are told apart by kind alone, and words of
 * the lexicon by their meaning, so that `HTX` and `hợp tác xã` are the same.
 * @param measure what the number says of its indicator
 * @param before indicator of the figure before, null at the beginning of a block
 */
export const featuresOf = (reading: Reading, figure: Figure, measure: string, before: string | null): Feature[] => {
  const { terms } = reading
  const word = (term: Term) => wordOf(term, reading)
  const ahead = terms.slice(Math.max(figure.sentence.from, figure.at - BEFORE), figure.at)
  const next = (figure.second?.at ?? figure.at) + 1
  const behind = terms.slice(next, Math.min(figure.sentence.to, next + BEHIND))
  const left = ahead.map(word).reverse()
  const right = behind.map(word)
  const unit = figure.quantity.unit ?? '-'
  const features: Feature[] = [
    ['always'],
    ['unit', unit],
    ['measure', measure, unit],
    ['before', before ?? '-'],
    ['before', before ?? '-', unit],
  ]
  for (const w of left) features.push(['left', w])
  for (const w of right) features.push(['right', w])
  for (const term of ahead) if (hasOwnKey(term)) features.push(['near', term.key])
  for (const term of behind) if (hasOwnKey(term)) features.push(['behind', term.key])
  for (const [i, name] of LEFT_AT.entries()) features.push([name, left[i] ?? '^'])
  for (const [i, name] of RIGHT_AT.entries()) features.push([name, right[i] ?? '$'])
  for (let i = 1; i < left.length; i++) features.push(['two left', left[i - 1] ?? '', left[i] ?? ''])
  for (let i = 1; i < right.length; i++) features.push(['two right', right[i - 1] ?? '', right[i] ?? ''])
  for (let i = 2; i < left.length; i++)
    features.push(['three left', left[i - 2] ?? '', left[i - 1] ?? '', left[i] ?? ''])
  for (const w of topic(terms.slice(0, OPENING), word)) features.push(['opening', w])
  for (const w of topic(reading.above[0]?.terms.slice(0, HEADING) ?? [], word)) features.push(['heading', w])
  return features
}

/** Each word once, and no signs: `Hợp tác xã (HTX)` is about one thing. */
const topic = (terms: readonly Term[], word: (term: Term) => string): ReadonlySet<string> =>
  new Set(terms.map(word).filter(w => /[\p{L}#@]/u.test(w)))

const wordOf = (term: Term, { rules }: Reading): string => {
  if (term.quantity) return `#${term.quantity.unit ?? ''}`
  if (term.time) return '@'
  if (hasTag(term.tags, rules.vocabulary.id.ProperName)) return 'Name'
  // an abbreviation that the text itself defines has an entry of its own
  if (term.entry?.subject) return term.entry.subject
  const tag = term.entry?.tag
  return tag !== undefined && !GENERAL.has(tag) ? tag : term.key
}

/** A word of the lexicon that says more than its tag, whoever is meant by it aside. */
const hasOwnKey = (term: Term): boolean =>
  term.entry !== null &&
  term.entry.subject === undefined &&
  term.quantity === undefined &&
  term.time === undefined &&
  !GENERAL.has(term.entry.tag)
