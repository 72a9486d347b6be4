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

export const BACKWARDS = 'range-backwards'

const DASH = /^[ \u00A0]*[-–][ \u00A0]*$/

/** Ranges whose second figure is below the first: `bình quân 46-18 thành viên`. */
export const rangesBackwards = (text: string, figures: readonly Figure[]): Finding[] => {
  const inText = figures.filter(f => f.place.cell === null).sort((a, b) => a.printed.start - b.printed.start)
  return inText.flatMap((to, i) => {
    const from = inText[i - 1]
    if (from?.number == null || to.number === null || from.value <= to.value) return []
    if (!DASH.test(text.slice(from.printed.end, to.printed.start)) || from.observation.measure !== 'level') return []
    // the first may have lost the unit of the second: `bình quân 46-18 thành viên`
    if (Math.abs(from.number.scale) !== Math.abs(to.number.scale)) return []
    return [
      {
        check: BACKWARDS,
        severity: 'warning',
        expression: [...figureWritten(from), ' > ', ...figureWritten(to)],
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
