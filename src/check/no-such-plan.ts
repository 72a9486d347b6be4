import type { Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import type { Finding } from './finding.ts'
import { divide, multiply, point } from './interval.ts'
import { distance, NEAR } from './places.ts'
import { figureWritten, written } from './write.ts'

export const NO_SUCH_PLAN = 'no-such-plan'

const HUNDRED = 100
const COUNT = { measure: 'level', time: 'same', sector: 'same', per: 'none' } as const

/** Completions of a plan that is not printed, where no whole number planned would give the percentage. */
export const completionsOfNoPlan = (figures: Figures, isChecked: (f: Figure) => boolean): Finding[] =>
  figures.all.flatMap(percent => {
    const { measure, indicator, comparator } = percent.observation
    if (measure !== 'plan_completion' || comparator !== 'eq' || isChecked(percent) || percent.place.cell !== null)
      return []
    const [done] = figures.find({ ...COUNT, indicator }, percent, indicator)
    if (done === undefined || distance(done.place, percent.place) > NEAR.sentence || !isCount(done)) return []
    const planned = divide(multiply(done.interval, point(HUNDRED)), percent.interval)
    if (planned === null || Math.floor(planned.high) >= Math.ceil(planned.low)) return []
    const about = written((done.value * HUNDRED) / percent.value, 1)
    return [
      {
        check: NO_SUCH_PLAN,
        severity: 'note',
        expression: [...figureWritten(done), ' / ', ...figureWritten(percent), ` = ${about}`],
        places: [],
        words: {},
      } as const,
    ]
  })

const isCount = ({ observation: { unit, per }, interval: { low, high } }: Figure): boolean =>
  (unit === 'organisation' || unit === 'person' || unit === 'class') && per.length === 0 && low === high
