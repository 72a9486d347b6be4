import { reportingYear } from './document-time.ts'
import type { Figure } from './figure.ts'
import { isBase } from './head.ts'
import { type History, isLevel } from './history.ts'
import { type Reading, tagged } from './reading.ts'
import { isYear, isYears, periodOf } from './time.ts'

/** Nothing but comparators stands between the opening bracket and the figure. */
const opensBracket = (reading: Reading, figure: Figure): boolean => {
  if (figure.bracket < 0) return false
  for (let i = figure.bracket + 1; i < figure.at; i++) if (!tagged(reading, i, 'Comparator')) return false
  return true
}

/**
 * `so với năm 2020 (1.800 triệu đồng)`: the bracketed figure is that of the period compared with.
 * @returns its period (null where no year is known), or null where the figure is no such
 */
export const comparedPeriod = (reading: Reading, figure: Figure): { readonly period: string | null } | null => {
  const before = reading.terms[figure.bracket - 1]
  if (!before?.time || !opensBracket(reading, figure) || !tagged(reading, figure.bracket - 1, 'Baseline')) return null
  // `bằng 70% kế hoạch cả năm (10 HTX)` is the plan
  if (tagged(reading, figure.bracket - 2, 'PlanWord') || tagged(reading, figure.bracket - 2, 'TargetWord')) return null
  const period = periodOf(before.time, reportingYear(reading.document))
  if (before.time.kind !== 'same-period' || period === null) return { period }
  return { period: sameMonths(reading.document.reports, period) }
}

/** The months reported on, in another year. */
const sameMonths = (reports: string | null, year: string): string =>
  reports === null || isYear(reports) ? year : reports.replaceAll(/\d{4}/g, year)

/** How many terms behind a completion its plan's bracket may open. */
const PLAN_REACH = 9

/** How many terms may stand between `kế hoạch` and the number that it names: `chỉ tiêu được giao là`. */
const NAMING = 4

/** How many terms before `kế hoạch` the words may stand that measure something by it. */
const MEASURING = 6

/**
 * The plan that a figure is measured by: `đạt 88,7% kế hoạch (142 HTX)`, `vượt 4 HTX so với chỉ tiêu giao là 20 HTX`, `so với mục tiêu
 * 340 HTX`.
 * @returns the period of the plan, or null where the figure is no such
 */
export const plannedPeriod = (
  reading: Reading,
  figure: Figure,
  history: History,
): { readonly period: string | null } | null => {
  const { last } = history
  if (!last || last.figure.sentence.from !== figure.sentence.from) return null
  const completes = last.draft.measure === 'plan_completion' && last.figure.bracket !== figure.bracket
  const behind = completes && opensBracket(reading, figure) && figure.bracket - last.figure.at <= PLAN_REACH
  if (!behind && !isMeasuredBy(reading, figure)) return null
  // of the figure that is measured by it
  const { period } = (behind ? last : (history.latest(s => isLevel(s) && !isBase(s)) ?? last)).draft
  return { period: period === null || isYears(period) ? period : yearOf(period) }
}

const PARTING = ['Comma', 'Semicolon', 'Stop', 'Close', 'EstimateWord', 'ExpectedWord'] as const

/** A plan is named right before the figure, and right before that plan something that is compared with it. */
const isMeasuredBy = (reading: Reading, figure: Figure): boolean => {
  const isPlan = (i: number) => tagged(reading, i, 'PlanWord') || tagged(reading, i, 'TargetWord')
  let plan = figure.at - 1
  while (figure.at - plan <= NAMING && !isPlan(plan)) {
    const term = reading.terms[plan]
    // `đạt 93,2% KH (ước cả năm: 44 HTX)` names another figure
    const parted = PARTING.some(tag => tagged(reading, plan, tag))
    if (!term || term.quantity || parted || (tagged(reading, plan, 'Open') && plan < figure.at - 1)) return false
    plan--
  }
  if (!isPlan(plan)) return false
  for (let i = plan - 1; i >= Math.max(figure.sentence.from, plan - MEASURING); i--) {
    if (['Semicolon', 'Stop'].some(tag => tagged(reading, i, tag))) return false
    if (tagged(reading, i, 'ComparedTo') || reading.terms[i]?.quantity?.unit === 'percent') return true
    if (reading.terms[i]?.quantity && !tagged(reading, i - 1, 'Exceed')) return false
  }
  return false
}

/** The year that a period ends in. */
export const yearOf = (period: string): string => (period.split('/').at(-1) ?? period).slice(0, 4)
