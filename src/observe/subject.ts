import type { Sector, Subject } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, wordsOf } from './period.ts'

/** Terms around a figure, nearest first, those behind it (its counter) before those ahead of it at the same distance. */
function* nearest(terms: readonly Term[], figure: Figure, rules: RuleSet): Generator<Term> {
  const right = (figure.second?.at ?? figure.at) + 1
  const counter = terms[right]
  if (counter && right < figure.high) yield counter
  for (const i of wordsBefore(terms, figure, rules.vocabulary, figure.outerLow)) {
    const term = terms[i]
    if (term) yield term
  }
  for (let i = right + 1; i < figure.high; i++) {
    const term = terms[i]
    if (term) yield term
  }
}

const WHOSE: readonly Subject[] = [
  'support_fund',
  'credit_fund',
  'cooperative',
  'cooperative_group',
  'cooperative_union',
  'collective_economy',
]

/** Whose statistic a figure is by its own words; null where they don't say. */
export const ownSubject = (
  content: MappedText,
  terms: readonly Term[],
  figure: Figure,
  rules: RuleSet,
): Found<Subject> | null => {
  const organisation = rules.tags.id('Organisation')
  const counted = figure.quantity.subject
  if (counted && counted !== 'other') return { value: counted, from: 'counter', words: null }
  for (const term of nearest(terms, figure, rules)) {
    const subject = term.entry?.subject
    if (subject && (hasTag(term.tags, organisation) || subject === 'support_fund'))
      return { value: subject, from: 'clause', words: wordsOf(content, term) }
  }
  for (const term of nearest(terms, figure, rules)) {
    if (hasTag(term.tags, rules.tags.id('GroupShort')))
      return { value: 'cooperative_group', from: 'clause', words: wordsOf(content, term) }
    const subject = term.entry?.subject
    if (subject && WHOSE.includes(subject)) return { value: subject, from: 'clause', words: wordsOf(content, term) }
  }
  return null
}

/** The branch a figure is about by its own words: a branch's name beside an organisation or in a list by branch. */
export const ownSector = (
  content: MappedText,
  terms: readonly Term[],
  figure: Figure,
  rules: RuleSet,
): Found<Sector> | null => {
  const bare = rules.tags.id('BareSector')
  const organisation = rules.tags.id('Organisation')
  const right = (figure.second?.at ?? figure.at) + 1
  for (let i = right; i < figure.high; i++) {
    const term = terms[i]
    if (!term?.entry?.sector) continue
    const beside = i === right || (terms[i - 1] && hasTag(terms[i - 1]?.tags ?? term.tags, organisation))
    if (!hasTag(term.tags, bare) || beside)
      return { value: term.entry.sector, from: 'clause', words: wordsOf(content, term) }
  }
  for (const i of wordsBefore(terms, figure, rules.vocabulary, figure.outerLow)) {
    const term = terms[i]
    if (!term?.entry?.sector) continue
    const beside = i === figure.at - 1 || (terms[i - 1] && hasTag(terms[i - 1]?.tags ?? term.tags, organisation))
    if (!hasTag(term.tags, bare) || beside)
      return { value: term.entry.sector, from: 'clause', words: wordsOf(content, term) }
  }
  return null
}

export const contextSubject = (above: readonly Context[]): Found<Subject> | null => {
  for (const c of above)
    if (c.subject) return { value: c.subject.value, from: origin(c), words: wordsOf(c.block.content, c.subject.term) }
  return null
}

export const contextSector = (above: readonly Context[]): Found<Sector> | null => {
  for (const c of above)
    if (c.sector) return { value: c.sector.value, from: origin(c), words: wordsOf(c.block.content, c.sector.term) }
  return null
}

const origin = (c: Context): Found<unknown>['from'] => (c.block.kind === 'heading' ? 'heading' : 'lead-in')
