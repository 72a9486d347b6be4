import type { Figure } from './figure.ts'
import { sameTime } from './figure-time.ts'
import type { Finding } from './finding.ts'
import { add, meet, point } from './interval.ts'
import { figureWritten, written } from './write.ts'

export const SHARES = 'shares-of-a-whole'

/** What names the rest of a whole, so that all of it is there. */
const REST = /(?:^|[\s,;])(?:khác|còn lại|số còn lại)(?=$|[\s,;.])/iu
const WHOLE = 100

/** Shares of one whole in a sentence, the last of them of all the others, that do not make up the whole. */
export const sharesOfAWhole = (text: string, figures: readonly Figure[]): Finding[] => {
  const shares = figures
    .filter(f => f.observation.measure === 'share' && f.observation.comparator === 'eq' && f.place.cell === null)
    .sort((a, b) => a.place.start - b.place.start)
  return runsOf(text, shares).flatMap(run => {
    const [before, last] = run.slice(-2)
    if (before === undefined || last === undefined) return []
    if (!REST.test(text.slice(before.printed.end, last.printed.start))) return []
    const sum = run.map(f => f.interval).reduce(add)
    if (meet(sum, point(WHOLE))) return []
    const total = run.reduce((s, f) => s + f.value, 0)
    return [
      {
        check: SHARES,
        severity: 'warning',
        expression: [
          ...run.flatMap((f, i) => [...(i === 0 ? [] : [' + ']), ...figureWritten(f)]),
          ` = ${written(total, 2)} % ≠ 100 %`,
        ],
        places: [],
        words: {},
      } as const,
    ]
  })
}

/** Neighbouring shares of one figure in one sentence, also over a page break. */
const runsOf = (text: string, shares: readonly Figure[]): Figure[][] => {
  const runs: Figure[][] = []
  for (const f of shares) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && isOfOneWhole(last, f) && isOneSentence(text, last, f)) run.push(f)
    else runs.push([f])
  }
  return runs
}

/** A sentence may go on over a page break, where the text is in pieces. */
const isOneSentence = (text: string, a: Figure, b: Figure): boolean =>
  b.printed.start - a.printed.end < LONGEST && !/[.!?]\s+\p{Lu}/u.test(text.slice(a.printed.end, b.printed.start))

const LONGEST = 300

const isOfOneWhole = (a: Figure, b: Figure): boolean =>
  a.observation.indicator === b.observation.indicator &&
  a.observation.subject === b.observation.subject &&
  sameTime(a.time, b.time)
