import type { OutlineLevel, Sector, Subject, Unit } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import { type Context, sectorIn } from './context.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import { countBefore, lastBefore } from './landmarks.ts'
import { type Reading, tagged } from './reading.ts'

/** Terms around a figure, nearest first: its counter, the words before it, the rest of those behind it. */
function* nearest(reading: Reading, figure: Figure): Generator<number> {
  const right = (figure.second?.at ?? figure.at) + 1
  if (right < figure.high) yield right
  yield* wordsBefore(reading.terms, figure, reading.rules.vocabulary, figure.outerLow)
  for (let i = right + 1; i < figure.high; i++) yield i
}

const found = <T>(reading: Reading, value: T, term: Term | null, from: Found<T>['from'] = 'clause'): Found<T> => ({
  value,
  from,
  words: wordsOf(reading.content, term),
})

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

const SEMICOLON = ['Semicolon']

/** Where the part of the sentence begins behind its last semicolon. */
const lastSemicolon = (reading: Reading, figure: Figure): number => lastBefore(reading, SEMICOLON, figure.at) + 1

/** What a fund is spoken of for: its lending, its debts, its own capital. */
const OF_FUNDS = ['Lending', 'Outstanding', 'BadDebt', 'CharterCapital', 'Funds'] as const

const speaksOfFund = (reading: Reading, at: number, figure: Figure): boolean =>
  lastBefore(reading, OF_FUNDS, figure.high) >= Math.max(figure.sentence.from, at - SUBJECT_REACH)

/** The branch a figure is about by its own words: a branch's name beside an organisation or in a list by branch. */
export const ownSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const { terms, rules } = reading
  const right = (figure.second?.at ?? figure.at) + 1
  for (let i = right; i < figure.high; i++) {
    const sector = terms[i]?.entry?.sector
    if (!sector) continue
    const alone = (i === right || namesBranch(reading, i)) && closesWords(reading, i, figure.high)
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, terms[i] ?? null)
  }
  for (const i of wordsBefore(terms, figure, rules.vocabulary, figure.outerLow)) {
    const sector = terms[i]?.entry?.sector
    if (!sector) continue
    const listed = i === figure.at - 1 && !(figure.quantity.counter ?? '').startsWith('mô hình')
    const alone = listed || (namesBranch(reading, i) && closesWords(reading, i, figure.at))
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, terms[i] ?? null)
  }
  return null
}

const namesBranch = (reading: Reading, at: number): boolean =>
  tagged(reading, at - 1, 'Organisation') || tagged(reading, at - 1, 'InSector')

/** Words behind a branch's name that go on with the sentence. */
const VERBS = new Set(['va', 'co', 'la', 'dang', 'da', 'tu', 'duoc', 'voi', 'thi'])

/** `HTX xây dựng: 10` names a branch, `HTX xây dựng nhãn hiệu` does not: nothing but a break or a verb may follow. */
const closesWords = (reading: Reading, at: number, high: number): boolean => {
  const next = reading.terms[at + 1]
  if (!next || at + 1 >= high || next.quantity !== undefined || tagged(reading, at + 1, 'Break')) return true
  return VERBS.has(next.key)
}

/** Indicators of support, which go on speaking of the cooperatives that their paragraph named. */
const OF_SUPPORT = /^(?:support_|capital_|loans$|organisations_(?:supported|borrowing)|people_other)/

/** `… ở các hợp tác xã nông nghiệp …, với tổng kinh phí 335 triệu đồng`: the one branch that the paragraph named so far. */
export const paragraphSector = (reading: Reading, figure: Figure, indicator: string): Found<Sector> | null => {
  if (!OF_SUPPORT.test(indicator)) return null
  const { places, other } = branchesOf(reading)
  if (other < figure.at) return null
  const term = reading.terms[places[countBefore(places, figure.at) - 1] ?? -1]
  return term?.entry?.sector ? found(reading, term.entry.sector, term, 'paragraph') : null
}

/** Where a block names its first branch beside an organisation, and where it first names another. */
interface Branches {
  readonly places: readonly number[]
  readonly other: number
}

/** Asked by every figure of a block. */
const branches = new WeakMap<readonly Term[], Branches>()

const branchesOf = (reading: Reading): Branches => {
  const known = branches.get(reading.terms)
  if (known) return known
  const made = readBranches(reading)
  branches.set(reading.terms, made)
  return made
}

const readBranches = (reading: Reading): Branches => {
  const places: number[] = []
  let first: Sector | null = null
  for (const [i, { entry }] of reading.terms.entries()) {
    if (!entry?.sector || !tagged(reading, i, 'Sector')) continue
    if (!tagged(reading, i - 1, 'Organisation') && !tagged(reading, i - 1, 'InSector')) continue
    first ??= entry.sector
    if (entry.sector !== first) return { places, other: i }
    places.push(i)
  }
  return { places, other: Infinity }
}

/** A label in front of a colon has at most this many terms. */
const LABEL_REACH = 12

/** `Trong lĩnh vực nông, lâm nghiệp: …`: a branch that opens a block holds for all of it. */
export const leadSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const { terms, rules } = reading
  const colon = terms.slice(0, LABEL_REACH + 1).findIndex(t => hasTag(t.tags, rules.vocabulary.id.Colon))
  if (colon < 0 || colon > figure.at || terms.slice(0, colon).some(t => t.quantity)) return null
  const label = terms.slice(0, colon)
  const sector = sectorIn(label, rules)
  if (!sector) return null
  // a single word such as `Tín dụng:` opens a policy as often as a branch
  const counts = terms[colon + 1]?.quantity
  const sure =
    ((counts?.unit === 'organisation' || counts?.unit === null) && sector.value !== 'credit') ||
    hasTag(sector.term.tags, rules.tags.id('Sector')) ||
    label.some(t => hasTag(t.tags, rules.tags.id('InSector')))
  return sure ? found(reading, sector.value, sector.term, 'lead-in') : null
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
    const term = c.firstNamed
    if (term?.entry?.subject === 'collective_economy' && NARROW.has(c.block.level))
      return { value: 'collective_economy', from: originOf(c), words: wordsOf(c.block.content, term) }
  }
  return null
}

export const contextSector = (above: readonly Context[]): Found<Sector> | null => {
  for (const c of above)
    if (c.sector) return { value: c.sector.value, from: originOf(c), words: wordsOf(c.block.content, c.sector.term) }
  return null
}

const originOf = (c: Context): Found<unknown>['from'] => (c.block.kind === 'heading' ? 'heading' : 'lead-in')
