import type { Period, Reason, Span, Status } from '../contract/index.ts'
import type { Term, TimeExpression } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import { type DocumentTime, planningYear, reportingYear } from './document-time.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { endYear, isYear, periodOf } from './time.ts'

/** A period or status and where it came from. */
export interface Found<T> {
  readonly value: T
  readonly from: Reason['from']
  /** The words themselves, as a span of the text as read; null where nothing was said. */
  readonly words: Span | null
}

export interface When {
  readonly period: Found<Period | null>
  readonly status: Found<Status>
  /** What later figures without words of their own take over; null when it holds inside brackets only. */
  readonly carry: Carry | null
}

/** The words of a term as a span of the text as read. */
export const wordsOf = (content: MappedText, term: Term | null): Span | null =>
  term === null ? null : sourceSpan(content, term.start, term.end)

/** A status that the words say. */
export interface Stated {
  readonly value: Status
  readonly term: Term
  /** `kế hoạch` beside a number makes that number the plan, and no other. */
  readonly lasts: boolean
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

const compared = (terms: readonly Term[], at: number, rules: RuleSet) =>
  terms.slice(Math.max(0, at - 2), at).some(t => hasTag(t.tags, rules.tags.id('ComparedTo')))

const nearestStatus = (terms: readonly Term[], figure: Figure, rules: RuleSet): Stated | null => {
  const tag = (name: string) => rules.tags.id(name)
  for (const i of wordsBefore(terms, figure, rules.vocabulary)) {
    const term = terms[i]
    if (!term) continue
    // `so với mục tiêu 340 HTX`: the target itself
    if (i === figure.at - 1 && (hasTag(term.tags, tag('TargetWord')) || hasTag(term.tags, tag('PlanWord'))))
      return { value: 'target', term, lasts: false }
    if (compared(terms, i, rules)) continue
    if (hasTag(term.tags, tag('EstimateWord'))) return { value: 'estimate', term, lasts: true }
    if (hasTag(term.tags, tag('ExpectedWord'))) return { value: 'estimate', term, lasts: true }
    if (hasTag(term.tags, tag('TargetWord'))) return { value: 'target', term, lasts: true }
    if (hasTag(term.tags, tag('PlanWord')) && figure.at - i <= 3 && !followsPercent(terms, i, rules))
      return { value: 'target', term, lasts: false }
  }
  for (let i = (figure.second?.at ?? figure.at) + 1; i < figure.high; i++) {
    const term = terms[i]
    if (term && hasTag(term.tags, tag('EstimateWord')) && !compared(terms, i, rules))
      return { value: 'estimate', term, lasts: true }
    if (
      term &&
      hasTag(term.tags, tag('PlanWord')) &&
      !figure.second &&
      figure.quantity.unit !== 'percent' &&
      i - figure.at <= 2
    )
      return { value: 'target', term, lasts: false }
  }
  return null
}

/** `100% KH`: the plan that a percentage is of. */
const followsPercent = (terms: readonly Term[], at: number, rules: RuleSet): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const term = terms[i]
    if (!term || hasTag(term.tags, rules.vocabulary.id.Break)) return false
    if (term.quantity) return term.quantity.unit === 'percent'
  }
  return false
}

/** What the headings say of the status: strong words anywhere above beat weak ones. */
const sectionFound = (above: readonly Context[], document: DocumentTime): Found<Status> | null => {
  let weak: Found<Status> | null = null
  for (const c of above) {
    const said = c.status
    if (said) {
      const found: Found<Status> = { value: said.value, from: 'heading', words: wordsOf(c.block.content, said.term) }
      const planned = c.time?.time && statusOfYear(periodOf(c.time.time, null), document) === 'target'
      if (!said.weak || (planned && said.value === 'target')) return found
      weak ??= found
    } else if (c.block.kind === 'heading' && c.time?.time) {
      // `A. NHÌN VỀ NĂM 2017`: the year alone tells what is over and what is to come
      const value = statusOfYear(periodOf(c.time.time, null), document)
      if (value) return { value, from: 'heading', words: wordsOf(c.block.content, c.time) }
    }
  }
  return weak
}

const statusOfYear = (period: Period | null, document: DocumentTime): Status | null => {
  const planned = planningYear(document)
  if (period === null || planned === null) return null
  if (endYear(period) >= planned) return 'target'
  const reported = reportingYear(document)
  return reported !== null && endYear(period) <= reported ? 'actual' : null
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
  const ownStatus = nearestStatus(terms, figure, rules)
  const outer = outerTime(terms, figure, rules)
  const current: Carry | null = outer ? { time: outer, status: null, sentence: figure.sentence.from } : carry
  const sameSentence = current !== null && current.sentence === figure.sentence.from
  const carriedTime = ownTime ? null : (current?.time ?? null)
  const goesOn = sameSentence && ownTime !== null && staysIn(ownTime, current?.time ?? null, document)
  const carriedStatus =
    ownStatus || (ownTime && !goesOn) ? null : sameSentence || current?.time ? (current?.status ?? null) : null
  const section = sectionFound(above, document)
  const heading = above.find(c => c.time !== null) ?? null

  const time = ownTime ?? carriedTime
  const stated = ownStatus ?? carriedStatus
  const status = stated
    ? {
        value: refineStatus(stated.value, stated.term, time, section?.value ?? null, document, rules),
        from: ownStatus ? ('clause' as const) : ('sentence' as const),
        words: wordsOf(content, stated.term),
      }
    : impliedStatus(time?.time ?? null, sectionFound(above, document), document)

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

/** A whole year reported on before it was over can only be estimated. */
const isUnfinished = (period: Period | null, { issued, issuedMonth, reports, dated }: DocumentTime): boolean =>
  period !== null &&
  !dated &&
  isYear(period) &&
  Number(period) === issued &&
  issuedMonth !== null &&
  issuedMonth < 12 &&
  (reports === null || isYear(reports))

/** `dự kiến` is an estimate of the year under report, and a target for any later one. */
const refineStatus = (
  value: Status,
  term: Term,
  time: Term | null,
  section: Status | null,
  document: DocumentTime,
  rules: RuleSet,
): Status => {
  if (!hasTag(term.tags, rules.tags.id('ExpectedWord'))) return value
  const named = time?.time ? periodOf(time.time, null) : null
  const reported = reportingYear(document)
  if (named !== null && reported !== null) return endYear(named) > reported ? 'target' : 'estimate'
  return section === 'target' ? 'target' : 'estimate'
}

const impliedStatus = (
  time: TimeExpression | null,
  section: Found<Status> | null,
  document: DocumentTime,
): Found<Status> => {
  const named = time ? periodOf(time, null) : null
  const reported = reportingYear(document)
  if (named !== null && reported !== null) {
    if (endYear(named) > Math.max(reported, document.issued ?? reported))
      return {
        value: section?.value === 'actual' && named.includes('/') ? 'actual' : 'target',
        from: 'clause',
        words: null,
      }
    if (endYear(named) < reported) return { value: 'actual', from: 'clause', words: null }
  }
  if (section) return section
  return { value: document.status, from: 'default', words: null }
}

/** The year that words without a year mean. */
const yearMeant = (status: Status, heading: TimeExpression | null, document: DocumentTime): number | null => {
  const named = heading ? periodOf(heading, null) : null
  if (named !== null) return endYear(named)
  return status === 'target' ? planningYear(document) : reportingYear(document)
}

/** `dự kiến`, `ước thực hiện` without a date speak of the whole year. */
const isExpected = (stated: Stated | null, rules: RuleSet) =>
  stated !== null &&
  (hasTag(stated.term.tags, rules.tags.id('ExpectedWord')) || hasTag(stated.term.tags, rules.tags.id('YearEstimate')))

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
