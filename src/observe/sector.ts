import type { Sector, Unit } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import { type Context, sectorIn } from './context.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, found, originOf, wordsOf } from './found.ts'
import type { History } from './history.ts'
import type { Named } from './named.ts'
import { type Reading, tagged } from './reading.ts'
import { workSector } from './work.ts'

/** The branch that the words behind a figure name. */
const branchBehind = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const right = (figure.second?.at ?? figure.at) + 1
  for (let i = right; i < figure.high && !opensNext(reading, i); i++) {
    const sector = branchAt(reading, i)
    if (!sector || isNamed(reading, i)) continue
    const alone = (i === right || namesBranch(reading, i)) && closesWords(reading, i, figure.high)
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, reading.terms[i] ?? null)
  }
  return null
}

/** The branch named before a figure, back to the number before: a branch's name beside an organisation or in a list by branch. */
const branchBefore = (reading: Reading, figure: Figure, history: History): Found<Sector> | null => {
  const { terms, rules } = reading
  const from = endsBranches(figure, history) ? figure.low : figure.outerLow
  for (const i of wordsBefore(terms, figure, rules.vocabulary, from)) {
    const sector = branchAt(reading, i)
    if (!sector) continue
    const alone = listed(figure, i) || (namesBranch(reading, i) && closesWords(reading, i, figure.at))
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, terms[i] ?? null)
  }
  return null
}

/** `có hai HTX là HTX Dịch vụ nông nghiệp Yên Thịnh và …`: the name of one behind the count of several. */
const isNamed = (reading: Reading, at: number): boolean =>
  tagged(reading, at - 1, 'Organisation') && tagged(reading, at, 'Capital')

/** `3 tổ chăn nuôi, 2 tổ vận tải, tập hợp 74 thành viên`: after counts by branch, what follows is said of all of them. */
const endsBranches = (figure: Figure, history: History): boolean => {
  const [one, other] = history.levelsOf(figure.sentence).slice(-2)
  if (one?.draft.unit !== 'organisation' || other?.draft.unit !== 'organisation') return false
  return one.draft.sector !== null && other.draft.sector !== null && one.draft.sector !== other.draft.sector
}

/** The branch that a term names; products and work name none. */
const branchAt = (reading: Reading, at: number): Sector | null => {
  if (tagged(reading, at, 'Work')) return null
  return reading.terms[at]?.entry?.sector ?? null
}

/** `xây dựng 14, môi trường 04`: a name of a branch with its number; but not `xây dựng 15 nhãn hiệu`. */
const listed = (figure: Figure, at: number): boolean => {
  const { unit, counter } = figure.quantity
  const counts = unit === null || unit === 'organisation' || unit === 'percent'
  return at === figure.at - 1 && counts && !(counter ?? '').startsWith('mô hình')
}

/** `70% HTX hiệu quả và tỷ lệ HTX nông nghiệp …`: what follows is said of the next figure. */
const opensNext = (reading: Reading, at: number): boolean =>
  reading.terms[at]?.key === 'va' && (tagged(reading, at + 1, 'RateWord') || tagged(reading, at + 1, 'TotalWord'))

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
  if (!OF_SUPPORT.test(indicator) || isOfNamed(reading, figure)) return null
  let named: Term | null = null
  for (let i = 0; i < figure.at; i++) {
    const term = reading.terms[i]
    if (!term?.entry?.sector || !tagged(reading, i, 'Sector')) continue
    if (!tagged(reading, i - 1, 'Organisation') && !tagged(reading, i - 1, 'InSector')) continue
    if (named?.entry?.sector && named.entry.sector !== term.entry.sector) return null
    named = term
  }
  return named?.entry?.sector ? found(reading, named.entry.sector, named, 'paragraph') : null
}

/** A label in front of a colon has at most this many terms. */
const LABEL_REACH = 12

/** What is said of support for products is said of the support. */
const NOT_WORK = ['Supported', 'PolicyWord', 'Funding'] as const

/** `Trong lĩnh vực nông, lâm nghiệp: …`: a branch that opens a block holds for all of it. */
export const leadSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const { terms, rules } = reading
  const colon = terms.findIndex(t => hasTag(t.tags, rules.vocabulary.id.Colon))
  if (colon < 0 || colon > Math.min(LABEL_REACH, figure.at) || terms.slice(0, colon).some(t => t.quantity)) return null
  const label = terms.slice(0, colon)
  const sector = sectorIn(label, rules)
  if (!sector) return null
  // a single word such as `Tín dụng:` opens a policy as often as a branch
  const counts = terms[colon + 1]?.quantity
  const work = hasTag(sector.term.tags, rules.tags.id('Work'))
  const sure =
    (work && !label.some(t => NOT_WORK.some(tag => hasTag(t.tags, rules.tags.id(tag))))) ||
    ((counts?.unit === 'organisation' || counts?.unit === null) && sector.value !== 'credit') ||
    hasTag(sector.term.tags, rules.tags.id('Sector')) ||
    label.some(t => hasTag(t.tags, rules.tags.id('InSector')))
  return sure ? found(reading, sector.value, sector.term, 'lead-in') : null
}

export const contextSector = (above: readonly Context[]): Found<Sector> | null => {
  for (const c of above)
    if (c.sector) return { value: c.sector.value, from: originOf(c), words: wordsOf(c.block.content, c.sector.term) }
  return null
}

/** The branch of a figure: by its own words, by the figures before it, by the lead-in and the headings above. */
export const sectorOf = (
  reading: Reading,
  figure: Figure,
  named: Named,
  unit: Unit,
  history: History,
): Found<Sector> | null => {
  const last = history.lastLevel
  const lent = named.distance === 'figure' && last?.draft.sector && last.figure.bracket !== figure.bracket
  return (
    (figure.quantity.subject === 'credit_fund' ? found<Sector>(reading, 'credit', null, 'counter') : null) ??
    branchBehind(reading, figure) ??
    workSector(reading, figure, unit) ??
    branchBefore(reading, figure, history) ??
    (lent && last?.draft.sector ? { value: last.draft.sector, from: 'figure', words: null } : null) ??
    passageSector(reading, figure, history) ??
    leadSector(reading, figure) ??
    paragraphSector(reading, figure, named.indicator?.code ?? '') ??
    contextSector(reading.above)
  )
}

/** Words that speak of more than the branch of the figures before: `toàn tỉnh có …`, `tổng số …`. */
const OF_ALL = ['ProvinceWide', 'TotalWord'] as const

/** `26 HTX nông nghiệp …, trong đó 4 HTX …`: the branch that all figures of the sentence were about so far. */
const passageSector = (reading: Reading, figure: Figure, history: History): Found<Sector> | null => {
  const before = history.ofSentence(figure.sentence)
  const value = before[0]?.draft.sector ?? null
  if (value === null || before.some(s => s.draft.sector !== value) || startsAnew(reading, figure)) return null
  if (isOfNamed(reading, figure)) return null
  for (let i = figure.low; i < figure.high; i++) if (OF_ALL.some(tag => tagged(reading, i, tag))) return null
  return { value, from: 'sentence', words: null }
}

/** `HTX Ngọc Minh 534 triệu đồng`: another cooperative by its name, whose branch is not said. */
const isOfNamed = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.low; i < figure.at; i++)
    if (tagged(reading, i, 'Organisation') && tagged(reading, i + 1, 'ProperName')) return true
  return false
}

/** Words that go on with the figures of the part before: `; còn 22 HTX`, `; trong đó …`. */
const GOES_ON = new Set(['con', 'so con lai', 'con lai'])

/** `; 80 HTX ứng dụng công nghệ cao`: a part of a sentence that counts organisations of its own. */
const startsAnew = (reading: Reading, figure: Figure): boolean => {
  let from = figure.at
  while (from > figure.sentence.from && !tagged(reading, from - 1, 'Semicolon')) from--
  if (from === figure.sentence.from) return false
  for (let i = from; i < figure.at; i++)
    if (GOES_ON.has(reading.terms[i]?.key ?? '') || tagged(reading, i, 'OfWhich')) return false
  const counts = figure.quantity.unit === 'organisation' || tagged(reading, figure.at + 1, 'Organisation')
  return counts && !reading.terms.slice(from, figure.at).some(t => t.quantity)
}
