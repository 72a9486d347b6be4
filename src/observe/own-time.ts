import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import { type Reading, tagged } from './reading.ts'

/** A period that a figure's own words name. */
export interface OwnTime {
  readonly term: Term
  readonly at: number
  /** Behind the number it holds for this number only; before it, for those that follow as well. */
  readonly behind: boolean
}

/** Which of the dates in special use may date a figure. */
export interface Datable {
  /** It counts foundings, which the year of a founding dates. */
  readonly founding: boolean
  /** It is to be reached, and a date before which dates it. */
  readonly planned: boolean
}

/** The period nearest to a figure among its own words. */
export const ownTime = (reading: Reading, figure: Figure, datable: Datable): OwnTime | null => {
  const { terms } = reading
  const before = timeBefore(reading, figure, datable)
  let behind: number | null = null
  const last = figure.second?.at ?? figure.at
  for (let i = last + 1; i < figure.high && behind === null; i++)
    if (isFree(reading, i, datable) && terms[i]?.time?.kind !== 'same-period') behind = i
  if (behind !== null && opensNext(reading, figure, last, behind)) behind = null
  // `1,9 tỷ đồng (năm 2020)`, `2.104 triệu đồng (2019)`: nothing else stands in the bracket
  const bracketed = tagged(reading, figure.high, 'Open') && tagged(reading, figure.high + 2, 'Close')
  if (behind === null && bracketed && isFree(reading, figure.high + 1, datable)) behind = figure.high + 1
  // `từ 31,5% năm 2015 lên 58,2% năm 2020`: what stands right behind the last number is that number's
  const lent =
    before !== null &&
    before <= figure.low + 1 &&
    terms[figure.outerLow - 1]?.quantity !== undefined &&
    !tagged(reading, figure.low, 'Break')
  const at = before !== null && !(lent && behind !== null) ? before : behind
  const term = at === null ? undefined : terms[at]
  return term && at !== null ? { term, at, behind: at > figure.at } : null
}

/** How many terms behind its number a period may stand that goes on to another number. */
const BEHIND = 4

/** `năm 2002 có 128 HTX với 100 nghìn xã viên …, thì đến tháng 9/2022 đã có 196 HTX`: a time on the way to the next number. */
const opensNext = ({ terms }: Reading, figure: Figure, last: number, at: number): boolean => {
  if (at - last <= BEHIND || at + 1 >= figure.high) return false
  return terms.slice(at + 1, figure.high).some(t => t.quantity !== undefined)
}

/** A period that stands before the bracket which the figure opens. */
export const timeOutside = (reading: Reading, figure: Figure): Term | null => {
  for (let i = figure.bracket - 1; i >= figure.outerLow; i--)
    if (isFree(reading, i, NEITHER)) return reading.terms[i] ?? null
  return null
}

const NEITHER: Datable = { founding: false, planned: false }

/** Whether the period at `at` may be that of a figure. */
const isFree = ({ terms, rules: { vocabulary: v } }: Reading, at: number, { founding, planned }: Datable): boolean => {
  const term = terms[at]
  if (term?.time === undefined || hasTag(term.tags, v.id.Baseline)) return false
  return (founding || !hasTag(term.tags, v.id.Founding)) && (planned || !hasTag(term.tags, v.id.Deadline))
}

/** How many terms behind a number its own period may stand. */
const ADJOINING = 2

/** The nearest period before a figure; brackets that closed before it are stepped over unless they hold nothing else. */
const timeBefore = (reading: Reading, figure: Figure, datable: Datable): number | null => {
  // `từ 3,4% năm 2002 giảm còn 0,52%`: the year is that of the first number
  let raised = false
  for (let i = figure.at - 1; i >= figure.low; i--) {
    if (tagged(reading, i, 'Close')) {
      const open = openingOf(reading, i)
      // `Tại thời điểm triển khai Nghị quyết (năm 2002), cả tỉnh có 389 HTX`
      const explains = open === i - 2 && open > figure.low && isFree(reading, i - 1, datable)
      if (explains && reading.terms[i - 1]?.time?.kind !== 'day') return i - 1
      i = open
    } else if (isFree(reading, i, datable)) return raised && i - figure.outerLow <= ADJOINING ? null : i
    else if (tagged(reading, i, 'RaiseTo')) raised = reading.terms[figure.outerLow - 1]?.quantity !== undefined
  }
  return null
}

/** Index of the bracket that a closing one closes. */
const openingOf = (reading: Reading, close: number): number => {
  let depth = 0
  for (let i = close; i >= 0; i--) {
    if (tagged(reading, i, 'Close')) depth++
    if (tagged(reading, i, 'Open') && --depth === 0) return i
  }
  return -1
}
