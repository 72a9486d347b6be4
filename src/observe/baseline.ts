import { reportingYear } from './document-time.ts'
import type { Figure } from './figure.ts'
import type { History } from './history.ts'
import { type Reading, tagged } from './reading.ts'
import { isYear, periodOf } from './time.ts'

/** Nothing but comparators stands between the opening bracket and the figure. */
const opensBracket = (reading: Reading, figure: Figure): boolean => {
  if (figure.bracket < 0) return false
  // from the figure back: a run of comparators is walked through once, not once for each figure of the bracket
  for (let i = figure.at - 1; i > figure.bracket; i--) if (!tagged(reading, i, 'Comparator')) return false
  return true
}

/**
 * `so với năm 2020 (1.800 triệu đồng)`: the bracketed figure is that of the period compared with.
 * @returns its period (null where no year is known), or null where the figure is no such
 */
export const comparedPeriod = (reading: Reading, figure: Figure): { readonly period: string | null } | null => {
  const before = reading.terms[figure.bracket - 1]
  if (!before?.time || !opensBracket(reading, figure) || !tagged(reading, figure.bracket - 1, 'Baseline')) return null
  const period = periodOf(before.time, reportingYear(reading.document))
  if (before.time.kind !== 'same-period' || period === null) return { period }
  return { period: sameMonths(reading.document.reports, period) }
}

/** The months reported on, in another year. */
const sameMonths = (reports: string | null, year: string): string =>
  reports === null || isYear(reports) ? year : reports.replaceAll(/\d{4}/g, year)

/** How many terms behind a completion its plan's bracket may open. */
const PLAN_REACH = 9

/**
 * `đạt 88,7% kế hoạch (142 HTX)`: the plan itself in brackets behind the percentage.
 * @returns the year of the plan, or null where the figure is no such
 */
export const plannedPeriod = (
  reading: Reading,
  figure: Figure,
  history: History,
): { readonly period: string | null } | null => {
  const last = history.last
  if (last?.draft.measure !== 'plan_completion' || last.figure.bracket === figure.bracket) return null
  if (!opensBracket(reading, figure) || figure.bracket - last.figure.at > PLAN_REACH) return null
  return { period: last.draft.period === null ? null : yearOf(last.draft.period) }
}

/** The year that a period ends in. */
export const yearOf = (period: string): string => (period.split('/').at(-1) ?? period).slice(0, 4)
