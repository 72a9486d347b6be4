import type { Period, Status } from '../contract/index.ts'
import type { TimeExpression } from '../lex/term.ts'
import type { Indicator } from '../rules/schema.ts'
import type { Context } from './context.ts'
import { type DocumentTime, planningYear, reportingYear } from './document-time.ts'
import { type Found, wordsOf } from './found.ts'
import { endYear, isYear, isYears, periodOf } from './time.ts'

/** How a figure adds up over time; null where its indicator does not tell. */
export type Kind = Indicator['kind'] | null

/** The year that words without a year mean. */
export const yearMeant = (status: Status, heading: TimeExpression | null, document: DocumentTime): number | null => {
  const named = heading ? periodOf(heading, null) : null
  if (named !== null) return endYear(named)
  return status === 'target' ? planningYear(document) : reportingYear(document)
}

/** What a figure without a period of its own is told by. */
export interface Undated {
  readonly status: Status
  /** A word of the figure's own sentence says that it is planned or expected, and names no year. */
  readonly quoted: boolean
  readonly heading: Context | null
  readonly kind: Kind
  /** It is added up over the years that a report is on. */
  readonly sums: boolean
  /** Its words speak of a whole year. */
  readonly yearly: boolean
}

/** The period of the headings above a figure, else of the document. */
export const sectionPeriod = (undated: Undated, document: DocumentTime): Found<Period | null> => {
  const { status, quoted, heading } = undated
  const reported = reportingYear(document)
  // a plan quoted in a report is the plan for the year under report
  if (quoted) return { value: reported === null ? null : String(reported), from: 'document', words: null }
  const named = heading?.time?.time ? periodOf(heading.time.time, yearMeant(status, null, document)) : null
  if (!heading || named === null) return { value: ofDocument(undated, document), from: 'document', words: null }
  const words = wordsOf(heading.block.content, heading.time)
  const months = document.reports !== null && !isYear(document.reports) ? document.reports : null
  // what happened in a year that is not over happened in the months reported on
  if (status === 'actual' && isYear(named) && months !== null && !isYears(months) && endYear(months) === endYear(named))
    return { value: months, from: 'document', words }
  return { value: inSpan(named, undated), from: 'heading', words }
}

/** What can be counted is counted at the end of the span or of the months that a heading names. */
const inSpan = (named: Period, { status, kind, sums }: Undated): Period => {
  const counted = kind === 'stock' || kind === 'mean'
  if (isYears(named)) return counted || (status === 'target' && !sums) ? String(endYear(named)) : named
  return counted && status === 'target' && named.endsWith('-12') ? String(endYear(named)) : named
}

const ofDocument = (undated: Undated, document: DocumentTime): Period | null => {
  const { status, kind, sums, yearly } = undated
  const { reports, plans, asOf } = document
  const reported = reportingYear(document)
  const year = reported === null ? null : String(reported)
  if (status === 'target') {
    const planned = planningYear(document)
    return plans !== null ? inSpan(plans, undated) : planned === null ? null : String(planned)
  }
  const isOfMonths = reports !== null && !isYear(reports) && !isYears(reports)
  if (status === 'estimate') return isOfMonths && !yearly ? reports : year
  if (reports === null) return kind === 'stock' ? (asOf ?? year) : year
  // a stock is taken on a day, even in a report on several years
  if (isYears(reports) && !sums) return (kind === 'stock' ? asOf : null) ?? year
  return reports
}
