import type { OutlineLevel, Subject, Unit } from '../contract/index.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { Context } from './context.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, found, originOf, wordsOf } from './found.ts'
import { groupedSubject, ofListed } from './grouped.ts'
import type { History, Settled } from './history.ts'
import { isInterest, lenderSubject } from './lender.ts'
import type { Named } from './named.ts'
import { isOfPlace } from './place.ts'
import { type Reading, tagged } from './reading.ts'
import { respectiveSubject } from './respectively.ts'

/** Terms around a figure, nearest first: its counter, the words before it, the rest of those behind it. */
function* nearest(reading: Reading, figure: Figure): Generator<number> {
  const right = (figure.second?.at ?? figure.at) + 1
  if (right < figure.high && !joinsNext(reading, right)) yield right
  yield* wordsBefore(reading.terms, figure, reading.rules.vocabulary, figure.outerLow)
  for (let i = right; i < figure.high && !joinsNext(reading, i); i++) if (i > right) yield i
}

/** `môi trường 01 và quỹ tín dụng nhân dân 12`: what `và` opens that another number counts. */
const joinsNext = (reading: Reading, at: number): boolean =>
  reading.terms[at]?.key === 'va' && reading.terms[at + 2]?.quantity !== undefined

/** Whose statistic a figure is by its own words; null where they don't say. */
export const ownSubject = (reading: Reading, figure: Figure): Found<Subject> | null => {
  const { subject: counted, words, counter: counts } = figure.quantity
  if (counted) {
    const said = counts === null ? words.per : words.unit
    return { value: counted, from: 'counter', words: said && sourceSpan(reading.content, said.start, said.end) }
  }
  const { terms } = reading
  const counter = (figure.second?.at ?? figure.at) + 1
  // `11 tổ phát triển lên thành HTX`: the short counter counts groups, whatever becomes of them
  if (tagged(reading, counter, 'GroupShort')) return found(reading, 'cooperative_group', terms[counter] ?? null)
  if (isOfPlace(reading, figure)) return found(reading, 'other', null)
  for (const i of nearest(reading, figure)) {
    const subject = terms[i]?.entry?.subject
    if (!subject || subject === 'other') continue
    if (tagged(reading, i, 'Organisation')) return found(reading, ofListed(reading, i), terms[i] ?? null)
    if (subject === 'support_fund' || tagged(reading, i, 'CommuneWithCooperative'))
      return found(reading, subject, terms[i] ?? null)
  }
  for (const i of nearest(reading, figure)) {
    if (tagged(reading, i, 'GroupShort')) return found(reading, 'cooperative_group', terms[i] ?? null)
    // `chiếm 35% tổng doanh thu toàn khu vực`: the whole that a share is of
    if (i > counter && tagged(reading, i, 'CollectiveEconomy') && hasTotal(reading, counter, i)) continue
    const subject = terms[i]?.entry?.subject
    if (subject && subject !== 'other') return found(reading, subject, terms[i] ?? null)
  }
  return null
}

const hasTotal = (reading: Reading, from: number, to: number): boolean => {
  // `tổng doanh thu` is one term of the lexicon
  for (let i = from; i < to; i++)
    if (tagged(reading, i, 'TotalWord') || reading.terms[i]?.key.startsWith('tong ')) return true
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
  const money = unit === 'VND' || named.indicator?.unit === 'VND' || isInterest(reading, figure)
  return (
    respectiveSubject(reading, figure, history) ??
    (money ? lenderSubject(reading, figure, named.indicator?.code ?? '') : null) ??
    groupedSubject(reading, figure, unit, history) ??
    ownSubject(reading, figure) ??
    (OF_THE_ECONOMY.has(named.indicator?.code ?? '') ? found<Subject>(reading, 'collective_economy', null) : null) ??
    inherited(reading, figure, named, unit, history) ??
    contextSubject(reading.above, unit) ?? { value: 'cooperative', from: 'default', words: null }
  )
}

/** What only the collective economy as a whole has, where nobody else is named. */
const OF_THE_ECONOMY: ReadonlySet<string> = new Set(['output_share_of_grdp', 'population_share'])

/** The subject of the figure that this one leans on, or goes on from. */
const inherited = (
  reading: Reading,
  figure: Figure,
  named: Named,
  unit: Unit,
  history: History,
): Found<Subject> | null => {
  // a credit fund in a list by branch does not make the branches behind it credit funds; enterprises stand beside only
  const last = history.latest(
    s =>
      (isQuantity(s) || goesOnInPercent(s, figure)) &&
      !(s.draft.subject === 'credit_fund' && s.quantity.unit === null) &&
      !tagged(reading, s.figure.at + 1, 'Enterprise'),
  )
  if (named.distance === 'figure' && last) return earlier(last, 'figure')
  const sameUnit = history.latest(s => s.draft.unit === unit && s.draft.measure === 'level')
  if (unit === 'VND' && sameUnit) return earlier(sameUnit, 'sentence')
  return last ? earlier(last, 'sentence') : null
}

/** `80% tổ chức KTTT hoạt động hiệu quả, trong đó 75% …`: shares in one sentence are of the same. */
const goesOnInPercent = (s: Settled, figure: Figure): boolean =>
  figure.quantity.unit === 'percent' && s.draft.measure === 'share' && s.figure.sentence.from === figure.sentence.from

const isQuantity = (s: Settled) => s.draft.measure === 'level' && s.quantity.pair !== 'second'

const earlier = (s: Settled, from: 'figure' | 'sentence'): Found<Subject> => ({
  value: s.draft.subject,
  from,
  words: null,
})
