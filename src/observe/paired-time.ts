import type { Period } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import type { History, Settled } from './history.ts'
import { type Reading, tagged } from './reading.ts'
import { endYear, isYears } from './time.ts'

/** How many terms from a run of numbers `lần lượt`, `tương ứng` may stand. */
const REACH = 4

/**
 * The period that a figure has by its place in a run: `các năm 2024, 2025 lần lượt là 14.500 và 12.500 triệu`, `25% vào năm 2020 và
 * 50% vào năm 2025; tốt, khá 55% và 65% tương ứng`, `từ 31,5% năm 2015 lên 58,2% năm 2020; yếu giảm từ 24,6% xuống 8,9%`.
 */
export const pairedPeriod = (reading: Reading, figure: Figure, history: History): Period | null =>
  ofList(reading, figure) ?? ofEarlierRun(reading, figure, history) ?? ofEarlierRise(reading, figure)

/** The n-th year of a list for the n-th of as many numbers behind it. */
const ofList = (reading: Reading, figure: Figure): Period | null => {
  let list = figure.at - 1
  while (list >= figure.sentence.from && !reading.terms[list]?.time) list--
  const years = list < figure.sentence.from ? [] : yearsListed(reading, list)
  if (years.length < 2) return null
  const run: number[] = []
  for (let i = list + 1; i < figure.sentence.to && !tagged(reading, i, 'Semicolon') && !reading.terms[i]?.time; i++)
    if (isAlike(reading, i, figure)) run.push(i)
  const year = years[run.indexOf(figure.at)]
  return run.length === years.length && year !== undefined ? String(year) : null
}

/** `các năm 2018, 2019 và 2020`; `ba năm lần lượt là`: the years that the document reports on, where they are as many. */
const yearsListed = ({ terms, document: { reports } }: Reading, at: number): readonly number[] => {
  const time = terms[at]?.time
  if (time?.kind === 'years') return time.years
  if (time?.kind !== 'lasting' || time.years === null || reports === null || !isYears(reports)) return []
  const [first, last] = [Number(reports.slice(0, 4)), endYear(reports)]
  return last - first === time.years - 1 ? Array.from({ length: time.years }, (_, n) => first + n) : []
}

const isAlike = (reading: Reading, at: number, { quantity }: Figure): boolean => {
  const other = reading.terms[at]?.quantity
  return other !== undefined && (other.unit === quantity.unit || other.unit === null || quantity.unit === null)
}

/** Numbers of one unit that `và` or a comma joins, the figure among them. */
const runOf = (reading: Reading, figure: Figure): number[] => {
  const joins = (i: number) =>
    reading.terms[i]?.key === 'va' || ['Comma', 'Comparator'].some(tag => tagged(reading, i, tag))
  const run = [figure.at]
  for (const step of [-1, 1])
    for (let i = figure.at + step; i >= figure.sentence.from && i < figure.sentence.to; i += step) {
      if (isAlike(reading, i, figure)) run[step < 0 ? 'unshift' : 'push'](i)
      else if (!joins(i)) break
    }
  return run
}

/** `tương ứng` beside a run of numbers: each has the period of the figure before that stands in its place. */
const ofEarlierRun = (reading: Reading, figure: Figure, history: History): Period | null => {
  const run = runOf(reading, figure)
  const [first] = run
  const last = run.at(-1)
  if (run.length < 2 || first === undefined || last === undefined) return null
  const says = (i: number) =>
    i >= figure.sentence.from && i < figure.sentence.to && ['Respectively', 'Equals'].some(t => tagged(reading, i, t))
  const said = Array.from({ length: REACH }, (_, n) => says(first - 1 - n) || says(last + 1 + n)).some(Boolean)
  if (!said) return null
  const earlier = dated(history, first).slice(-run.length)
  const periods = new Set(earlier.map(s => s.draft.period))
  return periods.size === run.length ? (earlier[run.indexOf(figure.at)]?.draft.period ?? null) : null
}

/** `từ A lên B` without years of its own rises from the earlier to the later of the years that the text compared before. */
const ofEarlierRise = (reading: Reading, figure: Figure): Period | null => {
  const rise = riseOf(reading, figure.at)
  if (rise === null) return null
  const years = yearsBefore(reading, rise.from)
  if (years.length < 2) return null
  return String(figure.at === rise.from ? Math.min(...years) : Math.max(...years))
}

/** What may stand between the beginning of a rise and `lên` beside its counter: `từ 31% tăng lên 38,6%`. */
const IN_RISE = ['Increase', 'Decrease', 'Per', 'Percent', 'Money', 'Comparator'] as const

/** How many terms from its beginning a rise may end. */
const RISE = 6

/** Where the rise begins and ends that a number is one end of; null where its words name a time. */
const riseOf = (reading: Reading, at: number): { from: number; to: number } | null => {
  const { terms } = reading
  for (let from = at; from > 0 && from >= at - RISE; from--) {
    if (!terms[from]?.quantity || !tagged(reading, from - 1, 'FromWord')) continue
    let raise = from + 1
    const passes = (i: number) =>
      terms[i]?.entry?.counts !== undefined || IN_RISE.some(tag => tagged(reading, i, tag)) || terms[i]?.key === 'con'
    while (raise < from + RISE && !tagged(reading, raise, 'RaiseTo') && passes(raise)) raise++
    if (!tagged(reading, raise, 'RaiseTo')) return null
    let to = raise + 1
    while (tagged(reading, to, 'RaiseTo') || tagged(reading, to, 'Comparator') || terms[to]?.key === 'con') to++
    if (!terms[to]?.quantity || (at !== from && at !== to)) return null
    let end = to + 1
    while (end < to + RISE && !tagged(reading, end, 'Break') && !tagged(reading, end, 'Stop') && !terms[end]?.time)
      end++
    return terms[end]?.time ? null : { from, to }
  }
  return null
}

/** The two years nearest before a place of the block, where they differ. */
const yearsBefore = (reading: Reading, before: number): number[] => {
  const years = new Set<number>()
  for (let i = before - 1; i >= 0 && years.size < 2; i--) {
    const time = reading.terms[i]?.time
    if (time?.kind === 'year' && time.year !== null) years.add(time.year)
    else if (time?.kind === 'years') for (const year of time.years) years.add(year)
  }
  return [...years]
}

/** The figures right before a place whose own words named their periods, without a gap. */
const dated = (history: History, before: number): Settled[] => {
  const found: Settled[] = []
  history.latest(s => {
    if (s.figure.at >= before) return false
    if (s.draft.because.period?.from !== 'clause') return true
    found.unshift(s)
    return false
  })
  return found
}
