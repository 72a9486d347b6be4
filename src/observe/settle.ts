import type { Reason, Sector, Subject, Unit } from '../contract/index.ts'
import type { Quantity } from '../lex/term.ts'
import type { Indicator } from '../rules/schema.ts'
import { amountOf, inMagnitudeOf } from './amount.ts'
import { comparedPeriod, plannedPeriod } from './baseline.ts'
import { confidenceOf } from './confidence.ts'
import { type Draft, draftOf } from './draft.ts'
import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import type { History, Settled } from './history.ts'
import { lastBefore } from './landmarks.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './name-indicator.ts'
import type { When } from './period.ts'
import { qualifierOf } from './qualifier.ts'
import { numberPlace, type Reading, tagged, wordsBetween } from './reading.ts'
import { respectiveSubject } from './respectively.ts'
import {
  contextSector,
  contextSubject,
  fundSubject,
  leadSector,
  ownSector,
  ownSubject,
  paragraphSector,
} from './subject.ts'

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
  const sector = sectorOf(reading, figure, named, history)
  const compared = comparedPeriod(reading, figure)
  const planned = compared ? null : plannedPeriod(reading, figure, history)
  const { rule } = hit
  const quantity = inMagnitude(q, unit, code, history)
  const confidence = confidenceOf({
    distance: named.distance,
    priority: named.rule?.rule.priority ?? 0,
    doubtful: q.alternative !== null,
  })
  const amount = amountOf(quantity, rule.negative ? -1 : 1, rule.adds)
  const draft = draftOf(numberPlace(reading, figure.at), amount, {
    subject: subject.value,
    indicator: code,
    sector: sector?.value ?? (subject.value === 'credit_fund' ? 'credit' : null),
    measure: rule.measure,
    comparator: joinedComparator(reading, figure, history) ?? q.comparator,
    unit,
    per:
      rule.measure === 'level'
        ? perOf(q, unit, impliedPer(reading, figure, indicator, history))
        : q.per.filter(p => p === 'year'),
    period: compared?.period ?? planned?.period ?? when.period.value,
    status: compared ? 'actual' : planned ? 'target' : when.status.value,
    label: indicator?.label.vi ?? '',
    qualifier: qualifierOf(reading, figure, code),
    because: {
      value: { from: 'number' },
      unit:
        q.unit === null ? { from: 'rule', ...(named.rule ? { rule: named.rule.rule.id } : {}) } : { from: 'counter' },
      measure: { from: 'rule', rule: rule.id, ...wordsBetween(reading, hit.from, hit.to) },
      subject: reasonOf(subject),
      indicator: named.reason,
      ...(sector ? { sector: reasonOf(sector) } : {}),
      ...(compared || planned ? { period: OF_FIGURE, status: OF_FIGURE } : reasonsOf(when)),
    },
    ...alternativesOf(reading, figure),
    ...{ confidence },
  })
  return { figure, quantity, measure: hit, indicator, rule: named.rule, named: named.side, draft }
}

const OF_FIGURE: Reason = { from: 'figure' }

const reasonsOf = ({ period, status }: When) => ({ period: reasonOf(period), status: reasonOf(status) })

const reasonOf = (found: Found<unknown>): Reason => ({ from: found.from, ...(found.words ?? {}) })

/** The unit as counted, unless the rule knows better (`thành viên` of a union are cooperatives). */
const unitOf = (q: Quantity, named: Named): Unit => {
  const rule = named.rule
  if (rule?.rule.counted !== undefined && q.unit === rule.rule.counted) return rule.indicator.unit
  return q.unit ?? named.indicator?.unit ?? 'other'
}

const perOf = (q: Quantity, unit: Unit, implied: Draft['per']): Draft['per'] => {
  const averaged = unit === 'VND' || unit === 'person'
  return [...new Set([...q.per, ...implied.filter(p => averaged || p === 'year')])]
}

/** `mỗi HTX 10 triệu đồng`, `04 HTX x 10 tr.đ`. */
const isForEach = (reading: Reading, figure: Figure): boolean => {
  const organisation = (i: number) => ['Organisation', 'GroupShort', 'FundShort'].some(tag => tagged(reading, i, tag))
  const sign = reading.terms[figure.at - 1]?.key
  if ((sign === 'x' || sign === '×') && organisation(figure.at - 2)) return true
  for (let i = figure.at - 1; i > Math.max(figure.low, figure.at - 4) - 1; i--)
    if (organisation(i) && (tagged(reading, i - 1, 'EachWord') || reading.terms[i - 1]?.key === 'mot')) return true
  return false
}

const YEARLY = ['Yearly']
const ENDS_RECURRENCE = ['Semicolon', 'Time', 'SpanWord', 'Open', 'Close']

/** `hằng năm mở 20 lớp cho 1.000 lượt người; tuyên dương 10 hợp tác xã mỗi năm`: said before in the clause, or right behind. */
const recurs = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.at + 1; i < figure.high; i++) if (tagged(reading, i, 'Yearly')) return true
  const yearly = lastBefore(reading, YEARLY, figure.at)
  return yearly >= figure.sentence.from && yearly >= lastBefore(reading, ENDS_RECURRENCE, figure.at)
}

/** What the indicator is an average over, and the year of a target that recurs (`mỗi năm thành lập 03 HTX`). */
const impliedPer = (reading: Reading, figure: Figure, indicator: Indicator | null, history: History): Draft['per'] => {
  const per = [...(indicator?.per ?? [])]
  if (isForEach(reading, figure)) per.push('organisation')
  if (indicator?.kind !== 'flow') return per
  if (recurs(reading, figure)) return [...per, 'year']
  // `hàng năm thành lập mới ít nhất 15 HTX và 30 THT`
  const joined = reading.terms[figure.low]?.key === 'va' && history.lastLevel?.draft.per.includes('year')
  return joined ? [...per, 'year'] : per
}

const alternativesOf = (reading: Reading, figure: Figure): Pick<Draft, 'alternatives'> => {
  const { alternative } = figure.quantity
  if (alternative === null) return {}
  const { start, end } = numberPlace(reading, figure.at)
  return { alternatives: [{ value: alternative, text: reading.content.text.slice(start, end) }] }
}

/** A bare number of money is in the magnitude of the figure that it leans on: `520 tr.đ (NS tỉnh: 300; …)`. */
const inMagnitude = (q: Quantity, unit: Unit, code: string, history: History): Quantity => {
  const last = history.lastLevel
  if (q.unit !== null || unit !== 'VND' || q.scale !== 1 || last?.draft.indicator !== code) return q
  return inMagnitudeOf(q, last.quantity)
}

/** A comparator governs the numbers that `và` joins to its own: `ít nhất 25 HTX và 30 THT`. */
const joinedComparator = (reading: Reading, figure: Figure, history: History): Draft['comparator'] | null => {
  const last = history.last
  if (!last || figure.quantity.comparator !== 'eq' || reading.terms[figure.at - 1]?.key !== 'va') return null
  return last.figure.sentence.from === figure.sentence.from ? last.draft.comparator : null
}

const subjectOf = (reading: Reading, figure: Figure, named: Named, unit: Unit, history: History): Found<Subject> => {
  const implied = named.rule?.rule.subject
  if (implied) return { value: implied, from: 'rule', words: null }
  // a credit fund in a list by branch does not make the branches behind it credit funds
  const last = history.latest(s => isQuantity(s) && !(s.draft.subject === 'credit_fund' && s.quantity.unit === null))
  const sameUnit = history.latest(s => s.draft.unit === unit && s.draft.measure === 'level')
  return (
    respectiveSubject(reading, figure, history) ??
    (unit === 'VND' ? fundSubject(reading, figure) : null) ??
    ownSubject(reading, figure) ??
    (named.distance === 'figure' && last ? earlier(last, 'figure') : null) ??
    (unit === 'VND' && sameUnit ? earlier(sameUnit, 'sentence') : null) ??
    (last ? earlier(last, 'sentence') : null) ??
    contextSubject(reading.above, unit) ?? { value: 'cooperative', from: 'default', words: null }
  )
}

const isQuantity = (s: Settled) => s.draft.measure === 'level' && s.quantity.pair !== 'second'

const earlier = (s: Settled, from: 'figure' | 'sentence'): Found<Subject> => ({
  value: s.draft.subject,
  from,
  words: null,
})

const sectorOf = (reading: Reading, figure: Figure, named: Named, history: History): Found<Sector> | null => {
  const last = history.lastLevel
  const lent = named.distance === 'figure' && last?.draft.sector && last.figure.bracket !== figure.bracket
  return (
    ownSector(reading, figure) ??
    (lent && last?.draft.sector ? { value: last.draft.sector, from: 'figure', words: null } : null) ??
    leadSector(reading, figure) ??
    paragraphSector(reading, figure, named.indicator?.code ?? '') ??
    contextSector(reading.above)
  )
}
