import type { Measure, Statement, Unit } from '../contract/index.ts'
import { type Issue, issue } from './issue.ts'
import { isPeriod } from './period-form.ts'

/** An indicator as far as a statement of it is judged by it. */
export interface IndicatorUnits {
  /** In which units its level is given; the usual one comes first. */
  readonly units: readonly Unit[]
  /** It is an average, so that counted things come in fractions. */
  readonly mean: boolean
  readonly label: string
}

/** The codes that a statement may use, as the rules know them. */
export interface Codes {
  readonly indicators: ReadonlyMap<string, IndicatorUnits>
  /** Of provinces. */
  readonly areas: ReadonlySet<string>
}

/** What is beyond: a thousand times the money of the country. */
const MOST = 1e18

const COUNTED: ReadonlySet<Unit> = new Set(['organisation', 'person', 'class', 'project'])

/** In which units a measure of an indicator is given. */
export const unitsOf = (measure: Measure, units: readonly Unit[]): readonly Unit[] =>
  ({
    level: units,
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
export const statementIssues = (statement: Statement, codes: Codes, at: string): Issue[] => [
  ...codeIssues(statement, codes, at),
  ...numberIssues(statement, codes, at),
]

const codeIssues = ({ indicator, measure, unit, period, per, area }: Statement, codes: Codes, at: string): Issue[] => {
  const known = codes.indicators.get(indicator)
  const units = known === undefined ? [] : unitsOf(measure, known.units)
  const twice = per.find((each, i) => per.indexOf(each) !== i)
  return [
    ...(known === undefined ? [issue(`${at}/indicator`, 'unknown-indicator', { code: indicator })] : []),
    ...(known !== undefined && !units.includes(unit)
      ? [issue(`${at}/unit`, 'unit-misfit', { unit, indicator, measure, units: units.join(', ') })]
      : []),
    ...(period !== null && !isPeriod(period) ? [issue(`${at}/period`, 'bad-period', { period })] : []),
    ...(twice === undefined ? [] : [issue(`${at}/per`, 'per-twice', { per: twice })]),
    ...(area !== null && area.code !== null && (area.level !== 'province' || !codes.areas.has(area.code))
      ? [issue(`${at}/area`, 'unknown-area', { code: area.code, level: area.level })]
      : []),
  ]
}

const numberIssues = ({ value, min, max, ...rest }: Statement, codes: Codes, at: string): Issue[] => {
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
  codes: Codes,
  at: string,
): Issue | null => {
  if (Math.abs(value) > MOST) return issue(at, 'value-out-of-reach', { value })
  if (value < 0 && measure !== 'change' && unit !== 'VND') return issue(at, 'value-negative', { value })
  const averaged = per.length > 0 || (codes.indicators.get(indicator)?.mean ?? false)
  return COUNTED.has(unit) && !averaged && !Number.isInteger(value)
    ? issue(at, 'value-not-whole', { value, unit })
    : null
}
