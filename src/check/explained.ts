import type { Figure } from './figure.ts'
import { measuredAlike } from './figures.ts'
import { computedPoint, figuresIn, type Identity, outcomeOf, PERCENT } from './identity.ts'
import { divide, meet, multiply, point, subtract } from './interval.ts'

/** So many figures before a percentage may be what it is a percentage of. */
const LOOKED_AT = 6

/**
 * Whether what does not follow from the figures it was held to follows from others nearby, to which it belongs, then: a
 * percentage from two others of its sentence, a change from two levels of its paragraph, a sum from a figure of another time.
 * A growth is not asked, since one that was taken against the wrong base follows from that.
 */
export const isExplained = (identity: Identity, figures: readonly Figure[]): boolean => {
  const { left } = identity
  const { measure, unit } = left.observation
  if (left.place.cell !== null || outcomeOf(identity) !== 'fails') return false
  const inText = figures.filter(f => f.place.cell === null && f !== left)
  if (unit === 'percent') return (measure === 'share' || measure === 'plan_completion') && isRatioNearby(left, inText)
  return measure === 'change' ? isDifferenceNearby(left, inText) : isSumOfAnother(identity, inText)
}

const isRatioNearby = (left: Figure, figures: readonly Figure[]): boolean => {
  const beside = figures
    .filter(f => f.place.sentence === left.place.sentence && f.observation.unit !== 'percent')
    .sort((a, b) => Math.abs(a.place.start - left.place.start) - Math.abs(b.place.start - left.place.start))
    .slice(0, LOOKED_AT)
  return beside.some(a => beside.some(b => a !== b && measuredAlike(a, b) && isRatio(left, a, b)))
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
      measuredAlike(f, left),
  )
  return levels.some(a => levels.some(b => a !== b && meet(subtract(a.interval, b.interval), left.interval)))
}

/** Parts that add up to the whole of another time are that one's. */
const isSumOfAnother = (identity: Identity, figures: readonly Figure[]): boolean => {
  const { left, right } = identity
  const parts = figuresIn(right)
  if (!parts.some(p => p.observation.sector !== left.observation.sector)) return false
  const sum = computedPoint(identity)
  return figures.some(
    f =>
      f.value === sum &&
      f.observation.subject === left.observation.subject &&
      f.observation.indicator === left.observation.indicator &&
      f.observation.sector === left.observation.sector,
  )
}
