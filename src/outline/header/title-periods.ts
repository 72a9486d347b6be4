import type { Period } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { anyOf, periodWords } from '../document-rules.ts'

export type Direction = 'reports' | 'plans'

/** A stretch of time that a title names, and whether the title looks back on it or ahead. */
export interface TitlePeriod {
  /** Null where its words leave it to the kind of the document (`công tác năm 2018`). */
  readonly direction: Direction | null
  readonly period: Period
}

const wordsOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])${anyOf(words.map(fold))}(?![\\p{L}])`, 'u')
const REPORTS = wordsOf(periodWords.reports)
const PLANS = wordsOf(periodWords.plans)
const EITHER = wordsOf(periodWords.either)
const ALL = [...periodWords.plans, ...periodWords.reports].map(fold)
const SEGMENT = new RegExp(`[,;:.]\\s|\\s(?:va|&)\\s(?=${anyOf(ALL)})|\\s-\\s(?=\\p{L})`, 'gu')

const YEAR = '((?:19|20)\\d\\d)'
/** A year that may be left out, for words that ask for one. */
const OF_YEAR = `(?: (?:cua )?(?:nam )?${YEAR})?`
const NUMBERS = [
  'mot',
  'hai',
  'ba',
  'bon',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
  ...['ba', 'bon', 'lam', 'sau', 'bay', 'tam', 'chin'].map(n => `muoi ${n}`),
  'hai muoi',
]
const NUMBER = `(\\d{1,2}|${NUMBERS.toReversed().join('|')})`
const QUARTERS = ['i', 'ii', 'iii', 'iv']
const QUARTER = '(iv|i{1,3}|[1-4])'
const FROM_TO = '\\s?(?:-|–|den(?: nam)?)\\s?'

const pad = (month: number): string => String(month).padStart(2, '0')
const numberOf = (text: string): number => (/\d/.test(text) ? Number(text) : NUMBERS.indexOf(text) + 1)
const quarterOf = (text: string): number => (/\d/.test(text) ? Number(text) : QUARTERS.indexOf(text) + 1)

const monthSpan = (year: string, from: number, to: number): Period | null => {
  if (year === '' || from < 1 || to > 12 || from > to) return null
  if (from === 1 && to === 12) return year
  return from === to ? `${year}-${pad(from)}` : `${year}-${pad(from)}/${year}-${pad(to)}`
}

type Read = (year: (written: string | undefined) => string, ...parts: (string | undefined)[]) => Period | null

/** Folded wordings, tried in this order at every place. */
const WORDINGS: readonly [RegExp, Read][] = [
  [
    new RegExp(`${NUMBER} ?(?:thang|t) dau nam${OF_YEAR}`, 'u'),
    (year, n = '', y) => monthSpan(year(y), 1, numberOf(n)),
  ],
  [new RegExp(`${NUMBER} thang(?: nam|/) ?${YEAR}`, 'u'), (year, n = '', y) => monthSpan(year(y), 1, numberOf(n))],
  [
    new RegExp(`${NUMBER} ?(?:thang|t) cuoi nam${OF_YEAR}`, 'u'),
    (year, n = '', y) => monthSpan(year(y), 13 - numberOf(n), 12),
  ],
  [new RegExp(`nua (?:dau nam|nam dau)${OF_YEAR}`, 'u'), (year, y) => monthSpan(year(y), 1, 6)],
  [new RegExp(`nua (?:cuoi nam|nam cuoi)${OF_YEAR}`, 'u'), (year, y) => monthSpan(year(y), 7, 12)],
  [
    new RegExp(`quy ${QUARTER}(?: va(?: quy)?|,|-) ?${QUARTER}(?![\\p{L}\\d])(?:\\s?[/-]\\s?${YEAR}|${OF_YEAR})`, 'u'),
    (year, from = '', to = '', y, z) => monthSpan(year(y ?? z), quarterOf(from) * 3 - 2, quarterOf(to) * 3),
  ],
  [
    new RegExp(`quy ${QUARTER}(?![\\p{L}\\d])(?:\\s?[/-]\\s?${YEAR}|${OF_YEAR})`, 'u'),
    (year, quarter = '', y, z) => monthSpan(year(y ?? z), quarterOf(quarter) * 3 - 2, quarterOf(quarter) * 3),
  ],
  [new RegExp(`${YEAR}${FROM_TO}${YEAR}`, 'u'), (_, from = '', to = '') => (from < to ? `${from}/${to}` : null)],
  [
    new RegExp(`thang (\\d{1,2})(?:\\s?/\\s?| nam )${YEAR}`, 'u'),
    (year, month, y) => monthSpan(year(y), Number(month), Number(month)),
  ],
  [new RegExp(`(?<![\\d/])${YEAR}(?![\\d/])`, 'u'), (_, year = '') => year],
  [new RegExp(`${NUMBER} thang(?: qua)?\\s*$`, 'u'), (year, n = '') => monthSpan(year(undefined), 1, numberOf(n))],
]

/** Laws are told by their year, documents by their date: neither is a period of this document. */
const NO_PERIOD =
  /luat (?:hop tac xa|htx|[\p{L}]+(?: [\p{L}]+){0,3}) (?:nam )?(?:19|20)\d\d|ngay \d{1,2}(?:\s?[/.-]\s?|\s?thang\s?)\d{1,2}(?:\s?[/.-]\s?|\s?nam\s?)\d{4}|\d{1,5}\/(?:19|20)\d\d\/\S+/gu

/** `các năm 2018, 2019 và 2020`: years in turn are one span. */
const YEARS_IN_TURN = new RegExp(`${YEAR}(?:(?:,| va) (?:nam )?(?:19|20)\\d\\d)+`, 'gu')

const asSpan = (list: string): string => {
  const years = (list.match(/\d{4}/g) ?? []).map(Number)
  const [first = 0] = years
  return years.every((year, i) => year === first + i) ? `${first} - ${years.at(-1)}` : list
}

/** The span in the name of somebody's programme is not that of a document which names a year beside it. */
const PROGRAMME_SPAN = new RegExp(`${anyOf(periodWords.programmes.map(fold))}.*?${YEAR}${FROM_TO}${YEAR}`, 'u')

/** `Tổng kết 15 năm thực hiện Nghị quyết số 13-NQ/TW ngày 18/3/2002`: how many years are summed up. */
const SUMMED_UP = new RegExp(
  `${anyOf(periodWords.sumsUp.map(fold))} ${NUMBER} nam ${anyOf(periodWords.carriesOut.map(fold))}`,
  'u',
)

/**
 * The periods of a title or heading (repaired text), in order, each with the direction its part of the title takes.
 * @param issued the year of issue, for months without a year
 */
export const titlePeriods = (title: string, issued: string | null = null): TitlePeriod[] => {
  const whole = fold(title)
  const folded = whole.replace(NO_PERIOD, ' ').replace(YEARS_IN_TURN, asSpan)
  const found: TitlePeriod[] = []
  const summed = summedUp(whole, issued)
  if (summed !== null) found.push({ direction: 'reports', period: summed })
  let inherited: Direction | null = null
  let from = 0
  for (const segment of folded.split(SEGMENT)) {
    const direction: Direction | null = directionOf(segment, inherited)
    inherited = direction
    const period = periodIn(segment, written => written ?? yearNear(folded, from) ?? issued ?? '')
    if (period !== null) found.push({ direction, period })
    from += segment.length
  }
  return found
}

/** The year that a title names next from a place on, else the last before it. */
const yearNear = (folded: string, from: number): string | undefined => {
  const years = [...folded.matchAll(new RegExp(`(?<![\\d/])${YEAR}(?![\\d/])`, 'gu'))]
  return (years.find(m => m.index >= from) ?? years.at(-1))?.[1]
}

/** `tình hình thực hiện kế hoạch` looks back, `kế hoạch phát triển` ahead: the first word decides. */
const directionOf = (segment: string, inherited: Direction | null): Direction | null => {
  const at = (words: RegExp) => words.exec(segment)?.index ?? Number.POSITIVE_INFINITY
  const [back, ahead, either] = [at(REPORTS), at(PLANS), at(EITHER)]
  if (Math.min(back, ahead) === Number.POSITIVE_INFINITY) return either === Number.POSITIVE_INFINITY ? inherited : null
  if (either < back && either < ahead) return null
  return back < ahead ? 'reports' : 'plans'
}

const periodIn = (segment: string, year: (written: string | undefined) => string): Period | null => {
  const own = segment.replace(PROGRAMME_SPAN, ' ')
  const words = new RegExp(`(?<![\\d/])${YEAR}(?![\\d/])`, 'u').test(own) ? own : segment
  for (const [pattern, read] of WORDINGS) {
    const match = pattern.exec(words)
    const period = match === null ? null : read(year, ...match.slice(1))
    if (period !== null) return period
  }
  return null
}

/** From the year of what was carried out where it is as long ago, else so many years back. */
const summedUp = (folded: string, issued: string | null): Period | null => {
  const match = SUMMED_UP.exec(folded)
  if (match === null || issued === null) return null
  const begun = Number(issued) - numberOf(match[1] ?? '')
  const dated = Number(
    /ngay \d{1,2}(?:\s?[/.-]\s?|\s?thang\s?)\d{1,2}(?:\s?[/.-]\s?|\s?nam\s?)(\d{4})/u.exec(folded)?.[1],
  )
  return `${Math.abs(dated - begun) <= 1 ? dated : begun}/${issued}`
}
