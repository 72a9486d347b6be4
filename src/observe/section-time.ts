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
  readonly section: Status | null
  readonly heading: Context | null
  readonly kind: Kind
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
  return { value: named, from: 'heading', words }
}

const ofDocument = ({ status, kind }: Undated, document: DocumentTime): Period | null => {
  const reported = reportingYear(document)
  const year = reported === null ? null : String(reported)
  if (status === 'target') {
    const planned = planningYear(document)
    return document.plans ?? (planned === null ? null : String(planned))
  }
  if (status === 'estimate') return year
  // a stock is taken on a day, even in a report on several years
  if (kind === 'stock' && (document.reports === null || isYears(document.reports))) return document.asOf ?? year
  return document.reports ?? year
}
