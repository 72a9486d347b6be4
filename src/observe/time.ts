import type { Period } from '../contract/index.ts'
import type { TimeExpression } from '../lex/term.ts'

const two = (n: number) => String(n).padStart(2, '0')

/**
 * A stretch of time in the contract's form.
 * @param year the year meant where the words name none
 * @returns null where no year is known
 */
export const periodOf = (time: TimeExpression, year: number | null): Period | null => {
  switch (time.kind) {
    case 'span':
      return `${time.from}/${time.to}`
    case 'years':
      return ofYears(time.years)
    case 'since':
      return year === null ? null : year > time.year ? `${time.year}/${year}` : String(time.year)
    case 'now':
    case 'lasting':
    case 'span-end':
    case 'to-date':
      return null
    case 'same-period': {
      const y = time.year ?? (year === null ? null : year - 1)
      return y === null ? null : String(y)
    }
    case 'year': {
      const y = time.year ?? (year === null ? null : year + time.offset)
      return y === null ? null : String(y)
    }
    case 'months': {
      const y = time.year ?? year
      if (y === null) return null
      return time.from === 1 && time.to === 12 ? String(y) : `${y}-${two(time.from)}/${y}-${two(time.to)}`
    }
    case 'month': {
      const y = time.year ?? year
      if (y === null) return null
      // the end of the year is the year
      return time.month === 12 ? String(y) : `${y}-${two(time.month)}`
    }
    case 'day': {
      const y = time.year ?? year
      if (y === null) return null
      return time.month === 12 && time.day === 31 ? String(y) : `${y}-${two(time.month)}-${two(time.day)}`
    }
  }
}

/** Years that follow one another are a span; of others the first is meant. */
const ofYears = (years: readonly number[]): Period | null => {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return null
  return last - first === years.length - 1 ? `${first}/${last}` : String(first)
}

/** Last year of a period. */
export const endYear = (period: Period): number => Number((period.split('/')[1] ?? period).slice(0, 4))

/** A whole calendar year, and nothing more exact. */
export const isYear = (period: Period): boolean => /^\d{4}$/.test(period)

/** A span of calendar years. */
export const isYears = (period: Period): boolean => /^\d{4}\/\d{4}$/.test(period)

export const isDay = (period: Period): boolean => /^\d{4}-\d\d-\d\d$/.test(period)
