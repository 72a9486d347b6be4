import type { ReadObservation } from '../contract/index.ts'

/**
 * When a figure holds, as far as sums are concerned. A year and its end are one; the first months of a year are told by the
 * month they reach to, whether the figure is of the span or of a day in it. What happened and what is estimated are one
 * column of the plan, what is aimed at another.
 */
export interface FigureTime {
  /** The year, or the last one of a span. */
  readonly year: number | null
  /** The month that the first part of a year reaches to; null for a whole year. */
  readonly month: number | null
  /** The first year of a span of several. */
  readonly since: number | null
  readonly target: boolean
}

const LAST_MONTH = 12

/** The time of an observation. */
export const timeOf = ({ period, status }: Pick<ReadObservation, 'period' | 'status'>): FigureTime => {
  const target = status === 'target'
  if (period === null) return { year: null, month: null, since: null, target }
  const [first = '', last = first] = period.split('/')
  const [year, month] = last.split('-').map(Number)
  const since = Number(first.slice(0, 4))
  return {
    year: year ?? null,
    month: month === undefined || month === LAST_MONTH ? null : month,
    since: since === year ? null : since,
    target,
  }
}

export const sameTime = (a: FigureTime, b: FigureTime): boolean =>
  a.year === b.year && a.month === b.month && a.since === b.since && a.target === b.target

/** Whether `b` is the end of the year before `a`'s, as it was or as it was estimated. */
export const isBefore = (a: FigureTime, b: FigureTime): boolean =>
  a.year !== null && a.since === null && b.since === null && b.year === a.year - 1 && b.month === null && !b.target

/** Whether `b` is the plan for the year of `a`. */
export const isPlanOf = (a: FigureTime, b: FigureTime): boolean =>
  !a.target && a.since === null && b.since === null && b.year === a.year && b.month === null && b.target

/** Whether `b` is the whole year of which `a` is the first part. */
export const isYearOf = (a: FigureTime, b: FigureTime): boolean =>
  a.month !== null && a.year === b.year && b.month === null && b.since === null && a.target === b.target

export const isPartOf = (a: FigureTime, b: FigureTime): boolean => isYearOf(b, a)
