import type { OutlineLevel, Subject, Unit } from '../contract/index.ts'
import type { Context } from './context.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, found, originOf, wordsOf } from './found.ts'
import type { History, Settled } from './history.ts'
import type { Named } from './name-indicator.ts'
import { type Reading, tagged } from './reading.ts'
import { respectiveSubject } from './respectively.ts'

/** Terms around a figure, nearest first: its counter, the words before it, the rest of those behind it. */
function* nearest(reading: Reading, figure: Figure): Generator<number> {
  const right = (figure.second?.at ?? figure.at) + 1
  if (right < figure.high) yield right
  yield* wordsBefore(reading.terms, figure, reading.rules.vocabulary, figure.outerLow)
  for (let i = right + 1; i < figure.high; i++) yield i
}

/** Whose statistic a figure is by its own words; null where they don't say. */
export const ownSubject = (reading: Reading, figure: Figure): Found<Subject> | null => {
  if (figure.quantity.subject) return found(reading, figure.quantity.subject, null, 'counter')
  const { terms } = reading
  for (const i of nearest(reading, figure)) {
    const subject = terms[i]?.entry?.subject
    if (subject && subject !== 'other' && (tagged(reading, i, 'Organisation') || subject === 'support_fund'))
      return found(reading, subject, terms[i] ?? null)
  }
  for (const i of nearest(reading, figure)) {
    if (tagged(reading, i, 'GroupShort')) return found(reading, 'cooperative_group', terms[i] ?? null)
    const subject = terms[i]?.entry?.subject
    if (subject && subject !== 'other') return found(reading, subject, terms[i] ?? null)
  }
  return null
}

/** How many terms into a sentence its grammatical subject may stand. */
const SUBJECT_REACH = 10

/** `Quỹ đã cho 29 hợp tác xã vay 6 tỷ đồng`: money that the support fund is the subject of. */
export const fundSubject = (reading: Reading, figure: Figure): Found<Subject> | null => {
  const { terms, above } = reading
  const underFund = above.some(c => c.subject?.value === 'support_fund')
  const from = Math.max(figure.sentence.from, lastSemicolon(reading, figure))
  for (let i = from; i < Math.min(figure.at, from + SUBJECT_REACH); i++) {
    if (tagged(reading, i, 'PolicyWord')) return null
    if (terms[i]?.entry?.subject === 'support_fund') return found(reading, 'support_fund', terms[i] ?? null)
    const short = tagged(reading, i, 'FundShort') && !terms[i - 1]?.quantity
    if (short && speaksOfFund(reading, i, figure)) return found(reading, 'support_fund', terms[i] ?? null)
  }
  return underFund && !figure.quantity.subject ? contextSubject(above, 'VND') : null
}

const lastSemicolon = (reading: Reading, figure: Figure): number => {
  for (let i = figure.at - 1; i >= figure.sentence.from; i--) if (tagged(reading, i, 'Semicolon')) return i + 1
  return figure.sentence.from
}

/** What a fund is spoken of for: its lending, its debts, its own capital. */
const OF_FUNDS = ['Lending', 'Outstanding', 'BadDebt', 'CharterCapital', 'Funds'] as const

const speaksOfFund = (reading: Reading, at: number, figure: Figure): boolean => {
  for (let i = Math.max(figure.sentence.from, at - SUBJECT_REACH); i < figure.high; i++)
    if (OF_FUNDS.some(tag => tagged(reading, i, tag))) return true
  return false
}

/** Units of training: their headings may speak of the collective economy as a whole. */
const OF_THE_WHOLE: ReadonlySet<Unit> = new Set(['class', 'person', 'VND'])

/** Levels of headings that speak of their own matter, not of the whole document's. */
const NARROW: ReadonlySet<OutlineLevel | null> = new Set<OutlineLevel | null>(['arabic', 'decimal', 'letter'])

/** How many headings above may make the collective economy as a whole the subject. */
const WHOLE_DEPTH = 2

export const contextSubject = (above: readonly Context[], unit: Unit): Found<Subject> | null => {
  for (const c of above)
    if (c.subject) return { value: c.subject.value, from: originOf(c), words: wordsOf(c.block.content, c.subject.term) }
  if (!OF_THE_WHOLE.has(unit)) return null
  for (const c of above.slice(0, WHOLE_DEPTH)) {
    const term = c.terms.find(t => t.entry?.subject)
    if (term?.entry?.subject === 'collective_economy' && NARROW.has(c.block.level))
      return { value: 'collective_economy', from: originOf(c), words: wordsOf(c.block.content, term) }
  }
  return null
}

/** Whose statistic a figure is: by its own words, by the figures before it, by the headings above. */
export const subjectOf = (
  reading: Reading,
  figure: Figure,
  named: Named,
  unit: Unit,
  history: History,
): Found<Subject> => {
  const implied = named.rule?.rule.subject
  if (implied) return { value: implied, from: 'rule', words: null }
  // a credit fund in a list by branch does not make the branches behind it credit funds
  const last = history.latest(s => isQuantity(s) && !(s.draft.subject === 'credit_fund' && s.quantity.unit === null))
  const sameUnit = history.latest(s => s.draft.unit === unit && s.draft.measure === 'level')
  return (
    respectiveSubject(reading, figure, history) ??
    (unit === 'VND' ? fundSubject(reading, figure) : null) ??
    ownSubject(reading, figure) ??
    (named.distance === 'figure' && last ? earlier(last, 'figure') : null) ??
    (unit === 'VND' && sameUnit ? earlier(sameUnit, 'sentence') : null) ??
    (last ? earlier(last, 'sentence') : null) ??
    contextSubject(reading.above, unit) ?? { value: 'cooperative', from: 'default', words: null }
  )
}

const isQuantity = (s: Settled) => s.draft.measure === 'level' && s.quantity.pair !== 'second'

const earlier = (s: Settled, from: 'figure' | 'sentence'): Found<Subject> => ({
  value: s.draft.subject,
  from,
  words: null,
})
