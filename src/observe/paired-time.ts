import type { Period } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import type { History, Settled } from './history.ts'
import { type Reading, tagged } from './reading.ts'

/** How many terms from a run of numbers `lần lượt`, `tương ứng` may stand. */
const REACH = 4

/** How many figures back the years of a rise may be named that the next one takes over. */
const RISE = 3

/**
 * The period that a figure has by its place in a run: `các năm 2024, 2025 lần lượt là 14.500 và 12.500 triệu`, `25% vào năm 2020 và
 * 50% vào năm 2025; tốt, khá 55% và 65% tương ứng`, `từ 31,5% năm 2015 lên 58,2% năm 2020; yếu giảm từ 24,6% xuống 8,9%`.
 */
export const pairedPeriod = (reading: Reading, figure: Figure, history: History): Period | null =>
  ofList(reading, figure) ?? ofEarlierRun(reading, figure, history) ?? ofEarlierRise(reading, figure, history)

/** The n-th year of a list for the n-th of as many numbers behind it. */
const ofList = (reading: Reading, figure: Figure): Period | null => {
  let list = figure.at - 1
  while (list >= figure.sentence.from && !reading.terms[list]?.time) list--
  const time = reading.terms[list]?.time
  if (list < figure.sentence.from || time?.kind !== 'years') return null
  const run: number[] = []
  for (let i = list + 1; i < figure.sentence.to && !tagged(reading, i, 'Semicolon') && !reading.terms[i]?.time; i++)
    if (isAlike(reading, i, figure)) run.push(i)
  const year = time.years[run.indexOf(figure.at)]
  return run.length === time.years.length && year !== undefined ? String(year) : null
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

/** `từ A lên B` without years of its own rises from the first year of the rise before to its last. */
const ofEarlierRise = (reading: Reading, figure: Figure, history: History): Period | null => {
  const start = tagged(reading, figure.at - 1, 'FromWord') && tagged(reading, figure.at + 1, 'RaiseTo')
  const end = isRaisedTo(reading, figure)
  if (!start && !end) return null
  const before = end ? (history.last?.figure.at ?? figure.at) : figure.at
  const rise = dated(history, before).slice(-RISE)
  const [from] = rise
  const to = rise.at(-1)
  if (!from || !to || from.draft.period === to.draft.period || from.figure.sentence.from !== to.figure.sentence.from)
    return null
  return (start ? from : to).draft.period
}

/** The number right before is where the rise begins. */
const isRaisedTo = (reading: Reading, figure: Figure): boolean => {
  let at = figure.at - 1
  if (!tagged(reading, at, 'RaiseTo')) return false
  while (tagged(reading, at, 'RaiseTo')) at--
  return reading.terms[at]?.quantity !== undefined && tagged(reading, at - 1, 'FromWord')
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
