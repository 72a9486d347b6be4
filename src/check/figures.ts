import type { ReadObservation } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type FigureTime, isBefore, isPartOf, isPlanOf, isYearOf, sameTime } from './figure-time.ts'
import type { TermSpec } from './formula.ts'
import { put } from './groups.ts'
import { Nearest } from './nearest.ts'

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

/** All that a left side says of which figures may be meant beside it: where it is the same, the same figures may be. */
interface Anchor extends Pick<Figure, 'time' | 'compared'> {
  readonly observation: Pick<ReadObservation, 'subject' | 'sector' | 'source' | 'area'>
}

const anchorOf = ({ time, compared, observation }: Figure): Anchor => {
  const { subject, sector, source, area } = observation
  return { time, compared, observation: { subject, sector, source, area } }
}

/** A change is against the year that it names, else against the year before. */
const isWhen = (time: TermSpec['time'], left: Anchor, f: Figure): boolean => {
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
const isBranchOf = (part: ReadObservation, whole: Anchor['observation']): boolean =>
  part.subject === whole.subject ||
  (whole.subject === 'cooperative' && part.subject === 'credit_fund' && part.sector === 'credit')

/** All figures of a document, found by what they say. */
export class Figures {
  readonly all: readonly Figure[]
  readonly #byIndicator = new Map<string, Figure[]>()
  readonly #byPlace = new Map<string, Figure[]>()
  readonly #order = new Map<Figure, number>()
  readonly #askers = new Map<Figure, Asker>()
  readonly #byAnchor = new Map<string, Map<string, Meant>>()

  constructor(all: readonly Figure[]) {
    this.all = all
    for (const [i, f] of all.entries()) {
      const { indicator, qualifier } = f.observation
      this.#order.set(f, i)
      put(this.#byIndicator, indicator, f)
      put(this.#byPlace, placeOf(indicator, qualifier, f.observation), f)
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

  /** The figures that a term may mean beside `left`, the nearest first; they are looked for as they are asked for. */
  find(spec: TermSpec, left: Figure, indicator: string): Iterable<Figure> {
    return this.#beside(spec, left, indicator)?.to(left) ?? []
  }

  /** Those of them that may add up to `left`: of its own column or the text, else of where the nearest one elsewhere stands. */
  zone(spec: TermSpec, left: Figure, indicator: string): readonly Figure[] {
    const beside = this.#beside(spec, left, indicator)
    const own = beside?.zone(left.place) ?? []
    if (beside === null || own.length > 1) return own
    const elsewhere = beside.elsewhere(left.place)
    return elsewhere === null ? [] : beside.zone(elsewhere.place)
  }

  /** A number that is only a bound (`ít nhất 25`) says something where no other does. */
  #beside(spec: TermSpec, left: Figure, indicator: string): Nearest | null {
    const { exact, bounds } = this.#meantBy(spec, left, indicator)
    if (exact.size > (exact.has(left) ? 1 : 0)) return exact
    return bounds.size > (bounds.has(left) ? 1 : 0) ? bounds : null
  }

  #meantBy(spec: TermSpec, left: Figure, indicator: string): Meant {
    const { anchor, own, other } = this.#asker(left)
    const known = indicator === left.observation.indicator ? own : other
    const asked = `${keyOf(spec)} ${indicator}`
    const found = known.get(asked)
    if (found !== undefined) return found
    const all = this.#candidates(left.observation, indicator).filter(f => isMeant(spec, anchor, f))
    const isExact = ({ interval: { low, high } }: Figure) => Number.isFinite(low) && Number.isFinite(high)
    const meant = { exact: new Nearest(all.filter(isExact)), bounds: new Nearest(all.filter(f => !isExact(f))) }
    known.set(asked, meant)
    return meant
  }

  /** A qualified figure is meant only beside one of its own indicator with the same qualifier. In the order of `all`. */
  #candidates(left: ReadObservation, indicator: string): readonly Figure[] {
    const plain = this.#byPlace.get(placeOf(indicator, null, left)) ?? []
    if (left.qualifier === null || indicator !== left.indicator) return plain
    const qualified = this.#byPlace.get(placeOf(indicator, left.qualifier, left)) ?? []
    return [...plain, ...qualified].sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0))
  }

  #asker(left: Figure): Asker {
    const known = this.#askers.get(left)
    if (known !== undefined) return known
    const anchor = anchorOf(left)
    const { indicator, qualifier } = left.observation
    const key = anchorKey(anchor)
    const asker = { anchor, own: this.#shared(`${key}|${indicator}|${qualifier}`), other: this.#shared(key) }
    this.#askers.set(left, asker)
    return asker
  }

  #shared(key: string): Map<string, Meant> {
    const known = this.#byAnchor.get(key) ?? new Map<string, Meant>()
    this.#byAnchor.set(key, known)
    return known
  }
}

/** What matters of a left side whatever is asked; its qualifier does only where its own indicator is asked for. */
const anchorKey = ({ time: t, compared, observation: o }: Anchor): string =>
  [
    ...[o.subject, o.sector, o.source, o.area?.name, t.year, t.month, t.since, t.target],
    compared === null || compared === 'same-period' ? compared : compared.year,
  ].join('|')

/** A left side with what terms mean beside it and all that say the same, as far as somebody asked. */
interface Asker {
  readonly anchor: Anchor
  /** Of terms with its own indicator, and with another. */
  readonly own: Map<string, Meant>
  readonly other: Map<string, Meant>
}

const KEYS = new WeakMap<TermSpec, string>()

/** What a term says beside its indicator. */
const keyOf = (spec: TermSpec): string => {
  const known = KEYS.get(spec)
  if (known !== undefined) return known
  const { measure, time, sector, per } = spec
  const key = [measure, time, sector, per].join(' ')
  KEYS.set(spec, key)
  return key
}

interface Meant {
  readonly exact: Nearest
  readonly bounds: Nearest
}

const isMeant = (spec: TermSpec, left: Anchor, f: Figure): boolean => {
  const o = f.observation
  const l = left.observation
  return saysMeasure(o, spec.measure) && isWhen(spec.time, left, f) && PER[spec.per](o) && isWhere(spec.sector, o, l)
}

/** Figures of another place or source are never meant. */
const placeOf = (
  indicator: string,
  qualifier: string | null,
  { area, source }: Pick<ReadObservation, 'area' | 'source'>,
): string => [indicator, area?.name, source, qualifier].join('|')

/** What a fund lends goes to cooperatives. */
const isWhose = (o: ReadObservation, left: Anchor['observation']): boolean =>
  o.subject === left.subject ||
  (left.subject === 'support_fund' && o.subject === 'cooperative' && o.unit === 'organisation')

const isWhere = (where: TermSpec['sector'], o: ReadObservation, left: Anchor['observation']): boolean => {
  switch (where) {
    case 'same':
      return isWhose(o, left) && o.sector === left.sector
    case 'total':
      return o.subject === left.subject && o.sector === null
    case 'each':
      return isBranchOf(o, left) && o.sector !== null && left.sector === null
  }
}
