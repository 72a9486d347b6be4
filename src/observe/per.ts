import type { Measure, Unit } from '../contract/index.ts'
import type { Quantity, Term } from '../lex/term.ts'
import type { Indicator } from '../rules/schema.ts'
import { hasTag } from '../rules/tags.ts'
import type { Draft } from './draft.ts'
import type { Figure } from './figure.ts'
import { extremeOf } from './going-on.ts'
import type { History } from './history.ts'
import { type Reading, tagged } from './reading.ts'

type Pers = Draft['per']

const ORDER: Pers = ['organisation', 'person', 'month', 'year']

/** What a figure is an average over: what its own phrase says, and what is implied as far as its unit can be averaged. */
export const perOf = (q: Quantity, unit: Unit, implied: Pers): Pers => {
  const averaged = unit === 'VND' || unit === 'person'
  const all = [...q.per, ...implied.filter(p => averaged || p === 'year')]
  return ORDER.filter(p => all.includes(p))
}

const ORGANISATIONS = ['Organisation', 'GroupShort', 'FundShort', 'UnitShort'] as const

const isAverage = (reading: Reading) => {
  const average = reading.rules.tags.id('Average')
  return (term: Term) => hasTag(term.tags, average)
}

/** How far before a number `mỗi HTX` may stand. */
const REACH = 6

/** `mỗi HTX 10 triệu đồng`, `04 HTX x 10 tr.đ`, `mỗi người được hỗ trợ không quá 3 triệu đồng`. */
const eachOf = (reading: Reading, figure: Figure, history: History): Pers => {
  const { terms } = reading
  const organisation = (i: number) => ORGANISATIONS.some(tag => tagged(reading, i, tag))
  const sign = terms[figure.at - 1]?.key
  if ((sign === 'x' || sign === '×') && organisation(figure.at - 2)) return ['organisation']
  for (let i = figure.at - 1; i >= Math.max(figure.low, figure.at - REACH); i--) {
    const each = tagged(reading, i - 1, 'EachWord') || terms[i - 1]?.key === 'mot'
    if (!each) continue
    // `144 lượt HTX, mỗi lượt 60 triệu đồng`
    const turn = terms[i]?.key === 'luot' && history.lastLevel?.draft.unit === 'organisation'
    if (organisation(i) || turn) return ['organisation']
    const averaged = tagged(reading, i - 1, 'EachWord') || reading.terms.slice(figure.low, i).some(isAverage(reading))
    if ((tagged(reading, i, 'Person') || tagged(reading, i, 'NewMember')) && averaged) return ['person']
  }
  return []
}

/** `mỗi tháng được hỗ trợ 2 triệu đồng`, `một tháng`. */
const isMonthly = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.at - 1; i > Math.max(figure.low, figure.at - REACH); i--)
    if (tagged(reading, i, 'MonthWord'))
      return tagged(reading, i - 1, 'EachWord') || /^h[aà]ng$/.test(reading.terms[i - 1]?.key ?? '')
  return false
}

/** `thu nhập bình quân đầu người 45 triệu đồng`. */
const isPerCapita = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'PerCapita')) return true
  return false
}

/** `hằng năm mở 20 lớp cho 1.000 lượt người; tuyên dương 10 hợp tác xã mỗi năm`: said before in the clause, or right behind. */
export const recurs = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.at + 1; i < figure.high; i++) if (tagged(reading, i, 'Yearly')) return true
  for (let i = figure.at - 1; i >= figure.sentence.from; i--) {
    if (tagged(reading, i, 'Yearly')) return true
    if (['Semicolon', 'Time', 'SpanWord', 'Open', 'Close'].some(tag => tagged(reading, i, tag))) return false
  }
  return false
}

/** What the indicator is an average over, and the year of a target that recurs (`mỗi năm thành lập 03 HTX`). */
export const impliedPer = (reading: Reading, figure: Figure, indicator: Indicator | null, history: History): Pers => {
  const mean = figure.quantity.per.length === 0 ? extremeOf(reading, figure, history) : null
  if (mean && mean.indicator === indicator) return [...mean.draft.per]
  const per = [...(indicator?.per ?? []), ...eachOf(reading, figure, history)]
  if (figure.quantity.unit === 'VND' && isPerCapita(reading, figure)) per.push('person')
  if (figure.quantity.unit === 'VND' && isMonthly(reading, figure)) per.push('month')
  // `bổ sung vốn điều lệ cho Quỹ mỗi năm 10 tỷ đồng`
  if (tagged(reading, figure.at - 1, 'Yearly')) return [...per, 'year']
  if (indicator?.kind !== 'flow') return per
  if (recurs(reading, figure)) return [...per, 'year']
  // `hàng năm thành lập mới ít nhất 15 HTX và 30 THT`
  const joined = reading.terms[figure.low]?.key === 'va' && history.lastLevel?.draft.per.includes('year')
  return joined ? [...per, 'year'] : per
}

/** `tăng 9,9%/năm`, `mỗi năm tăng 3,5%`. */
export const isYearly = (reading: Reading, { quantity, low, at }: Figure): boolean => {
  if (quantity.per.includes('year')) return true
  for (let i = low; i < at; i++) if (tagged(reading, i, 'Yearly')) return true
  return false
}

/** A percentage is over a year at most; a change may recur. */
export const rateOf = (reading: Reading, figure: Figure, measure: Measure): Pers =>
  measure === 'change' && isYearly(reading, figure) ? ['year'] : figure.quantity.per.filter(p => p === 'year')
