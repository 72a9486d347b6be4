import type { ReadObservation } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type FigureTime, isBefore, isPartOf, isPlanOf, isYearOf, sameTime } from './figure-time.ts'
import type { TermSpec } from './formula.ts'
import { distance } from './places.ts'

/** What the figures of an identity share unless its formula says otherwise. */
type Measure = ReadObservation['measure']

const MEASURE: Record<TermSpec['measure'], Measure> = {
  level: 'level',
  completion: 'plan_completion',
  share: 'share',
  change: 'change',
  growth: 'change',
}

const TIME: Record<TermSpec['time'], (anchor: FigureTime, other: FigureTime) => boolean> = {
  same: sameTime,
  before: isBefore,
  plan: isPlanOf,
  year: isYearOf,
  'so-far': isPartOf,
}

/** Whether a figure is taken over a month; a year and no time at all are taken for the same. */
export const isMonthly = ({ per }: Pick<ReadObservation, 'per'>): boolean => per.includes('month')

/** What an average is taken over, whatever the time. */
const overWhat = ({ per }: Pick<ReadObservation, 'per'>): string =>
  per.filter(p => p !== 'month' && p !== 'year').join('/')

/** A change is against the year that it names, else against the year before. */
const isWhen = (time: TermSpec['time'], left: Figure, f: Figure): boolean => {
  if (time !== 'before' || left.compared === null) return TIME[time](left.time, f.time)
  if (left.compared === 'same-period')
    return f.time.year === (left.time.year ?? 0) - 1 && f.time.month !== null && f.time.month === left.time.month
  return f.time.year === left.compared.year && f.time.month === null && f.time.since === null && !f.time.target
}

const PER: Record<TermSpec['per'], (observation: ReadObservation) => boolean> = {
  any: () => true,
  month: isMonthly,
  yearly: o => o.per.includes('year'),
  organisation: o => o.per.includes('organisation'),
  person: o => o.per.includes('person'),
  none: o => o.per.length === 0,
}

/** Whether two figures are measured alike, so that one may be divided by the other or added to it. */
export const measuredAlike = (a: Figure, b: Figure): boolean =>
  a.observation.unit === b.observation.unit &&
  isMonthly(a.observation) === isMonthly(b.observation) &&
  overWhat(a.observation) === overWhat(b.observation)

/** A percentage or the difference itself. */
const saysMeasure = ({ measure, unit }: ReadObservation, wanted: TermSpec['measure']): boolean =>
  measure === MEASURE[wanted] && (wanted === 'change' ? unit !== 'percent' : wanted === 'level' || unit === 'percent')

/** Credit funds are counted among the cooperatives where those are split by branch. */
const isBranchOf = (part: ReadObservation, whole: ReadObservation): boolean =>
  part.subject === whole.subject ||
  (whole.subject === 'cooperative' && part.subject === 'credit_fund' && part.sector === 'credit')

/** All figures of a document, found by what they say. */
export class Figures {
  readonly all: readonly Figure[]
  readonly #byIndicator = new Map<string, Figure[]>()

  constructor(all: readonly Figure[]) {
    this.all = all
    for (const f of all) {
      const known = this.#byIndicator.get(f.observation.indicator)
      if (known === undefined) this.#byIndicator.set(f.observation.indicator, [f])
      else known.push(f)
    }
  }

  of(indicator: string): readonly Figure[] {
    return this.#byIndicator.get(indicator) ?? []
  }

  /** Whether a figure may be the left side of an identity. */
  isLeft(f: Figure, spec: TermSpec): boolean {
    const { observation: o } = f
    if (!saysMeasure(o, spec.measure) || !PER[spec.per](o)) return false
    if (spec.sector === 'total' && o.sector !== null) return false
    return spec.indicator === '@' || (o.indicator === spec.indicator && o.qualifier === null)
  }

  /** The figures that a term may mean beside `left`, the nearest first. */
  find(spec: TermSpec, left: Figure, indicator: string): Figure[] {
    const l = left.observation
    const found = this.of(indicator).filter(f => {
      const o = f.observation
      return (
        f !== left &&
        saysMeasure(o, spec.measure) &&
        isWhen(spec.time, left, f) &&
        PER[spec.per](o) &&
        isWhere(spec.sector, o, l) &&
        o.area?.name === l.area?.name &&
        o.source === l.source &&
        (o.qualifier === null || (indicator === l.indicator && o.qualifier === l.qualifier))
      )
    })
    return unbounded(found)
      .map(f => ({ f, near: distance(left.place, f.place) }))
      .sort((a, b) => a.near - b.near || apart(left, a.f) - apart(left, b.f))
      .map(({ f }) => f)
  }
}

/** A number that is only a bound (`ít nhất 25`) says something where no other does. */
const unbounded = (figures: readonly Figure[]): readonly Figure[] => {
  const exact = figures.filter(({ interval: { low, high } }) => Number.isFinite(low) && Number.isFinite(high))
  return exact.length > 0 ? exact : figures
}

/** What a fund lends goes to cooperatives. */
const isWhose = (o: ReadObservation, left: ReadObservation): boolean =>
  o.subject === left.subject ||
  (left.subject === 'support_fund' && o.subject === 'cooperative' && o.unit === 'organisation')

const isWhere = (where: TermSpec['sector'], o: ReadObservation, left: ReadObservation): boolean => {
  switch (where) {
    case 'same':
      return isWhose(o, left) && o.sector === left.sector
    case 'total':
      return o.subject === left.subject && o.sector === null
    case 'each':
      return isBranchOf(o, left) && o.sector !== null && left.sector === null
  }
}

/** What stands before is what is spoken of; what follows is farther by this factor. */
const BEHIND = 2

const apart = (left: Figure, f: Figure): number => {
  const by = left.place.start - f.place.start
  return by >= 0 ? by : -by * BEHIND
}
