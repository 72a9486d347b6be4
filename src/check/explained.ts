import type { Figure } from './figure.ts'
import { measuredAlike } from './figures.ts'
import { type Bound, computedPoint, figuresIn, type Identity, outcomeOf, PERCENT } from './identity.ts'
import { divide, meet, multiply, point, subtract } from './interval.ts'

/** So many figures before a percentage may be what it is a percentage of. */
const LOOKED_AT = 6

/**
 * Whether what does not follow from the figures it was held to follows from others nearby, to which it belongs, then: a
 * percentage from two others of its sentence, a change from two levels of its paragraph, a sum from a figure of another time.
 * A growth is not asked, since one that was taken against the wrong base follows from that.
 */
export const isExplained = (identity: Identity, figures: readonly Figure[], text: string): boolean => {
  const { left } = identity
  const { measure, unit } = left.observation
  if (left.place.cell !== null || outcomeOf(identity) !== 'fails') return false
  const inText = figures.filter(f => f.place.cell === null && f !== left)
  if (unit === 'percent') {
    if (!isRatioOf(identity.right)) return false
    if (measure === 'share' && isShareOfAnotherTime(identity, inText)) return true
    return (measure === 'share' || measure === 'plan_completion') && isRatioNearby(left, inText)
  }
  return measure === 'change' ? isDifferenceNearby(left, inText) : isSumOfAnother(identity, inText, text)
}

const isRatioOf = (right: Bound): boolean =>
  right.kind === 'operation' && (right.operator === '/' || isRatioOf(right.left))

const isRatioNearby = (left: Figure, figures: readonly Figure[]): boolean => {
  const beside = figures
    .filter(f => f.place.sentence === left.place.sentence && f.observation.unit !== 'percent')
    .sort((a, b) => Math.abs(a.place.start - left.place.start) - Math.abs(b.place.start - left.place.start))
    .slice(0, LOOKED_AT)
  return beside.some(a => beside.some(b => a !== b && measuredAlike(a, b) && isRatio(left, a, b)))
}

/** The share of a whole that is printed for another time. */
const isShareOfAnotherTime = ({ left, right }: Identity, figures: readonly Figure[]): boolean => {
  const [part, whole] = figuresIn(right)
  if (part === undefined || whole === undefined) return false
  const { subject, indicator, sector } = whole.observation
  return figures.some(
    f =>
      f !== part &&
      f.observation.subject === subject &&
      f.observation.indicator === indicator &&
      f.observation.sector === sector &&
      measuredAlike(f, part) &&
      isRatio(left, part, f),
  )
}

const isRatio = (percent: Figure, a: Figure, b: Figure): boolean => {
  const ratio = divide(a.interval, b.interval)
  return ratio !== null && meet(multiply(ratio, point(PERCENT)), percent.interval)
}

const isDifferenceNearby = (left: Figure, figures: readonly Figure[]): boolean => {
  const levels = figures.filter(
    f =>
      f.place.block === left.place.block &&
      f.observation.measure === 'level' &&
      f.observation.indicator === left.observation.indicator &&
      f.observation.sector === left.observation.sector &&
      f.observation.subject === left.observation.subject &&
      measuredAlike(f, left),
  )
  return levels.some(a => levels.some(b => a !== b && meet(subtract(a.interval, b.interval), left.interval)))
}

/** Where branches are more than the whole by one that stands in brackets behind another: `71 HTX (công nghiệp 58, xây dựng 13)`. */
const isCountedTwice = (text: string, left: Figure, parts: readonly Figure[], sum: number): boolean => {
  const inOrder = parts.toSorted((a, b) => a.place.start - b.place.start)
  const funds = parts.filter(f => f.observation.subject === 'credit_fund').reduce((s, f) => s + f.value, 0)
  const over = [sum - left.value, sum - funds - left.value]
  return inOrder.some((part, i) => {
    const before = inOrder[i - 1]
    if (before === undefined || !over.includes(part.value)) return false
    const between = text.slice(before.printed.end, part.printed.start)
    return between.lastIndexOf('(') > between.lastIndexOf(')')
  })
}

/** Parts that add up to the whole of another time are that one's. */
const isSumOfAnother = (identity: Identity, figures: readonly Figure[], text: string): boolean => {
  const { left, right } = identity
  const parts = figuresIn(right)
  if (!parts.some(p => p.observation.sector !== left.observation.sector)) return false
  const sum = computedPoint(identity)
  if (sum === null) return false
  if (isCountedTwice(text, left, parts, sum)) return true
  return figures.some(
    f =>
      f.value === sum &&
      f.observation.subject === left.observation.subject &&
      f.observation.indicator === left.observation.indicator &&
      f.observation.sector === left.observation.sector,
  )
}
