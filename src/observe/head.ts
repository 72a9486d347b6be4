import type { Unit } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { respectively } from './going-on.ts'
import { type History, type Settled, withoutAverages } from './history.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './named.ts'
import { isOfPlace } from './place.ts'
import { type Reading, tagged } from './reading.ts'
import { ownSubject } from './subject.ts'

/** A rule this sure says what the whole is, wherever its words stand. */
const SURELY_OWN = 66

/** A rule this sure names the figure's own indicator, and it qualifies no other. */
const OWN_PRIORITY = 30

/** The figure that a completion, share, change or multiple qualifies; null when its own words name an indicator. */
export const headOf = (
  reading: Reading,
  figure: Figure,
  history: History,
  measure: MeasureHit,
  named: Named,
): Settled | null => {
  if (measure.rule.of !== 'figure') return null
  // `kinh tế tập thể chiếm 6% GRDP` has a whole of its own
  if (named.distance === 'own' && (named.rule?.rule.priority ?? 0) >= SURELY_OWN) return null
  if (named.distance === 'own' && (named.rule?.rule.priority ?? 0) >= OWN_PRIORITY && named.side === 'before')
    return null
  // the growth of the province goes with no figure of a cooperative
  if (isOfPlace(reading, figure)) return null
  const levels = history.levelsOf(figure.sentence).filter(s => reachable(reading, s.figure, figure))
  const own = levels.filter(s => !isBase(s))
  const candidates = own.length > 0 ? own : levels
  const { last } = history
  // `tỷ lệ khá, tốt 55,7%, cao hơn cùng kỳ 4,2%`: the change of a share
  const share = last?.draft.measure === 'share' && last.measure.rule.of === 'own' && measure.rule.measure === 'change'
  if (share && figure.quantity.unit === 'percent' && last.figure.sentence.from === figure.sentence.from) return last
  const head = preferred(reading, candidates, figure, measure)
  if (head) return head
  // "Doanh thu BQ: 820 tr.đ/HTX; TH/KH: 74,5%" and a bracket that opens a new sentence
  if (named.distance !== 'none' && named.distance !== 'context') return null
  // but not of the figure of somebody else: `quỹ tín dụng nhân dân 42. HTX vận tải giảm 03`
  const whose = ownSubject(reading, figure)?.value
  const level = history.lastLevel
  return whose && level && whose !== level.draft.subject ? null : level
}

/** A figure that others are compared with: of the same months before, or of the plan. */
export const isBase = ({ draft }: Settled): boolean => draft.because.period?.from === 'figure'

/** A figure inside brackets can be qualified only from inside them, or from brackets within these. */
const reachable = (reading: Reading, head: Figure, figure: Figure) => {
  if (head.bracket === -1 || head.bracket === figure.bracket) return true
  let depth = 0
  for (let i = head.at; i < figure.at && depth >= 0; i++)
    depth += tagged(reading, i, 'Open') ? 1 : tagged(reading, i, 'Close') ? -1 : 0
  return depth > 0
}

/**
 * A change goes with the figure of its own unit and subject; a completion with what was reached, in the unit of a plan that
 * is named.
 */
const preferred = (
  reading: Reading,
  candidates: readonly Settled[],
  figure: Figure,
  measure: MeasureHit,
): Settled | undefined => {
  const { unit } = figure.quantity
  if (unit !== 'percent' && unit !== 'times') {
    const same = withoutAverages(
      candidates.filter(c => c.draft.unit === unit),
      figure,
    )
    const total = same.find(c => c.draft.indicator === 'organisations')
    const part = same.at(-1)
    if (total && part && clauseEnds(reading, part.figure.at, figure.at)) return total
    const whose = ownSubject(reading, figure)?.value
    // a difference in price is of no other figure
    if (unit === 'VND' && same.length === 0) return undefined
    return same.filter(c => c.draft.subject === whose).at(-1) ?? same.at(-1) ?? candidates.at(-1)
  }
  if (measure.rule.measure !== 'plan_completion') {
    // `400 HTX, 1.750 tổ hợp tác; số lượng HTX tăng bình quân 4,2%/năm`
    const whose = measure.rule.measure === 'share' ? undefined : ownSubject(reading, figure)?.value
    // `1.873 tổ với 24.350 thành viên, tức số tổ gấp 2,9 lần, số thành viên gấp bốn lần`
    const counted = whose && candidates.filter(c => c.draft.unit === unitNamed(reading, figure))
    if (counted && counted.length > 0) return counted.filter(c => c.draft.subject === whose).at(-1) ?? counted.at(-1)
    return candidates.filter(c => c.draft.subject === whose).at(-1) ?? candidates.at(-1)
  }
  const plan = candidates.find(c => c.draft.status === 'target')
  const reached = candidates.filter(c => c.draft.status !== 'target')
  const inUnitOfPlan = plan ? reached.filter(c => c.draft.unit === plan.draft.unit) : []
  // `đạt 95% tổng số` right behind a number of its own goes with that number
  if (tagged(reading, figure.at - 1, 'Open')) return reached.at(-1) ?? candidates.at(-1)
  return inUnitOfPlan.at(-1) ?? reached.at(-1) ?? candidates.at(-1)
}

/** The unit of the word that a figure's own words count by, nearest to it: `số thành viên tăng 5%`. */
const unitNamed = (reading: Reading, { low, at }: Figure): Unit | null => {
  for (let i = at - 1; i > low; i--) {
    const counts = reading.terms[i]?.entry?.counts
    if (counts && tagged(reading, i - 1, 'TotalWord')) return counts
  }
  return null
}

/** `387 HTX, trong đó 46 HTX đã ngừng hoạt động; so với năm 2014 tăng 08 HTX`: behind a semicolon the total changes, not a part. */
const clauseEnds = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (tagged(reading, i, 'Semicolon')) return true
  return false
}

/** `…, tỷ lệ lần lượt là 36%, 40,8% và 23,2%`: the n-th percentage qualifies the n-th of the last figures. */
export const respectiveHead = (reading: Reading, figure: Figure, history: History): Settled | null => {
  if (figure.quantity.unit !== 'percent') return null
  const { terms } = reading
  let marker = -1
  for (let i = figure.at - 1; i >= figure.sentence.from && marker < 0; i--)
    if (tagged(reading, i, 'Respectively')) marker = i
  if (marker < 0) return null
  const run: number[] = []
  for (let i = marker + 1; i < figure.sentence.to; i++) if (terms[i]?.quantity?.unit === 'percent') run.push(i)
  const before = history.levelsOf(figure.sentence).filter(s => s.figure.at < marker)
  // `(năm 2015 tương ứng là 11,2% và 36,5%)` says shares once more, and qualifies no figure
  if (respectively(reading, figure, history)) return null
  const nth = run.indexOf(figure.at)
  return nth >= 0 && run.length > 1 ? (before[before.length - run.length + nth] ?? null) : null
}
