import type { Figure } from './figure.ts'
import { type History, isAverageOfPeople, type Settled } from './history.ts'
import type { IndicatorHit } from './indicator.ts'
import { DEFAULT_PRIORITY, fromFigure, type Named } from './named.ts'
import { type Reading, tagged } from './reading.ts'

/** Words that say a figure once more for another time or status; those marked false need others beside them. */
const RESTATING: Readonly<Record<string, boolean>> = {
  EstimateWord: true,
  ExpectedWord: true,
  PlanWord: true,
  TargetWord: true,
  RaiseTo: true,
  Yearly: true,
  Colon: true,
  Average: true,
  Cumulated: true,
  Open: false,
  Close: false,
  ActualWord: false,
  Time: false,
  Reach: false,
  Comparator: false,
  Comma: false,
  Semicolon: false,
  Equals: false,
}
/** Words that link a figure to what it says once more. */
export const LINKING = new Set(['rieng', 'la', 'co', 'dat', 'o muc', 'con', 'va', 'nam', 'voi', 'chua', 'roi'])

/** `Doanh thu 9 tháng đạt 39,1 tỷ đồng, ước cả năm đạt 53,4 tỷ đồng`; `KH: 1.100`; `(năm 2015: 29,4%)`. */
export const restates = (
  reading: Reading,
  figure: Figure,
  history: History,
  own: IndicatorHit | null,
): Named | null => {
  const last = history.last
  if (!last?.indicator) return null
  const weak = own === null || (figure.quantity.unit === 'VND' && own.rule.rule.priority < DEFAULT_PRIORITY)
  let said = figure.bracket > last.figure.at || weak
  let spoken = false
  // `năm 2016 là 352 HTX` says it once more, `năm 2016 có 352 HTX` need not
  let equated = false
  const from = lastLabel(reading, figure)
  // `năm 2015 có 1.200 người, nay có 1.300 người`: another time of what was counted in the same word
  const counter = figure.quantity.counter
  const sameCounter = counter !== null && figure.quantity.unit === 'person' && counter === last.quantity.counter
  for (let i = isCounter(reading, from) ? from + 1 : from; i < figure.at; i++) {
    const tag = Object.keys(RESTATING).find(t => tagged(reading, i, t))
    // `bình quân 17 - 18 HTX/năm`, but not `trung bình 51`
    if (tag === 'Average' && figure.quantity.per.length === 0) return null
    if (!tag && !LINKING.has(reading.terms[i]?.key ?? '')) return null
    said ||= tag !== undefined && (RESTATING[tag] === true || (tag === 'Time' && sameCounter))
    said ||= reading.terms[i]?.key === 'rieng'
    equated ||= tag === 'Time' && ['la', 'dat'].includes(reading.terms[i + 1]?.key ?? '')
    spoken ||= tag !== undefined && !['Comma', 'Semicolon', 'Open', 'Close', 'Comparator'].includes(tag)
  }
  if (!(said || equated) || !spoken) return null
  const { unit, subject } = figure.quantity
  const isLike = (s: Settled) =>
    s.quantity.pair !== 'second' && (s.draft.unit === unit || s.indicator?.unit === unit || unit === null)
  const base =
    unit === 'percent'
      ? last
      : (totalIn(reading, figure, history) ??
        history.latest(s => isLike(s) && !isAverageOfPeople(s, figure)) ??
        history.latest(isLike))
  if (!base?.indicator || (unit !== null && unit !== base.draft.unit && unit !== base.indicator.unit)) return null
  if (unit === 'percent' && (base.draft.unit !== 'percent' || base.draft.measure !== 'share')) return null
  if (base.figure.sentence.from !== figure.sentence.from && unit !== null) return null
  // `thành lập thêm 16 HTX, hết năm đạt 521 HTX`
  if (!said && base.indicator.kind === 'flow' && last.named !== 'inherited') return null
  return subject && subject !== base.draft.subject ? null : fromFigure(reading, base, 'inherited')
}

/** `1.146 HTX, trong đó 204 HTX ngừng hoạt động; ước đến cuối năm có 1.180 HTX`: what there is restates the total, not a part. */
const totalIn = (reading: Reading, figure: Figure, history: History): Settled | null => {
  if (figure.quantity.unit !== 'organisation') return null
  const after = reading.terms.slice(figure.low, figure.at)
  if (!after.some(t => t.key === 'co' || t.key === 'con')) return null
  return history.levelsOf(figure.sentence).find(s => s.draft.indicator === 'organisations') ?? null
}

/** The counter that the figure before left behind. */
const isCounter = (reading: Reading, at: number): boolean =>
  reading.terms[at - 1]?.quantity !== undefined && reading.terms[at]?.entry?.counts !== undefined

/** `phân kỳ: năm 2019: 02`: where the words begin that come after an earlier label. */
const lastLabel = (reading: Reading, figure: Figure): number => {
  for (let i = figure.at - 2; i > figure.low; i--) if (tagged(reading, i, 'Colon')) return i
  return figure.low
}
