import type { Measure, Reason } from '../contract/index.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import { amountOf } from './amount.ts'
import { type Draft, draftOf } from './draft.ts'
import type { Figure } from './figure.ts'
import { isBase } from './head.ts'
import type { Settled } from './history.ts'
import type { MeasureHit } from './measure.ts'
import { numberReasons } from './number-reasons.ts'
import { isYearly, rateOf } from './per.ts'
import type { When } from './period.ts'
import { numberPlace, type Reading, tagged, wordsBetween } from './reading.ts'
import { isYears } from './time.ts'

/** A completion, share, change or multiple with everything that it takes over from the figure it qualifies. */
export const qualify = (reading: Reading, figure: Figure, hit: MeasureHit, head: Settled, when: When): Settled => {
  const { quantity } = figure
  const { rule } = hit
  const of = head.draft
  // `đạt 94% kế hoạch năm 2019, dự kiến hết năm 2019 đạt 100%`: a completion may have a time of its own, and so may what a
  // bracket says of another year; `cùng kỳ có 57 HTX, tăng 6 HTX`: a change is not of the time that it compares with
  const timed =
    (rule.measure === 'change' && isBase(head)) ||
    (rule.measure === 'plan_completion' && when.period.from === 'clause' && figure.bracket === head.figure.bracket) ||
    (rule.measure === 'plan_completion' && when.firm && when.status.value === 'estimate') ||
    // `nợ xấu từ 3,4% năm 2002 giảm còn 0,52%`: the year behind the first number is not that of the second
    (tagged(reading, figure.at - 1, 'RaiseTo') && of.because.period?.from === 'clause') ||
    (when.firm && rule.measure !== 'plan_completion' && figure.bracket !== head.figure.bracket)
  const { value: _, unit: __, per: ___, comparator: ____, ...inherited } = of.because
  const fromHead: Reason = { from: 'figure', ...sourceSpan(reading.content, of.start, of.end) }
  const per = perOf(reading, figure, rule.measure, of)
  const amount = amountOf(quantity, rule.negative ? -1 : 1, rule.adds)
  const reasons = numberReasons(
    reading,
    quantity,
    { per, comparator: quantity.comparator },
    { unit: fromHead, per: fromHead },
  )
  const measureReason: Reason = { from: 'rule', rule: rule.id, ...wordsBetween(reading, hit.from, hit.to) }
  const draft = draftOf(numberPlace(reading, figure.at), amount, {
    subject: of.subject,
    indicator: of.indicator,
    sector: of.sector,
    measure: rule.measure,
    comparator: quantity.comparator,
    unit: quantity.unit ?? of.unit,
    per,
    period: when.paired ?? (timed ? when.period.value : (spanOf(reading, figure, hit, of, when) ?? of.period)),
    status: timed ? when.status.value : of.status,
    label: of.label,
    qualifier: of.qualifier,
    because: { ...inherited, ...reasons, ...{ measure: measureReason, indicator: fromHead } },
  })
  return { figure, quantity, measure: hit, indicator: head.indicator, rule: head.rule, named: 'inherited', draft }
}

/** A yearly rate of change holds for the span that is reported on or planned. */
const spanOf = (reading: Reading, figure: Figure, { rule }: MeasureHit, of: Draft, when: When): string | null => {
  if (rule.measure !== 'change' || !isYearly(reading, figure)) return null
  const { document } = reading
  if (when.period.from === 'clause' && when.period.value !== null && isYears(when.period.value))
    return when.period.value
  const span = of.status === 'target' ? document.plans : document.reports
  return span !== null && isYears(span) ? span : null
}

/** A change in money of an average is an average; a percentage is at most yearly. */
const perOf = (reading: Reading, figure: Figure, measure: Measure, of: Draft): Draft['per'] => {
  const { unit, per } = figure.quantity
  if (unit === 'VND') return per.length > 0 ? [...per] : [...of.per]
  return rateOf(reading, figure, measure)
}
