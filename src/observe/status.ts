import type { Period, Status } from '../contract/index.ts'
import type { Term, TimeExpression } from '../lex/term.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import { type DocumentTime, planningYear, reportingYear } from './document-time.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import { endYear, isYear, periodOf } from './time.ts'

/** A status that the words say. */
export interface Stated {
  readonly value: Status
  readonly term: Term
  /** `kế hoạch` beside a number makes that number the plan, and no other. */
  readonly lasts: boolean
}

const compared = (terms: readonly Term[], at: number, rules: RuleSet) =>
  terms.slice(Math.max(0, at - 2), at).some(t => hasTag(t.tags, rules.tags.id('ComparedTo')))

/** What the figure's own words say of its status. */
export const statedStatus = (terms: readonly Term[], figure: Figure, rules: RuleSet): Stated | null => {
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
    // `NSTW đã bố trí 1.900 triệu đồng` in a plan
    if (hasTag(term.tags, tag('DoneWord')) && figure.at - i <= 3) return { value: 'actual', term, lasts: false }
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
export const sectionStatus = (above: readonly Context[], document: DocumentTime): Found<Status> | null => {
  let weak: Found<Status> | null = null
  for (const c of above) {
    const said = c.status
    if (said && (c.block.kind === 'heading' || opens(c))) {
      const found: Found<Status> = { value: said.value, from: 'heading', words: wordsOf(c.block.content, said.term) }
      const ofTime = c.time?.time ? statusOfYear(periodOf(c.time.time, null), document) : null
      // `THỰC HIỆN KẾ HOẠCH 9 THÁNG ĐẦU NĂM 2019`: what is planned for months that are over is reported on
      if (said.weak && ofTime === 'actual' && c.time?.time?.kind === 'months') return { ...found, value: 'actual' }
      const planned = ofTime === 'target'
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

/** How many terms into a paragraph or item a word may stand that tells what follows it is about. */
const LEAD = 8

/** The word for its status stands where a lead-in begins. */
const opens = ({ terms, status }: Context): boolean => status !== null && terms.indexOf(status.term) < LEAD

const statusOfYear = (period: Period | null, document: DocumentTime): Status | null => {
  const planned = planningYear(document)
  if (period === null || planned === null) return null
  if (endYear(period) >= planned) return 'target'
  const reported = reportingYear(document)
  return reported !== null && endYear(period) <= reported ? 'actual' : null
}

/** `dự kiến` is an estimate of the year under report, and a target for any later one. */
export const refineStatus = (
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

/** The status that the period, the headings or the document imply where no word says it. */
export const impliedStatus = (
  time: TimeExpression | null,
  section: Found<Status> | null,
  document: DocumentTime,
  bracketed: boolean,
): Found<Status> => {
  if (time?.kind === 'now') return { value: 'actual', from: 'clause', words: null }
  const named = time ? periodOf(time, null) : null
  const reported = reportingYear(document)
  if (named !== null && reported !== null) {
    if (endYear(named) > Math.max(reported, document.issued ?? reported))
      return {
        value: section?.value === 'actual' && named.includes('/') ? 'actual' : 'target',
        from: 'clause',
        words: null,
      }
    const planned = planningYear(document)
    // `đạt 60% (năm 2015: 29,4%)`
    const isPast = bracketed && section?.value === 'target' && planned !== null && endYear(named) < planned
    if (endYear(named) < reported || (isPast && endYear(named) === reported))
      return { value: 'actual', from: 'clause', words: null }
  }
  if (section) return section
  return { value: document.status, from: 'default', words: null }
}

/** `dự kiến`, `ước thực hiện` without a date speak of the whole year. */
export const isExpected = (stated: Stated | null, rules: RuleSet) =>
  stated !== null &&
  (hasTag(stated.term.tags, rules.tags.id('ExpectedWord')) || hasTag(stated.term.tags, rules.tags.id('YearEstimate')))

/** A whole year reported on before it was over can only be estimated. */
export const isUnfinished = (period: Period | null, { issued, issuedMonth, reports, dated }: DocumentTime): boolean =>
  period !== null &&
  !dated &&
  isYear(period) &&
  Number(period) === issued &&
  issuedMonth !== null &&
  issuedMonth < 12 &&
  reports !== null &&
  isYear(reports)
