import type { Measure } from '../contract/index.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import { amountOf } from './amount.ts'
import { confidenceOf } from './confidence.ts'
import { type Draft, draftOf } from './draft.ts'
import type { Figure } from './figure.ts'
import type { Settled } from './history.ts'
import type { MeasureHit } from './measure.ts'
import type { When } from './period.ts'
import { numberPlace, type Reading, tagged, wordsBetween } from './reading.ts'

/** A completion, share, change or multiple with everything that it takes over from the figure it qualifies. */
export const qualify = (reading: Reading, figure: Figure, hit: MeasureHit, head: Settled, when: When): Settled => {
  const { quantity } = figure
  const { rule } = hit
  const of = head.draft
  // `đạt 94% kế hoạch năm 2019, dự kiến hết năm 2019 đạt 100%`: a completion may have a time of its own
  const timed =
    rule.measure === 'plan_completion' && when.period.from === 'clause' && figure.bracket === head.figure.bracket
  const amount = amountOf(quantity, rule.negative ? -1 : 1, rule.adds)
  const draft = draftOf(numberPlace(reading, figure.at), amount, {
    subject: of.subject,
    indicator: of.indicator,
    sector: of.sector,
    measure: rule.measure,
    comparator: quantity.comparator,
    unit: quantity.unit ?? of.unit,
    per: perOf(reading, figure, rule.measure, of),
    period: timed ? when.period.value : (spanOf(reading, figure, hit, of) ?? of.period),
    status: timed ? when.status.value : of.status,
    label: of.label,
    qualifier: of.qualifier,
    because: {
      ...of.because,
      measure: { from: 'rule', rule: rule.id, ...wordsBetween(reading, hit.from, hit.to) },
      indicator: { from: 'figure', ...sourceSpan(reading.content, of.start, of.end) },
    },
    confidence: confidenceOf({ distance: 'figure', priority: 60, doubtful: quantity.alternative !== null }),
  })
  return { figure, quantity, measure: hit, indicator: head.indicator, rule: head.rule, named: 'inherited', draft }
}

/** A yearly rate of change holds for the span that is reported on or planned. */
const spanOf = (reading: Reading, figure: Figure, { rule }: MeasureHit, of: Draft): string | null => {
  if (rule.measure !== 'change' || !isYearly(reading, figure)) return null
  const { document } = reading
  const span = of.status === 'target' ? document.plans : document.reports
  return span !== null && /^\d{4}\/\d{4}$/.test(span) ? span : null
}

/** `tăng 9,9%/năm`, `mỗi năm tăng 3,5%`. */
const isYearly = (reading: Reading, { quantity, low, at }: Figure): boolean => {
  if (quantity.per.includes('year')) return true
  for (let i = low; i < at; i++) if (tagged(reading, i, 'Yearly')) return true
  return false
}

/** A change in money of an average is an average; a percentage is at most yearly. */
const perOf = (reading: Reading, figure: Figure, measure: Measure, of: Draft): Draft['per'] => {
  const { unit, per } = figure.quantity
  if (unit === 'VND') return per.length > 0 ? [...per] : [...of.per]
  return measure === 'change' && isYearly(reading, figure) ? ['year'] : per.filter(p => p === 'year')
}
