import type { Term } from '../lex/term.ts'
import { matchCandidate } from '../rules/candidates.ts'
import type { RuleSet, WithPattern } from '../rules/rule-set.ts'
import type { MeasureRule } from '../rules/schema.ts'
import { tagsOf } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import type { History, Settled } from './history.ts'
import { type Reading, tagged } from './reading.ts'

export interface MeasureHit {
  readonly rule: WithPattern<MeasureRule>
  /** The terms that made the rule match. */
  readonly from: number
  readonly to: number
}

/** How many terms around a number a measure's words may stand; they may cross commas and brackets. */
const BEFORE = 18
const BEHIND = 8

/** Which measure a figure is; the rules stand in order of precedence and the last one takes everything. */
export const measureOf = (terms: readonly Term[], figure: Figure, rules: RuleSet): MeasureHit => {
  const { at, sentence } = figure
  const low = Math.max(sentence.from, at - BEFORE)
  const high = Math.min(sentence.to, at + BEHIND)
  for (const candidate of rules.numberPatterns.measures.among(tagsOf(terms, low, high))) {
    const m = matchCandidate(candidate, terms, at, low, high)
    if (m) return { rule: candidate.rule, from: m.from, to: m.to }
  }
  throw new Error('rules/measures.yaml has no rule that takes every number')
}

/** `giảm 1.350 người (5,2%)`, `tăng 312 người, tương ứng 7,9%`: the change that a percentage says once more. */
export const saidOnceMore = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const last = history.last
  if (last?.draft.measure !== 'change' || last.quantity.unit === 'percent' || figure.quantity.unit !== 'percent')
    return null
  if (last.figure.sentence.from !== figure.sentence.from) return null
  // `giảm 180 triệu đồng, bằng 90% so với năm 2020` is what is left of it
  const isIndex = tagged(reading, figure.at - 1, 'EqualWord') && tagged(reading, figure.at + 1, 'ComparedTo')
  return !isIndex && ['Open', 'Equals', 'EqualWord'].some(tag => tagged(reading, figure.at - 1, tag)) ? last : null
}

/** Indicators of a part of the organisations or people, which has a whole; the whole and what was newly done have plans. */
const OF_A_PART = /^(?:organisations_(?!new|supported|borrowing)|managers_|workers_also|people_other)/

/** `642 tổ được chứng thực, đạt 50%`: how much of the whole the part is, where nothing speaks of a plan. */
export const reachesWhole = (reading: Reading, figure: Figure, measure: MeasureHit, head: Settled): boolean => {
  if (measure.rule.id !== 'completion/reached' || head.figure.second) return false
  if (!OF_A_PART.test(head.draft.indicator) || head.draft.unit === 'VND') return false
  for (let i = figure.sentence.from; i < figure.sentence.to; i++)
    if (['PlanWord', 'TargetWord'].some(tag => tagged(reading, i, tag))) return false
  return true
}

/** `tăng 2,1 lần so với năm 2010 và 4,5 lần so với năm 2002`, `lần lượt tăng 3,2% và 11,5%`: `và` goes on with the measure. */
export const joinedMeasure = (reading: Reading, figure: Figure, history: History): MeasureHit | null => {
  const { last } = history
  if (!last || reading.terms[figure.low]?.key !== 'va' || last.measure.rule.of !== 'figure') return null
  if (last.figure.sentence.from !== figure.sentence.from || last.draft.unit !== figure.quantity.unit) return null
  const { unit } = figure.quantity
  if (unit !== 'percent' && unit !== 'times') return null
  for (let i = figure.low + 1; i < figure.at; i++) if (!tagged(reading, i, 'Comparator')) return null
  return last.measure
}
