import type { Bilingual, Language, Measure, Province, Statement, Unit } from '../contract/index.ts'
import { MEASURE, PER, UNIT_NAME } from '../contract/labels.ts'
import { areaIssues } from './area-issues.ts'
import { type Issue, issue } from './issue.ts'
import { isPeriod } from './period-form.ts'

/** An indicator as far as a statement of it is judged by it. */
export interface IndicatorUnits {
  /** In which units its level is given; the usual one comes first. */
  readonly units: readonly Unit[]
  /** It is an average, so that counted things come in fractions. */
  readonly mean: boolean
  readonly label: Bilingual
}

/** The codes that a statement may use, as the rules know them. */
export interface Codes {
  readonly indicators: ReadonlyMap<string, IndicatorUnits>
  /** The names of provinces, by their codes. */
  readonly areas: ReadonlyMap<string, string>
  readonly provinces: readonly Province[]
}

/** Those of them that a statement is judged by. */
export type JudgingCodes = Pick<Codes, 'indicators' | 'provinces'>

/** What is beyond: a thousand times the money of the country. */
const MOST = 1e18

/** Beyond this percentage, or so many times, no rate goes: ten thousand times the plan. */
const MOST_OF_A_RATE = 1e6

/**
 * Between which numbers a rate is. A share is of a whole; plans are surpassed, and things grow, by more than that. Only money, which may
 * be owed, falls by more than all there was.
 */
const boundsOf = ({ measure, unit }: Pick<Statement, 'measure' | 'unit'>, units: readonly Unit[]): Bounds | null => {
  if (measure === 'share') return { low: 0, high: 100 }
  if (measure === 'change' && unit === 'percent')
    return { low: units.includes('VND') ? -MOST_OF_A_RATE : -100, high: MOST_OF_A_RATE }
  if (measure === 'plan_completion' || unit === 'times') return { low: -MOST_OF_A_RATE, high: MOST_OF_A_RATE }
  return null
}

interface Bounds {
  readonly low: number
  readonly high: number
}

const COUNTED: ReadonlySet<Unit> = new Set(['organisation', 'person', 'class', 'project'])

/** In which units a measure of an indicator is given. */
export const unitsOf = (measure: Measure, units: readonly Unit[]): readonly Unit[] =>
  ({
    // a rate of interest has no indicator of its own
    level: units.includes('other') ? [...new Set<Unit>([...units, 'percent', 'times'])] : units,
    share: ['percent'] as const,
    plan_completion: ['percent'] as const,
    change: [...new Set<Unit>([...units, 'percent', 'times'])],
    multiple: ['times'] as const,
  })[measure]

/**
 * What cannot be of a statement whose attributes each have the right form: a unit that does not fit, a number that no such thing
 * has, a day that is in no calendar, a code that the rules do not know.
 * @param at the part of the request that the attributes stand in
 */
export const statementIssues = (statement: Statement, codes: JudgingCodes, at: string): Issue[] => [
  ...codeIssues(statement, codes, at),
  ...numberIssues(statement, codes, at),
]

const codeIssues = (statement: Statement, codes: JudgingCodes, at: string): Issue[] => {
  const { indicator, measure, unit, period, per, area } = statement
  const known = codes.indicators.get(indicator)
  const units = known === undefined ? [] : unitsOf(measure, known.units)
  const twice = per.find((each, i) => per.indexOf(each) !== i)
  return [
    ...(known === undefined ? [issue(`${at}/indicator`, 'unknown-indicator', { code: indicator })] : []),
    ...(known !== undefined && !units.includes(unit)
      ? [issue(`${at}/unit`, 'unit-misfit', misfit(statement, known.label, units))]
      : []),
    ...(period !== null && !isPeriod(period) ? [issue(`${at}/period`, 'bad-period', { period })] : []),
    ...(twice === undefined ? [] : [issue(`${at}/per`, 'per-twice', { per: PER[twice] })]),
    ...areaIssues(area, codes, `${at}/area`),
  ]
}

const misfit = ({ unit, measure }: Statement, indicator: Bilingual, units: readonly Unit[]) => {
  const names = (language: Language) => units.map(each => `“${UNIT_NAME[each][language]}”`).join(', ')
  return { unit: UNIT_NAME[unit], indicator, measure: MEASURE[measure], units: { vi: names('vi'), en: names('en') } }
}

const numberIssues = ({ value, min, max, ...rest }: Statement, codes: JudgingCodes, at: string): Issue[] => {
  const place = value === undefined ? `${at}/min` : `${at}/value`
  if (value !== undefined && (min !== undefined || max !== undefined)) return [issue(place, 'value-and-range')]
  if (value === undefined && (min === undefined || max === undefined)) return [issue(place, 'no-value')]
  if (min !== undefined && max !== undefined && min >= max) return [issue(place, 'range-backwards', { min, max })]
  const numbers = [value, min, max].filter(n => n !== undefined)
  return numbers.flatMap(n => numberIssue(n, rest, codes, place) ?? []).slice(0, 1)
}

type Rest = Omit<Statement, 'value' | 'min' | 'max'>

const numberIssue = (
  value: number,
  { indicator, unit, measure, per }: Rest,
  codes: JudgingCodes,
  at: string,
): Issue | null => {
  if (Math.abs(value) > MOST) return issue(at, 'value-out-of-reach', { value })
  if (value < 0 && measure !== 'change' && unit !== 'VND') return issue(at, 'value-negative', { value })
  const known = codes.indicators.get(indicator)
  const bounds = known === undefined ? null : boundsOf({ measure, unit }, known.units)
  if (bounds !== null && (value < bounds.low || value > bounds.high))
    return issue(at, 'value-out-of-bounds', { value, measure: MEASURE[measure], ...bounds })
  const averaged = per.length > 0 || (known?.mean ?? false)
  return COUNTED.has(unit) && !averaged && !Number.isInteger(value)
    ? issue(at, 'value-not-whole', { value, unit: UNIT_NAME[unit] })
    : null
}
