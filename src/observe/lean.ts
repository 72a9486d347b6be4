import type { Unit } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type History, isLevel, type Settled } from './history.ts'
import { countsUnknown, type IndicatorHit } from './indicator.ts'
import { DEFAULT_PRIORITY, fromFigure, type Named } from './named.ts'
import { type Reading, tagged } from './reading.ts'

/** `so với chỉ tiêu giao là 20 HTX`: words that may stand between `so với` and the quantity. */
const BETWEEN_COMPARED = ['PlanWord', 'TargetWord', 'Comparator', 'Time', 'Yearly', 'Plain'] as const
const COMPARED_REACH = 6

/** `giảm 25% so với 210 triệu đồng của năm 2020`, `vượt 4 HTX so với kế hoạch`: what something is compared with, or by how much. */
export const compared = (reading: Reading, figure: Figure, history: History): Named | null => {
  let at = figure.at - 1
  const between = (i: number) =>
    LINKING.has(reading.terms[i]?.key ?? '') || BETWEEN_COMPARED.some(tag => tagged(reading, i, tag))
  while (at > Math.max(figure.low, figure.at - COMPARED_REACH) && between(at)) at--
  if (!tagged(reading, at, 'ComparedTo') && !tagged(reading, figure.at - 1, 'Exceed')) return null
  const same = history.levelsOf(figure.sentence).filter(s => s.draft.unit === figure.quantity.unit)
  const base = same.at(-1)
  return base?.indicator ? fromFigure(reading, base, 'inherited') : null
}

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
const LINKING = new Set(['la', 'co', 'dat', 'o muc', 'con', 'va', 'nam', 'voi'])

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
    equated ||= tag === 'Time' && ['la', 'dat'].includes(reading.terms[i + 1]?.key ?? '')
    spoken ||= tag !== undefined && !['Comma', 'Semicolon', 'Open', 'Close', 'Comparator'].includes(tag)
  }
  if (!(said || equated) || !spoken) return null
  const { unit, subject } = figure.quantity
  const base =
    unit === 'percent'
      ? last
      : (totalIn(reading, figure, history) ??
        history.latest(
          s => s.quantity.pair !== 'second' && (s.draft.unit === unit || s.indicator?.unit === unit || unit === null),
        ))
  if (!base?.indicator || (unit !== null && unit !== base.draft.unit && unit !== base.indicator.unit)) return null
  if (unit === 'percent' && (base.draft.unit !== 'percent' || base.draft.measure !== 'share')) return null
  if (base.figure.sentence.from !== figure.sentence.from && unit !== null) return null
  // `thành lập thêm 16 HTX, hết năm đạt 521 HTX`
  if (!said && base.indicator.kind === 'flow') return null
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

/** What a figure takes over from the one before it, where its own words only count. */
export const inherited = (
  reading: Reading,
  figure: Figure,
  history: History,
  own: IndicatorHit | null,
): Named | null => {
  const { unit } = figure.quantity
  const shares = unit === 'percent' && own === null ? ofShares(reading, figure, history) : null
  if (shares) return shares
  const explained = ofBracket(reading, figure, history)
  if (explained) return explained
  const last = inBracketsOf(figure, history) ?? history.lastLevel
  if (!last?.indicator) return null
  if (unit !== null && unit !== last.draft.unit) return null
  if (countsUnknown({ terms: reading.terms, ...figure }, figure.quantity, reading.rules)) return null
  if (unit !== 'percent' && opensList(reading, figure))
    return fromFigure(reading, peerOf(figure, history, unit) ?? last, 'before')
  const branch = branchOf(reading, figure, history)
  if (branch) return fromFigure(reading, branch, 'inherited')
  if (unit === null && isPlaceList(reading, figure)) return fromFigure(reading, last, 'inherited')
  const together = last.figure.bracket === figure.bracket
  // the members of a whole are of several kinds: `728 thành viên Liên minh (668 HTX, 21 tổ hợp tác, …)`
  const whole = last.draft.subject === 'collective_economy'
  const sameSubject = whole || !figure.quantity.subject || figure.quantity.subject === last.draft.subject
  const sameSentence = last.figure.sentence.from === figure.sentence.from
  if (!together && figure.bracket > last.figure.at && sameSubject && sameSentence) {
    const named = fromFigure(reading, last, 'inherited')
    // the rule that named the whole may know whose it is, which its members are not
    return whole ? { ...named, rule: null } : named
  }
  const listed = last.named === 'inherited' && (!own || own.rule.rule.priority < DEFAULT_PRIORITY)
  if (together && figure.bracket >= 0 && listed) return fromFigure(reading, last, 'inherited')
  if (sameSentence && last.named === 'inherited' && unit === 'VND') return fromFigure(reading, last, 'inherited')
  return null
}

/** `34 người làm việc tại 29 HTX (09 kế toán, 11 kỹ thuật viên)`: people in brackets are of the people before them. */
const inBracketsOf = (figure: Figure, history: History): Settled | null => {
  if (figure.bracket < 0 || figure.quantity.unit !== 'person') return null
  return history.levelsOf(figure.sentence).findLast(s => s.draft.unit === 'person') ?? null
}

/** `cho 17 HTX vay 23,8 tỷ (trong đó Quỹ: 09 HTX, 8,1 tỷ)`: a bracket explains the figure of its unit, though another came between. */
const ofBracket = (reading: Reading, figure: Figure, history: History): Named | null => {
  const { unit, subject } = figure.quantity
  const last = history.lastLevel
  if (figure.bracket < 0 || unit !== 'organisation' || last?.draft.unit === unit) return null
  const base = history.latest(s => isLevel(s) && s.draft.unit === unit)
  if (!base || base.figure.sentence.from !== figure.sentence.from || base.figure.bracket === figure.bracket) return null
  return subject === base.draft.subject ? fromFigure(reading, base, 'inherited') : null
}

/** `đạt 25% năm 2020 và tối thiểu 50% năm 2025`, `thành lập 03 HTX, trong đó trên 50% là HTX nông nghiệp`. */
const ofShares = (reading: Reading, figure: Figure, history: History): Named | null => {
  const { last, lastLevel } = history
  const near = (s: Settled | null) => s?.indicator != null && s.figure.sentence.from === figure.sentence.from
  if (last?.draft.measure === 'share' && last.draft.unit === 'percent' && near(last) && onlyConnected(reading, figure))
    return fromFigure(reading, last, 'inherited')
  return lastLevel && near(lastLevel) && opensList(reading, figure) ? fromFigure(reading, lastLevel, 'before') : null
}

/** What may stand in a list by branch beside the branches: `gồm nông nghiệp 16, thương mại - dịch vụ 05 và vận tải 02`. */
const IN_BRANCH_LIST = ['Comma', 'OfWhich', 'Sector', 'BareSector', 'Organisation', 'InSector', 'Comparator'] as const

/** The figure that a list by branch parts. */
const branchOf = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const { unit } = figure.quantity
  const peer = peerOf(figure, history, unit)
  if (!peer || unit === 'percent') return null
  const own = reading.terms.slice(figure.low, figure.at)
  const has = (tag: string) => own.some((_, i) => tagged(reading, figure.low + i, tag))
  if (!(has('Sector') || has('BareSector'))) return null
  const listed = own.every(
    (t, i) =>
      LINKING.has(t.key) || t.key === 'khac' || IN_BRANCH_LIST.some(tag => tagged(reading, figure.low + i, tag)),
  )
  if (!listed) return null
  return has('OfWhich') || (peer.named === 'inherited' && !has('Organisation')) ? peer : null
}

/** The last quantity before a figure in the same bracket of the same sentence, or outside brackets as it is. */
const peerOf = (figure: Figure, history: History, unit: Unit | null): Settled | null => {
  const peer = history.latest(s => isLevel(s) && s.figure.bracket === figure.bracket)
  if (!peer?.indicator || peer.figure.sentence.from !== figure.sentence.from) return null
  return unit === null || unit === peer.draft.unit ? peer : null
}

/** `…, trong đó có 20 HTX nông nghiệp`: the first number of a list of parts. */
const opensList = (reading: Reading, figure: Figure): boolean => {
  let at = figure.at - 1
  while (
    at > figure.low &&
    (['Colon', 'Comparator'].some(t => tagged(reading, at, t)) || reading.terms[at]?.key === 'co')
  )
    at--
  return tagged(reading, at, 'OfWhich')
}

/** Own words no surer than this may be those of a count in a row. */
const WEAK_PRIORITY = 20

/** Own words no surer than this only describe. */
const DESCRIBING_PRIORITY = 12

/**
 * `Thành lập mới 18 HTX (nông nghiệp 10, phi nông nghiệp 08), 06 THT`: a count joined to the one before it shares the verb
 * that stands before both.
 */
export const joined = (reading: Reading, figure: Figure, history: History, own: IndicatorHit | null): Named | null => {
  const { unit } = figure.quantity
  const peer = peerOf(figure, history, unit)
  if (!peer || !onlyConnected(reading, figure)) return null
  if (unit === null && countsUnknown({ terms: reading.terms, ...figure }, figure.quantity, reading.rules)) return null
  const priority = own?.rule.rule.priority ?? 0
  if (peer.named === 'inherited') {
    const listed = figure.bracket >= 0 && unit === 'organisation' && priority < DESCRIBING_PRIORITY
    return listed ? fromFigure(reading, peer, 'inherited') : null
  }
  if (peer.named !== 'before') return null
  const bare = own === null || priority < DEFAULT_PRIORITY || own.to - own.from <= 2
  return bare && priority < WEAK_PRIORITY ? fromFigure(reading, peer, 'before') : null
}

/** `648 HTX với 9.200 thành viên; 02 liên hiệp HTX`: a bare count of another kind in a sentence that gives the totals. */
export const totalled = (reading: Reading, figure: Figure, history: History): Named | null => {
  const { unit, subject } = figure.quantity
  const last = history
    .levelsOf(figure.sentence)
    .filter(s => s.draft.unit === 'organisation')
    .at(-1)
  if (unit !== 'organisation' || !subject || last?.draft.indicator !== 'organisations') return null
  return last.draft.subject !== subject ? fromFigure(reading, last, 'inherited') : null
}

/** `Theo đơn vị: Hải Hậu 41, Giao Thuỷ 35`: names of places with a number each. */
const isPlaceList = (reading: Reading, figure: Figure): boolean => {
  const nearest = reading.terms[figure.at - 1]
  if (!nearest || !(tagged(reading, figure.at - 1, 'ProperName') || tagged(reading, figure.at - 1, 'Capital')))
    return false
  for (let i = figure.at - 1; i >= figure.low; i--) {
    if (tagged(reading, i, 'Break')) return true
    const named = ['ProperName', 'Capital', 'CommuneCounter', 'UnitOfNoInterest', 'PlaceWord'].some(t =>
      tagged(reading, i, t),
    )
    if (!named && reading.terms[i]?.key !== 'va') return false
  }
  return true
}

/** Nothing but commas, `và` and `tương đương` stands between the figure before and this one. */
const onlyConnected = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.low; i < figure.at; i++) {
    const connects =
      ['Comma', 'Equals', 'Comparator', 'Close'].some(t => tagged(reading, i, t)) || reading.terms[i]?.key === 'va'
    if (!connects) return false
  }
  return figure.low < figure.at
}
