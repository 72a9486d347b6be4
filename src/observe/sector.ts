import type { Sector, Subject, Unit } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import { branchAt, branchBefore, branchBehind } from './branch.ts'
import { type Context, sectorIn } from './context.ts'
import type { Figure } from './figure.ts'
import { type Found, found, originOf, wordsOf } from './found.ts'
import type { History } from './history.ts'
import type { Named } from './named.ts'
import { type Reading, tagged } from './reading.ts'
import { workSector } from './work.ts'

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

/** `Trong lĩnh vực nông, lâm nghiệp: …`, `3. Xây dựng (52 HTX): …`: a branch that opens a block holds for all of it. */
export const leadSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const { terms, rules } = reading
  const isTag = (t: Term | undefined, tag: string) => t !== undefined && hasTag(t.tags, rules.tags.id(tag))
  const colon = terms.findIndex(t => isTag(t, 'Colon'))
  const open = terms.findIndex(t => isTag(t, 'Open'))
  const bracketed = open > 0 && open < colon && isTag(terms[colon - 1], 'Close')
  const end = bracketed ? open : colon
  if (colon < 0 || colon > LABEL_REACH || end > figure.at || terms.slice(0, end).some(t => t.quantity)) return null
  const label = terms.slice(0, end)
  const sector = sectorIn(label, rules)
  if (!sector) return null
  // a single word such as `Tín dụng:` opens a policy as often as a branch
  const counts = terms[end + 1]?.quantity
  const work = isTag(sector.term, 'Work') && !label.some(t => NOT_WORK.some(tag => isTag(t, tag)))
  const counted = (counts?.unit === 'organisation' || counts?.unit === null) && sector.value !== 'credit'
  const sure = work || counted || isTag(sector.term, 'Sector') || label.some(t => isTag(t, 'InSector'))
  return sure ? found(reading, sector.value, sector.term, 'lead-in') : null
}

/** Words that open what is said of a branch: `Trong nông nghiệp, thành phố có …`. */
const OPENING = new Set(['trong', 've', 'doi voi', 'o', 'rieng'])

/** `Trong vận tải có 64 hợp tác xã. Doanh thu …`: the branch that opened this sentence or one before it. */
const openedSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  for (let i = figure.at - 1; i > 0; i--) {
    const starts = i === 1 || tagged(reading, i - 2, 'Stop') || tagged(reading, i - 2, 'Semicolon')
    if (!starts || !(OPENING.has(reading.terms[i - 1]?.key ?? '') || tagged(reading, i - 1, 'InSector'))) continue
    const sector = tagged(reading, i, 'Sector') ? branchAt(reading, i) : null
    const several = reading.terms[i + 1]?.key === 'va' && branchAt(reading, i + 2)
    return sector && !several ? found(reading, sector, reading.terms[i] ?? null, 'sentence') : null
  }
  return null
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
  subject: Subject,
  history: History,
): Found<Sector> | null => {
  return (
    (subject === 'credit_fund' ? found<Sector>(reading, 'credit', null, 'counter') : null) ??
    branchBehind(reading, figure) ??
    workSector(reading, figure, unit) ??
    branchBefore(reading, figure, history) ??
    lentSector(figure, named, history) ??
    passageSector(reading, figure, history) ??
    openedSector(reading, figure) ??
    leadSector(reading, figure) ??
    paragraphSector(reading, figure, named.indicator?.code ?? '') ??
    contextSector(reading.above)
  )
}

/** A bracket says of the figure before it: of the completion it gives the plan of, or of the level it leans on. */
const lentSector = (figure: Figure, named: Named, history: History): Found<Sector> | null => {
  if (named.distance !== 'figure') return null
  const completed = history.last?.draft.measure === 'plan_completion' && history.last.figure.bracket !== figure.bracket
  // what stood inside another bracket was said there only
  const seen = (bracket: number) => bracket === -1 || bracket === figure.bracket
  const last = completed
    ? history.last
    : history.latest(s => s.draft.measure === 'level' && s.quantity.pair !== 'second' && seen(s.figure.bracket))
  if (!last?.draft.sector || last.figure.bracket === figure.bracket) return null
  return { value: last.draft.sector, from: 'figure', words: null }
}

/** Words that speak of more than the branch of the figures before: `toàn tỉnh có …`, `tổng số HTX …`. */
const speaksOfAll = (reading: Reading, at: number): boolean => {
  if (tagged(reading, at, 'ProvinceWide')) return true
  return tagged(reading, at, 'TotalWord') && [1, 2].some(n => tagged(reading, at + n, 'Organisation'))
}

/** `26 HTX nông nghiệp …, trong đó 4 HTX …`: the branch that all figures of the sentence were about so far. */
const passageSector = (reading: Reading, figure: Figure, history: History): Found<Sector> | null => {
  const before = history.ofSentence(figure.sentence)
  const value = before[0]?.draft.sector ?? null
  if (value === null || before.some(s => s.draft.sector !== value) || startsAnew(reading, figure)) return null
  if (isOfNamed(reading, figure)) return null
  const whose = figure.quantity.subject
  if (whose && whose !== before.at(-1)?.draft.subject) return null
  for (let i = figure.low; i < figure.high; i++) if (speaksOfAll(reading, i)) return null
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

/** `…, 54 hợp tác xã ứng dụng công nghệ số`; `…, liên hiệp HTX tổng hợp có 09 thành viên`: others behind a comma. */
const namesOthers = (reading: Reading, figure: Figure): boolean => {
  if (figure.bracket >= 0 || !tagged(reading, figure.low, 'Comma')) return false
  if (figure.quantity.unit === 'organisation' && figure.low === figure.at - 1) return true
  return (
    tagged(reading, figure.low + 1, 'Organisation') &&
    ['Plain', 'Shield'].some(tag => tagged(reading, figure.low + 2, tag))
  )
}

/** `; 80 HTX ứng dụng công nghệ cao`: a part of a sentence that counts organisations of its own. */
const startsAnew = (reading: Reading, figure: Figure): boolean => {
  if (namesOthers(reading, figure)) return true
  let from = figure.at
  while (from > figure.sentence.from && !tagged(reading, from - 1, 'Semicolon')) from--
  if (from === figure.sentence.from) return false
  for (let i = from; i < figure.at; i++)
    if (GOES_ON.has(reading.terms[i]?.key ?? '') || tagged(reading, i, 'OfWhich')) return false
  const names = (i: number) => tagged(reading, i, 'Organisation') || tagged(reading, i, 'CommuneWithCooperative')
  let counts = figure.quantity.unit === 'organisation'
  for (let i = from; i < figure.high && !counts; i++) counts = names(i)
  return counts && !reading.terms.slice(from, figure.at).some(t => t.quantity)
}
