import type { Reason, Unit } from '../contract/index.ts'
import type { Quantity } from '../lex/term.ts'
import { amountOf, inMagnitudeOf } from './amount.ts'
import { comparedPeriod, plannedPeriod } from './baseline.ts'
import { type Draft, draftOf } from './draft.ts'
import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import type { History, Settled } from './history.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './named.ts'
import { numberReasons } from './number-reasons.ts'
import { impliedPer, perOf, rateOf } from './per.ts'
import type { When } from './period.ts'
import { qualifierOf } from './qualifier.ts'
import { numberPlace, type Reading, wordsBetween } from './reading.ts'
import { sectorOf } from './sector.ts'
import { subjectOf } from './subject.ts'

/** The indicator of a figure that no rule names, by its unit. */
const BY_UNIT: Record<Unit, string> = {
  organisation: 'organisations_other',
  person: 'people_other',
  VND: 'money_other',
  percent: 'other',
  hectare: 'land_area',
  class: 'classes',
  project: 'projects',
  product: 'products',
  times: 'other',
  other: 'other',
}

/** A figure that stands for itself, with all its attributes. */
export const settle = (
  reading: Reading,
  figure: Figure,
  hit: MeasureHit,
  named: Named,
  when: When,
  history: History,
): Settled => {
  const { rules } = reading
  const q = figure.quantity
  const code = named.indicator?.code ?? (q.unit === null ? 'other' : BY_UNIT[q.unit])
  const indicator = named.indicator ?? rules.indicators.get(code) ?? null
  const unit = unitOf(q, named)
  const subject = subjectOf(reading, figure, named, unit, history)
  const sector = sectorOf(reading, figure, named, unit, subject.value, history)
  const compared = comparedPeriod(reading, figure)
  const planned = compared ? null : plannedPeriod(reading, figure, history)
  const { rule } = hit
  const quantity = inMagnitude(figure, unit, code, history)
  const comparator = joinedComparator(reading, figure, history) ?? q.comparator
  const per =
    rule.measure === 'level'
      ? perOf(q, unit, impliedPer(reading, figure, indicator, history))
      : rateOf(reading, figure, rule.measure)
  const ruleOf: Reason = { from: 'rule', ...(named.rule ? { rule: named.rule.rule.id } : {}) }
  const byIndicator = per.every(p => q.per.includes(p) || indicator?.per.includes(p))
  const amount = amountOf(quantity, rule.negative ? -1 : 1, rule.adds)
  const implied: Parameters<typeof numberReasons>[3] = { unit: ruleOf, per: byIndicator ? ruleOf : { from: 'clause' } }
  const draft = draftOf(numberPlace(reading, figure.at), amount, {
    subject: subject.value,
    indicator: code,
    sector: sector?.value ?? (subject.value === 'credit_fund' ? 'credit' : null),
    measure: rule.measure,
    comparator,
    unit,
    per,
    period: compared?.period ?? planned?.period ?? when.period.value,
    status: compared ? 'actual' : planned ? 'target' : when.status.value,
    label: indicator?.label.vi ?? '',
    qualifier: qualifierOf(reading, figure, code),
    because: {
      ...numberReasons(reading, q, { per, comparator }, implied),
      ...{
        measure: { from: 'rule', rule: rule.id, ...wordsBetween(reading, hit.from, hit.to) },
        subject: reasonOf(subject),
        indicator: named.reason,
      },
      ...(sector ? { sector: reasonOf(sector) } : {}),
      ...(compared || planned ? { period: OF_FIGURE, status: OF_FIGURE } : reasonsOf(when)),
    },
    ...alternativesOf(reading, figure),
  })
  return { figure, quantity, measure: hit, indicator, rule: named.rule, named: named.side, draft }
}

const OF_FIGURE: Reason = { from: 'figure' }

const reasonsOf = ({ period, status }: When) => ({ period: reasonOf(period), status: reasonOf(status) })

const reasonOf = (found: Found<unknown>): Reason => ({ from: found.from, ...(found.words ?? {}) })

/** The unit as counted, unless the rule knows better (`thành viên` of a union are cooperatives). */
const unitOf = (q: Quantity, named: Named): Unit => {
  const rule = named.rule
  if (rule?.rule.counted !== undefined && q.unit === rule.rule.counted) return rule.rule.unit ?? rule.indicator.unit
  return q.unit ?? named.indicator?.unit ?? 'other'
}

const alternativesOf = (reading: Reading, figure: Figure): Pick<Draft, 'alternatives'> => {
  const { alternative } = figure.quantity
  if (alternative === null) return {}
  const { start, end } = numberPlace(reading, figure.at)
  return { alternatives: [{ value: alternative, text: reading.content.text.slice(start, end) }] }
}

/** A bare number of money is in the magnitude of the figure that it leans on: `520 tr.đ (NS tỉnh: 300; …)`. */
const inMagnitude = (figure: Figure, unit: Unit, code: string, history: History): Quantity => {
  const q = figure.quantity
  const last = history.lastLevel
  if (q.unit !== null || unit !== 'VND' || q.scale !== 1 || !last) return q
  // `dư nợ 58,3 tỷ đồng (ngắn hạn 41,5; trung, dài hạn 16,8)`: parts of an amount, in its brackets
  const part = figure.bracket >= 0 && last.draft.unit === 'VND' && last.figure.sentence.from === figure.sentence.from
  if (last.draft.indicator !== code && !part) return q
  return inMagnitudeOf(q, last.quantity)
}

/** A comparator governs the numbers that `và` joins to its own: `ít nhất 25 HTX và 30 THT`. */
const joinedComparator = (reading: Reading, figure: Figure, history: History): Draft['comparator'] | null => {
  const last = history.last
  if (!last || figure.quantity.comparator !== 'eq' || reading.terms[figure.at - 1]?.key !== 'va') return null
  // of what it joins, not of another quantity or out of a bracket
  const joined = last.figure.bracket === figure.bracket && last.draft.unit === (figure.quantity.unit ?? last.draft.unit)
  return joined && last.figure.sentence.from === figure.sentence.from ? last.draft.comparator : null
}
