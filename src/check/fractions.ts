import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import { figure, operation } from './identity.ts'

/** A percentage behind the fraction that it says: `23/47 HTX (48,9%)`, `04/05 HTX, đạt 80%`. */
export const FRACTION = 'fraction'

/** What may stand between the two: what is counted, brackets, words for `is`; no further number, no end of a clause. */
const BETWEEN = /^[^.;:()\d]{0,60}(?:[(,]\s*)?(?:(?:chiếm|đạt|bằng|tương đương|tỷ lệ|tỉ lệ)\s*)?$/iu

const EACH = /tương ứng|lần lượt/iu

/** Percentages held to the fraction before them. */
export const fractions = (text: string, figures: readonly Figure[]): Found[] => {
  const inText = figures
    .filter(f => f.place.cell === null && f.number !== null)
    .sort((a, b) => a.place.start - b.place.start)
  return inText.flatMap((percent, i) => {
    const [part, whole] = [inText[i - 2], inText[i - 1]]
    if (part === undefined || whole === undefined || percent.observation.unit !== 'percent') return []
    const { measure } = percent.observation
    if (measure !== 'share' && measure !== 'plan_completion') return []
    if (text.slice(part.printed.end, whole.printed.start) !== '/') return []
    const between = text.slice(whole.printed.end, percent.printed.start)
    // `32/36 lớp, 1.610/1.800 lượt người, tương ứng 88,9% và 89,4%`
    if (!BETWEEN.test(between) || EACH.test(between)) return []
    const right = operation('/', figure(part), figure(whole))
    return [
      {
        identity: { rule: FRACTION, left: percent, relation: '=', right, tolerance: 0 },
        although: null,
      } satisfies Found,
    ]
  })
}
