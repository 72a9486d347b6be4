import type { Period, Status } from '../contract/index.ts'
import type { Term, TimeExpression } from '../lex/term.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import { type DocumentTime, planningYear, reportingYear } from './document-time.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import {
  impliedStatus,
  isExpected,
  isUnfinished,
  refineStatus,
  type Stated,
  sectionStatus,
  statedStatus,
} from './status.ts'
import { endYear, isYear, periodOf } from './time.ts'

export interface When {
  readonly period: Found<Period | null>
  readonly status: Found<Status>
  /** What later figures without words of their own take over; null when it holds inside brackets only. */
  readonly carry: Carry | null
}

/** The time last named in running text. */
export interface Carry {
  readonly time: Term | null
  readonly status: Stated | null
  readonly sentence: number
}

interface OwnTime {
  readonly term: Term
  /** Behind the number it holds for this number only; before it, for those that follow as well. */
  readonly behind: boolean
}

const nearestTime = (terms: readonly Term[], figure: Figure, rules: RuleSet): OwnTime | null => {
  const v = rules.vocabulary
  const free = (term: Term | undefined) => term?.time !== undefined && !hasTag(term.tags, v.id.Baseline)
  let before: number | null = null
  for (const i of wordsBefore(terms, figure, v)) {
    if (!free(terms[i])) continue
    before = i
    break
  }
  let behind: Term | null = null
  for (let i = (figure.second?.at ?? figure.at) + 1; i < figure.high && !behind; i++) {
    const term = terms[i]
    if (term && free(term) && term.time?.kind !== 'same-period') behind = term
  }
  const term = before === null ? undefined : terms[before]
  // `từ 31,5% năm 2015 lên 58,2% năm 2020`: what stands right behind the last number is that number's
  const lent =
    before !== null &&
    before <= figure.low + 1 &&
    terms[figure.outerLow - 1]?.quantity !== undefined &&
    !opensWords(terms, figure, v)
  if (term && !(lent && behind)) return { term, behind: false }
  return behind ? { term: behind, behind: true } : null
}

/** Whether a break stands between the last number and the figure's own words. */
const opensWords = (terms: readonly Term[], figure: Figure, v: RuleSet['vocabulary']): boolean => {
  const first = terms[figure.low]
  return first !== undefined && hasTag(first.tags, v.id.Break)
}

/** A period that stands before the bracket which the figure opens. */
const outerTime = (terms: readonly Term[], figure: Figure, rules: RuleSet): Term | null => {
  if (figure.bracket < 0) return null
  for (let i = figure.bracket - 1; i >= figure.outerLow; i--) {
    const term = terms[i]
    if (term?.time && !hasTag(term.tags, rules.vocabulary.id.Baseline)) return term
  }
  return null
}

/**
 * Period and status of a figure: from its own words, from what the sentences before it carry over, from the lead-in and
 * headings, and last from the document.
 */
export const whenOf = (
  content: MappedText,
  terms: readonly Term[],
  figure: Figure,
  carry: Carry | null,
  above: readonly Context[],
  document: DocumentTime,
  rules: RuleSet,
): When => {
  const own = nearestTime(terms, figure, rules)
  const ownTime = own?.term ?? null
  const ownStatus = statedStatus(terms, figure, rules)
  const outer = outerTime(terms, figure, rules)
  const current: Carry | null = outer ? { time: outer, status: null, sentence: figure.sentence.from } : carry
  const sameSentence = current !== null && current.sentence === figure.sentence.from
  const carriedTime = ownTime ? null : (current?.time ?? null)
  const goesOn = sameSentence && ownTime !== null && staysIn(ownTime, current?.time ?? null, document)
  const carriedStatus =
    ownStatus || (ownTime && !goesOn) ? null : sameSentence || current?.time ? (current?.status ?? null) : null
  const section = sectionStatus(above, document)
  const heading = above.find(c => c.time !== null) ?? null

  const time = ownTime ?? carriedTime
  const stated = ownStatus ?? carriedStatus
  const status = stated
    ? {
        value: refineStatus(stated.value, stated.term, time, section?.value ?? null, document, rules),
        from: ownStatus ? ('clause' as const) : ('sentence' as const),
        words: wordsOf(content, stated.term),
      }
    : impliedStatus(time?.time ?? null, sectionStatus(above, document), document)

  const year = yearMeant(status.value, heading?.time?.time ?? null, document)
  const said = time?.time ? periodOf(time.time, year) : null
  const period: Found<Period | null> =
    said !== null
      ? { value: said, from: ownTime ? 'clause' : 'sentence', words: wordsOf(content, time) }
      : inherited(status.value, isExpected(stated, rules), heading, section?.value ?? null, document)
  const scoped = figure.bracket >= 0
  const unfinished = !stated && said === null && status.value === 'actual' && isUnfinished(period.value, document)
  const lastingTime = own && !own.behind ? own.term : null
  const lastingStatus = ownStatus?.lasts ? ownStatus : null
  const next: Carry | null =
    scoped || (!lastingTime && !lastingStatus)
      ? current
      : {
          time: lastingTime ?? current?.time ?? null,
          status: lastingStatus ?? (lastingTime && !goesOn ? null : (current?.status ?? null)),
          sentence: figure.sentence.from,
        }
  return { period, status: unfinished ? { ...status, value: 'estimate' } : status, carry: next }
}

/** `Ước cả năm …, cuối năm có …`: time of the same year goes on with the status of its sentence. */
const staysIn = (time: Term, before: Term | null, document: DocumentTime): boolean => {
  if (!time.time || time.time.kind === 'now') return false
  const named = periodOf(time.time, null)
  if (named === null) return true
  const earlier = before?.time ? periodOf(before.time, reportingYear(document)) : null
  return isYear(named) && earlier !== null && endYear(earlier) === endYear(named)
}

/** The year that words without a year mean. */
const yearMeant = (status: Status, heading: TimeExpression | null, document: DocumentTime): number | null => {
  const named = heading ? periodOf(heading, null) : null
  if (named !== null) return endYear(named)
  return status === 'target' ? planningYear(document) : reportingYear(document)
}

const inherited = (
  status: Status,
  expected: boolean,
  heading: Context | null,
  section: Status | null,
  document: DocumentTime,
): Found<Period | null> => {
  const reported = reportingYear(document)
  // a plan quoted in a report is the plan for the year under report
  if ((status === 'target' && section !== 'target') || (status === 'estimate' && expected))
    return { value: reported === null ? null : String(reported), from: 'document', words: null }
  const year = yearMeant(status, null, document)
  const named = heading?.time?.time ? periodOf(heading.time.time, year) : null
  if (named === null) {
    if (status === 'target')
      return { value: document.plans ?? (year === null ? null : String(year)), from: 'document', words: null }
    const value = status === 'actual' ? document.reports : reported === null ? null : String(reported)
    return { value: value ?? (reported === null ? null : String(reported)), from: 'document', words: null }
  }
  const months = document.reports !== null && !isYear(document.reports) ? document.reports : null
  // what happened in a year that is not over happened in the months reported on
  if (status === 'actual' && isYear(named) && months !== null && endYear(months) === endYear(named))
    return { value: months, from: 'document', words: heading ? wordsOf(heading.block.content, heading.time) : null }
  return { value: named, from: 'heading', words: heading ? wordsOf(heading.block.content, heading.time) : null }
}
