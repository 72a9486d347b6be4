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

/**
 * What a model sees of a number and the words around it, as names of features. Figures, years and places are told apart by
 * kind alone, and words of the lexicon by their meaning, so that `HTX` and `hợp tác xã` are the same.
 * @param measure what the number says of its indicator
 * @param before indicator of the figure before, null at the beginning of a block
 */
export const featuresOf = (reading: Reading, figure: Figure, measure: string, before: string | null): string[] => {
  const { terms } = reading
  const word = (term: Term) => wordOf(term, reading)
  const from = Math.max(figure.sentence.from, figure.at - BEFORE)
  const behind = (figure.second?.at ?? figure.at) + 1
  const left = terms.slice(from, figure.at).map(word).reverse()
  const right = terms.slice(behind, Math.min(figure.sentence.to, behind + BEHIND)).map(word)
  const unit = figure.quantity.unit ?? '-'
  return [
    'always',
    `unit ${unit}`,
    `measure ${measure} ${unit}`,
    `before ${before ?? '-'}`,
    `before ${before ?? '-'} ${unit}`,
    ...left.map(w => `left ${w}`),
    ...right.map(w => `right ${w}`),
    ...terms
      .slice(from, figure.at)
      .flatMap(t => keyOf(t))
      .map(w => `near ${w}`),
    ...terms
      .slice(behind, Math.min(figure.sentence.to, behind + BEHIND))
      .flatMap(t => keyOf(t))
      .map(w => `behind ${w}`),
    ...Array.from({ length: PLACED }, (_, i) => `left${i} ${left[i] ?? '^'}`),
    ...Array.from({ length: PLACED }, (_, i) => `right${i} ${right[i] ?? '$'}`),
    ...pairs(left).map(p => `left2 ${p}`),
    ...pairs(right).map(p => `right2 ${p}`),
    ...triples(left).map(t => `left3 ${t}`),
    ...terms.slice(0, OPENING).map(t => `opening ${word(t)}`),
    ...(reading.above[0]?.terms.slice(0, HEADING) ?? []).map(t => `heading ${word(t)}`),
  ]
}

const pairs = (words: readonly string[]): string[] => words.slice(1).map((w, i) => `${words[i]} ${w}`)

const triples = (words: readonly string[]): string[] => words.slice(2).map((w, i) => `${words[i]} ${words[i + 1]} ${w}`)

const wordOf = (term: Term, { rules }: Reading): string => {
  if (term.quantity) return `#${term.quantity.unit ?? ''}`
  if (term.time) return '@'
  if (hasTag(term.tags, rules.vocabulary.id.ProperName)) return 'Name'
  const tag = term.entry?.tag
  return tag !== undefined && !GENERAL.has(tag) ? tag : term.key
}

const keyOf = (term: Term): string[] =>
  term.entry && !term.entry.subject && !term.quantity && !term.time && !GENERAL.has(term.entry.tag) ? [term.key] : []
