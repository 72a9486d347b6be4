import type { Unit } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type History, isLevel, type Settled } from './history.ts'
import { countsUnknown, type IndicatorHit } from './indicator.ts'
import { DEFAULT_PRIORITY, fromFigure, type Named } from './named.ts'
import { type Reading, tagged } from './reading.ts'
import { LINKING } from './restate.ts'

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
  // `06 hợp tác xã ở ba vùng (vùng giữa 03, …)`
  const bare = unit === null && last?.draft.unit === 'other' && last.figure.bracket !== figure.bracket
  if (figure.bracket < 0 || !(unit === 'organisation' || bare) || last?.draft.unit === unit) return null
  const base = history.latest(s => isLevel(s) && s.draft.unit === 'organisation')
  if (!base || base.figure.sentence.from !== figure.sentence.from || base.figure.bracket === figure.bracket) return null
  return bare || subject === base.draft.subject ? fromFigure(reading, base, 'inherited') : null
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

/** `Hỗ trợ 96 lượt HTX tham gia 31 hội chợ, 45 HTX xây dựng nhãn hiệu`: all of a list that one verb of help opens. */
export const helpedToo = (reading: Reading, figure: Figure, history: History): Named | null => {
  if (figure.quantity.unit !== 'organisation' || !tagged(reading, figure.low, 'Comma')) return null
  if (!onlyConnected(reading, figure)) return null
  const first = history.levelsOf(figure.sentence).findLast(s => s.draft.unit === 'organisation')
  if (first?.draft.indicator !== 'organisations_supported' || first.figure.bracket !== figure.bracket) return null
  if (first.named !== 'before' || clauseEnds(reading, first.figure.at, figure.at)) return null
  return fromFigure(reading, first, 'before')
}

/** Whether a semicolon stands between two terms. */
const clauseEnds = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (tagged(reading, i, 'Semicolon')) return true
  return false
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
