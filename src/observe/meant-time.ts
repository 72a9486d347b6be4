import type { Period } from '../contract/index.ts'
import type { TimeExpression } from '../lex/term.ts'
import { type DocumentTime, reportingYear } from './document-time.ts'
import type { Kind } from './section-time.ts'
import { endYear, isYear, isYears, periodOf } from './time.ts'

/** What a period is read against. */
export interface Scene {
  /** The year that words without a year mean. */
  readonly year: number | null
  /** What the text spoke of before, nearest first: the running time, the headings, the span of the document. */
  readonly around: readonly Period[]
  readonly kind: Kind
  readonly planned: boolean
  readonly document: DocumentTime
}

/** The period that words mean where they stand; null where they leave it to the headings and the document. */
export const meantPeriod = (time: TimeExpression, scene: Scene): Period | null => {
  switch (time.kind) {
    case 'lasting':
      return lastingPeriod(time.years, scene)
    case 'span-end': {
      const span = scene.around.find(isYears)
      return span === undefined ? null : String(endYear(span))
    }
    case 'to-date':
      return monthsOf(scene)
    case 'since':
      return periodOf(time, reportingYear(scene.document))
    case 'same-period':
      return samePeriod(periodOf(time, scene.year), scene)
    default:
      return periodOf(time, scene.year)
  }
}

/** `5 năm qua`, `cả giai đoạn`: the span spoken of where it is as long, else the years up to the one under report. */
const lastingPeriod = (years: number | null, { around, planned, document }: Scene): Period | null => {
  const span = around.find(p => isYears(p) && (years === null || fits(p, years)))
  if (span !== undefined) return span
  const end = reportingYear(document)
  return years === null || end === null || planned ? null : `${end - years + 1}/${end}`
}

/** Both ends count (`5 năm 2016 - 2020`), or what lies between them (`15 năm, 2002 - 2017`). */
const fits = (span: Period, years: number): boolean => {
  const length = endYear(span) - Number(span.slice(0, 4))
  return length === years || length === years - 1
}

const monthsOf = ({ around, document }: Scene): Period | null => {
  const months = around.find(p => p.includes('/') && !isYears(p))
  if (months !== undefined) return months
  return document.asOf === null ? null : monthsUpTo(document.asOf)
}

/** From January to the month of a day. */
export const monthsUpTo = (day: Period): Period => `${day.slice(0, 4)}-01/${day.slice(0, 7)}`

/** `cùng kỳ năm 2020`: the same months or the same day of another year. */
const samePeriod = (year: Period | null, { around, kind, document }: Scene): Period | null => {
  if (year === null) return null
  const spoken = around.find(p => !isYears(p))
  const day = kind === 'stock' && (spoken === undefined || isYear(spoken)) ? document.asOf : null
  const now = day ?? spoken
  return now === undefined || isYear(now) ? year : now.replaceAll(/\d{4}/g, year)
}
