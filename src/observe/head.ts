import type { Figure } from './figure.ts'
import { type History, REACH, type Settled } from './history.ts'
import { lastBefore } from './landmarks.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './name-indicator.ts'
import { type Reading, tagged } from './reading.ts'
import { RESPECTIVELY } from './respectively.ts'
import { ownSubject } from './subject.ts'

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
  if (named.distance === 'own' && (named.rule?.rule.priority ?? 0) >= OWN_PRIORITY && named.side === 'before')
    return null
  const candidates = history.levelsOf(figure.sentence).filter(s => reachable(s.figure, figure))
  const { last } = history
  // `tỷ lệ khá, tốt 55,7%, cao hơn cùng kỳ 4,2%`: the change of a share
  const share = last?.draft.measure === 'share' && last.measure.rule.of === 'own' && measure.rule.measure === 'change'
  if (share && figure.quantity.unit === 'percent' && last.figure.sentence.from === figure.sentence.from) return last
  const head = preferred(reading, candidates, figure, measure)
  if (head) return head
  // "Doanh thu BQ: 820 tr.đ/HTX; TH/KH: 74,5%" and a bracket that opens a new sentence
  return named.distance === 'none' || named.distance === 'context' ? history.lastLevel : null
}

/** A figure inside brackets can be qualified only from inside them. */
const reachable = (head: Figure, figure: Figure) => head.bracket === -1 || head.bracket === figure.bracket

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
    const same = candidates.filter(c => c.draft.unit === unit)
    const whose = ownSubject(reading, figure)?.value
    return same.filter(c => c.draft.subject === whose).at(-1) ?? same.at(-1) ?? candidates.at(-1)
  }
  if (measure.rule.measure !== 'plan_completion') return candidates.at(-1)
  const plan = candidates.find(c => c.draft.status === 'target')
  const reached = candidates.filter(c => c.draft.status !== 'target')
  const inUnitOfPlan = plan ? reached.filter(c => c.draft.unit === plan.draft.unit) : []
  // `đạt 95% tổng số` right behind a number of its own goes with that number
  if (tagged(reading, figure.at - 1, 'Open')) return reached.at(-1) ?? candidates.at(-1)
  return inUnitOfPlan.at(-1) ?? reached.at(-1) ?? candidates.at(-1)
}

/** Twice as many as the figures that `History` looks back on: the n-th of a longer run has no figure to go with. */
const LONGEST_RUN = 2 * REACH + 1

/** `…, tỷ lệ lần lượt là 36%, 40,8% và 23,2%`: the n-th percentage qualifies the n-th of the last figures. */
export const respectiveHead = (reading: Reading, figure: Figure, history: History): Settled | null => {
  if (figure.quantity.unit !== 'percent') return null
  const { terms } = reading
  const marker = lastBefore(reading, RESPECTIVELY, figure.at)
  if (marker < figure.sentence.from) return null
  const run: number[] = []
  for (let i = marker + 1; i < figure.sentence.to && run.length < LONGEST_RUN; i++)
    if (terms[i]?.quantity?.unit === 'percent') run.push(i)
  const before = history.levelsOf(figure.sentence).filter(s => s.figure.at < marker)
  const nth = run.indexOf(figure.at)
  return nth >= 0 && run.length > 1 ? (before[before.length - run.length + nth] ?? null) : null
}
