import type { Figure } from './figure.ts'
import { sameTime } from './figure-time.ts'
import { isMonthly } from './figures.ts'
import type { Finding } from './finding.ts'
import { meet, point } from './interval.ts'
import { figureWritten } from './write.ts'

export const RANGE = 'range-and-average'

/** Averages of which a section may give the range, too. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  income_per_worker: ['income_per_worker', 'income_per_person', 'income_per_member'],
  income_per_member: ['income_per_member', 'income_per_person'],
  revenue_per_organisation: ['revenue_per_organisation'],
}

/** Averages outside of the range that the same section gives for the same time and branch. */
export const averagesOutsideRange = (figures: readonly Figure[]): Finding[] => {
  const inText = figures.filter(f => f.place.cell === null && f.observation.measure === 'level')
  const ranges = inText.filter(f => f.observation.min !== undefined)
  return inText.flatMap(average => {
    const of = RANGES[average.observation.indicator]
    if (of === undefined || average.observation.value === undefined) return []
    const range = ranges.find(r => of.includes(r.observation.indicator) && isBeside(r, average))
    if (range === undefined || meet(range.interval, point(average.value))) return []
    return [
      {
        check: RANGE,
        severity: 'note',
        expression: [...figureWritten(average), ' ∉ ', ...figureWritten(range)],
        places: [],
        words: {},
      } as const,
    ]
  })
}

const isBeside = (a: Figure, b: Figure): boolean =>
  a.place.sections[0] === b.place.sections[0] &&
  a.observation.subject === b.observation.subject &&
  a.observation.sector === b.observation.sector &&
  a.observation.unit === b.observation.unit &&
  isMonthly(a.observation) === isMonthly(b.observation) &&
  sameTime(a.time, b.time)
