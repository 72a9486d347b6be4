import type { Period, Status } from '../../contract/index.ts'
import { makeTerm, type Term, type TimeExpression } from '../../lex/term.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import { type DocumentTime, planningYear, reportingYear } from '../document-time.ts'
import { type Found, wordsOf } from '../found.ts'
import { endYear, isYear, isYears, periodOf } from '../time.ts'
import type { LexedCells } from './lexed-cells.ts'

/** What a chain of heads says of time and status, before the document's own years complete it. */
export interface SaidTime {
  readonly time: { readonly term: Term; readonly cell: Cell } | null
  readonly status: { readonly value: Status | 'expected'; readonly term: Term; readonly cell: Cell } | null
}

export interface ColumnTime {
  readonly period: Found<Period> | null
  readonly status: Found<Status> | null
}

const STATUSES = [
  ['EstimateWord', 'estimate'],
  ['ExpectedWord', 'expected'],
  ['TargetWord', 'target'],
  ['PlanWord', 'target'],
  ['ActualWord', 'actual'],
  ['DoneWord', 'actual'],
] as const

/** Reads heads or labels, the outermost first; what the innermost says wins. */
export const saidTime = (chain: readonly Cell[], cells: LexedCells): SaidTime => {
  let time: SaidTime['time'] = null
  let status: SaidTime['status'] = null
  for (const cell of chain) {
    const said = saidIn(cells.of(cell).terms, cell.content, cells.rules)
    if (said.time !== null && !isYearless(said.time, time?.term)) time = { term: said.time, cell }
    if (said.status !== null) status = { ...said.status, cell }
  }
  return { time, status }
}

/** `Năm 2019` over `cả năm`: the inner one names no year, and says no more than the outer one. */
const isYearless = ({ time }: Term, outer: Term | undefined): boolean =>
  outer !== undefined && time?.kind === 'year' && time.year === null && time.offset === 0

export interface SaidTerms {
  readonly time: Term | null
  readonly status: { readonly value: Status | 'expected'; readonly term: Term } | null
}

/** The first time and status of some words. */
export const saidIn = (terms: readonly Term[], content: MappedText, rules: RuleSet): SaidTerms => {
  const time = terms.find(term => term.time !== undefined) ?? shortTime(content, terms, rules)
  // `Kết quả hoạt động (ước cả năm)`: what is only estimated has not been reached, whatever stands before it
  for (const statuses of [STATUSES.slice(0, 2), STATUSES.slice(2)])
    for (const term of terms)
      for (const [tag, value] of statuses)
        if (hasTag(term.tags, rules.tags.id(tag))) return { time, status: { value, term } }
  // `MT 2025` is a target; alone the letters are the environment
  const target = terms.find(term => term.key === 'mt' && /^MT\s(?:năm\s)?\d/u.test(content.text.slice(term.start)))
  return { time, status: target === undefined ? null : { value: 'target', term: target } }
}

/** Years, months and quarters as heads have them, without the words that running text has beside them. */
const SHORT_TIMES: readonly (readonly [RegExp, (match: RegExpExecArray, year: number | null) => TimeExpression])[] = [
  // `TH 6 tháng`, `9T/2015`: the first months of a year
  [
    /(?<![\d.,/])(1[0-2]|0?[2-9])\s?(?:tháng|T)(?![\p{L}\d])/u,
    ([, months], year) => ({ kind: 'months', year, from: 1, to: Number(months) }),
  ],
  [
    /(?<!\p{L})[Tt](?:háng|\.)?\s?(1[0-2]|0?[1-9])(?![\d.,])/u,
    ([, month], year) => ({ kind: 'month', year, month: Number(month) }),
  ],
  [/(?<!\p{L})(?:[Qq]uý|Q\.?)\s?(IV|I{1,3}|[1-4])(?![\p{L}\d])/u, ([, quarter = ''], year) => quarterOf(quarter, year)],
  [
    /(?<![\d.,])((?:19[5-9]|20[0-5])\d)\s?[-–]\s?((?:19[5-9]|20[0-5])\d)(?!\d)/,
    ([, from, to]) => ({ kind: 'span', from: Number(from), to: Number(to) }),
  ],
  [
    /(?<![\d.,])((?:19[5-9]|20[0-5])\d)(?![\d.,]\d|\d)/,
    ([, year]) => ({ kind: 'year', year: Number(year), offset: 0 }),
  ],
  // `'16`, `T/H 94`, `KH 13`
  [
    /(?:['’]|(?:TH|T\/H|KH|K\/H|[ƯU]TH|[ƯU]ớc|[Nn]ăm|[Cc]uối)\s)(\d\d)(?![\d.,/])/u,
    ([, year]) => ({ kind: 'year', year: inCentury(Number(year)), offset: 0 }),
  ],
  [/[Đđ]ầu (?:kỳ|năm)(?!\s?\d)/u, (_, year) => ({ kind: 'year', year: year === null ? null : year - 1, offset: -1 })],
]

/** The year that two digits mean. */
export const inCentury = (year: number): number => year + (year >= 60 ? 1900 : 2000)

const quarterOf = (written: string, year: number | null): TimeExpression => {
  const quarter = /\d/.test(written) ? Number(written) : ['I', 'II', 'III', 'IV'].indexOf(written) + 1
  return { kind: 'months', year, from: 3 * quarter - 2, to: 3 * quarter }
}

const YEAR = /(?<![\d.,])(?:19[5-9]\d|20[0-5]\d)(?!\d)/

/** A time that stands in its cell without the words for it: `KH 2019`, `2010`, `6 tháng`, `Q.III`, `'16`. */
const shortTime = ({ text }: MappedText, terms: readonly Term[], rules: RuleSet): Term | null => {
  const [first, last] = [terms[0]?.start ?? 0, terms.at(-1)?.end ?? 0]
  const written = text.slice(first, last)
  const year = YEAR.exec(written)
  for (const [pattern, read] of SHORT_TIMES) {
    const match = pattern.exec(written)
    if (match === null) continue
    const time = read(match, year === null ? null : Number(year[0]))
    return makeTerm('', rules.vocabulary.none, first + match.index, first + match.index + match[0].length, { time })
  }
  return null
}

/** The period and status of a column of figures, where its heads say one of them. */
export const columnTime = (said: SaidTime, outerYear: number | null, document: DocumentTime): ColumnTime => {
  const { time, status } = said
  const from = 'column' as const
  const reported = reportingYear(document)
  const planned = planningYear(document)
  const value = status === null || status.value === 'expected' ? null : status.value
  const meant = outerYear ?? (value === 'target' && document.status === 'target' ? planned : reported)
  const period = time?.term.time ? periodOf(time.term.time, meant) : null
  const foundPeriod =
    period === null || time === null ? null : { value: period, from, words: wordsOf(time.cell.content, time.term) }
  if (status !== null) {
    const words = wordsOf(status.cell.content, status.term)
    const year = period === null ? null : endYear(period)
    const expected: Status = year !== null && reported !== null && year > reported ? 'target' : 'estimate'
    // `Phân kỳ thực hiện` over years that are to come
    const isToCome = value === 'actual' && year !== null && document.issued !== null && year > document.issued
    return { period: foundPeriod, status: { value: isToCome ? 'target' : (value ?? expected), from, words } }
  }
  if (foundPeriod === null) return { period: null, status: null }
  const implied = impliedStatus(foundPeriod.value, document)
  return { period: foundPeriod, status: implied === null ? null : { value: implied, from, words: foundPeriod.words } }
}

/**
 * The status that a time has in a document without a word for it: a year that is to come can only be planned, one that is over
 * was, and so are months and days that a document speaks of.
 */
export const impliedStatus = (period: Period, document: DocumentTime): Status | null => {
  const reported = reportingYear(document)
  if (reported === null) return null
  const year = endYear(period)
  if (year > reported) return 'target'
  const isPast = year < reported || (document.issued !== null && year < document.issued)
  return isPast || (!isYear(period) && !isYears(period)) ? 'actual' : null
}
