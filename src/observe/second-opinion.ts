import { featuresOf } from '../learned/features.ts'
import type { Figure } from './figure.ts'
import type { History } from './history.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './named.ts'
import { numberSpan, type Reading } from './reading.ts'

/** How far the model must be ahead to be heard against a rule that matched the figure's own words; see decision 004. */
const AGAINST_RULE = 300
/** Against what another figure, a label or a heading lent. */
const AGAINST_LENT = 80
/** Where nothing named the indicator but the unit. */
const AGAINST_NOTHING = 20

const NEEDED: Record<Named['distance'], number> = {
  own: AGAINST_RULE,
  figure: AGAINST_RULE,
  lead: AGAINST_LENT,
  context: AGAINST_LENT,
  none: AGAINST_NOTHING,
}

/**
 * Asks the model that was learned from labelled documents what a figure measures. Where it contradicts the rules and is sure
 * enough, it is followed; where it is not, the record says so, and is trusted less.
 */
export const secondOpinion = (
  reading: Reading,
  figure: Figure,
  measure: MeasureHit,
  named: Named,
  history: History,
): Named => {
  const { rules } = reading
  if (rules.learned === null) return named
  const before = history.last?.draft.indicator ?? null
  const features = featuresOf(reading, figure, measure.rule.measure, before)
  const { unit } = figure.quantity
  const opinion = rules.learned.judge(features, numberSpan(reading, figure.at), code => {
    const own = rules.indicators.get(code)?.unit
    return unit === null || unit === 'percent' || unit === 'times' || own === unit || own === named.indicator?.unit
  })
  if (opinion === null || opinion.label === named.indicator?.code) return named
  const indicator = rules.indicators.get(opinion.label)
  if (indicator === undefined || opinion.margin < NEEDED[named.distance])
    return { ...named, reason: { ...named.reason, contradicted: opinion.label } }
  return { ...named, indicator, rule: null, reason: { from: 'learned', ...numberSpan(reading, figure.at) } }
}
