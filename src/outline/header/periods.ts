import type { Period } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { anyOf, periodWords } from '../document-rules.ts'

export type Direction = 'reports' | 'plans'

/** A stretch of time that a title names, and whether the title looks back on it or ahead. */
export interface TitlePeriod {
  readonly direction: Direction | null
  readonly period: Period
}

const REPORTS = new RegExp(`(?<![\\p{L}])${anyOf(periodWords.reports.map(fold))}`, 'u')
const PLANS = new RegExp(`(?<![\\p{L}])${anyOf(periodWords.plans.map(fold))}`, 'u')
const SEGMENT = new RegExp(
  `[,;:.]\\s|\\s(?:va|&)\\s(?=${anyOf([...periodWords.plans, ...periodWords.reports].map(fold))})|\\s-\\s(?=\\p{L})`,
  'gu',
)
const YEAR = '((?:19|20)\\d\\d)'

const pad = (month: number): string => String(month).padStart(2, '0')

/** Folded wordings, tried in this order at every place. */
const WORDINGS: readonly [RegExp, (...parts: string[]) => Period | null][] = [
  [new RegExp(`(\\d{1,2}) thang dau nam ${YEAR}`, 'u'), (months = '', year = '') => monthSpan(year, 1, Number(months))],
  [
    new RegExp(`(\\d{1,2}) thang cuoi nam ${YEAR}`, 'u'),
    (months = '', year = '') => monthSpan(year, 13 - Number(months), 12),
  ],
  [
    new RegExp(`quy (iv|i{1,3}|[1-4])(?:\\s?[/-]\\s?| nam )${YEAR}`, 'u'),
    (quarter = '', year = '') => quarterSpan(year, quarter),
  ],
  [new RegExp(`${YEAR}\\s?-\\s?${YEAR}`, 'u'), (from = '', to = '') => (from < to ? `${from}/${to}` : null)],
  [
    new RegExp(`thang (\\d{1,2})(?:\\s?/\\s?| nam )${YEAR}`, 'u'),
    (month = '', year = '') => monthSpan(year, Number(month), Number(month)),
  ],
  [new RegExp(`(?<![\\d/])${YEAR}(?![\\d/])`, 'u'), (year = '') => year],
]

const monthSpan = (year: string, from: number, to: number): Period | null => {
  if (from < 1 || to > 12 || from > to) return null
  if (from === 1 && to === 12) return year
  return from === to ? `${year}-${pad(from)}` : `${year}-${pad(from)}/${year}-${pad(to)}`
}

const QUARTERS = ['i', 'ii', 'iii', 'iv']
const quarterSpan = (year: string, quarter: string): Period | null => {
  const at = /\d/.test(quarter) ? Number(quarter) - 1 : QUARTERS.indexOf(quarter)
  return monthSpan(year, at * 3 + 1, at * 3 + 3)
}

/** Laws are told by their year, documents by their date: neither is a period of this document. */
const NO_PERIOD =
  /luat (?:hop tac xa|htx|[\p{L}]+(?: [\p{L}]+){0,3}) (?:nam )?(?:19|20)\d\d|ngay \d{1,2}(?:\s?[/.-]\s?|\s?thang\s?)\d{1,2}(?:\s?[/.-]\s?|\s?nam\s?)\d{4}|\d{1,5}\/(?:19|20)\d\d\/\S+/gu

/** The periods of a title or heading (repaired text), in order, each with the direction its part of the title takes. */
export const titlePeriods = (title: string): TitlePeriod[] => {
  const folded = fold(title).replace(NO_PERIOD, ' ')
  const found: TitlePeriod[] = []
  let inherited: Direction | null = null
  for (const segment of folded.split(SEGMENT)) {
    const direction: Direction | null = directionOf(segment) ?? inherited
    inherited = direction
    const period = periodIn(segment)
    if (period !== null) found.push({ direction, period })
  }
  return found
}

/** `tình hình thực hiện kế hoạch` looks back, `kế hoạch phát triển` ahead: the first word decides. */
const directionOf = (segment: string): Direction | null => {
  const back = REPORTS.exec(segment)?.index ?? Number.POSITIVE_INFINITY
  const ahead = PLANS.exec(segment)?.index ?? Number.POSITIVE_INFINITY
  if (back === ahead) return null
  return back < ahead ? 'reports' : 'plans'
}

const periodIn = (segment: string): Period | null => {
  for (const [pattern, read] of WORDINGS) {
    const match = pattern.exec(segment)
    const period = match === null ? null : read(...match.slice(1))
    if (period !== null) return period
  }
  return null
}

/**
 * Months from January that running text reports on most often (`9 tháng đầu năm`), as their number; null where it does so
 * less than three times. Mentions of another year than `year` do not count.
 */
export const monthsReported = (texts: readonly string[], year: string): number | null => {
  const counts = new Map<number, number>()
  for (const text of texts) {
    for (const match of fold(text).matchAll(/(?<!\d)(\d{1,2}) thang dau nam(?: ((?:19|20)\d\d))?/gu)) {
      const months = Number(match[1])
      if (months >= 1 && months <= 11 && (match[2] ?? year) === year) counts.set(months, (counts.get(months) ?? 0) + 1)
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most !== undefined && most[1] >= 3 ? most[0] : null
}
