import type { Period, Status } from '../../contract/index.ts'
import type { Term } from '../../lex/term.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import { type DocumentTime, planningYear, reportingYear } from '../document-time.ts'
import { type Found, wordsOf } from '../found.ts'
import { endYear, periodOf } from '../time.ts'
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
    const said = saidIn(cells.of(cell).terms, cells.rules)
    if (said.time !== null && !isYearless(said.time, time?.term)) time = { term: said.time, cell }
    if (said.status !== null) status = { ...said.status, cell }
  }
  return { time, status }
}

/** `Năm 2019` over `cả năm`: the inner one names no year, and says no more than the outer one. */
const isYearless = ({ time }: Term, outer: Term | undefined): boolean =>
  outer !== undefined && time?.kind === 'year' && time.year === null && time.offset === 0

/** The first time and status of some words. */
export const saidIn = (
  terms: readonly Term[],
  rules: RuleSet,
): {
  readonly time: Term | null
  readonly status: { readonly value: Status | 'expected'; readonly term: Term } | null
} => {
  const time = terms.find(term => term.time !== undefined) ?? yearIn(terms)
  for (const term of terms)
    for (const [tag, value] of STATUSES)
      if (hasTag(term.tags, rules.tags.id(tag))) return { time, status: { value, term } }
  return { time, status: null }
}

/** A year that stands alone in its cell, without the word for it. */
const yearIn = (terms: readonly Term[]): Term | null => {
  const term = terms.find(one => one.quantity !== undefined && isYearNumber(one.quantity.value))
  const year = term?.quantity?.value ?? null
  return term === undefined || year === null ? null : { ...term, time: { kind: 'year', year, offset: 0 } }
}

const isYearNumber = (value: number | null): boolean =>
  value !== null && Number.isInteger(value) && value >= 1950 && value < 2060

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
    return { period: foundPeriod, status: { value: value ?? expected, from, words } }
  }
  if (foundPeriod === null || reported === null) return { period: foundPeriod, status: null }
  const year = endYear(foundPeriod.value)
  // a year that is to come can only be planned, one that is over was
  const implied: Status | null = year > reported ? 'target' : year < reported ? 'actual' : null
  return { period: foundPeriod, status: implied === null ? null : { value: implied, from, words: foundPeriod.words } }
}
