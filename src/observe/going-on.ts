import type { Figure } from './figure.ts'
import type { History, Settled } from './history.ts'
import { type Reading, tagged } from './reading.ts'

/** What may stand between the two ends of a rise beside its counter: `từ 412.600 người năm 2002 xuống còn 386.200 người`. */
const BETWEEN_ENDS = ['RaiseTo', 'Time', 'Per', 'Comparator', 'Money', 'Percent'] as const

/** `từ 1.061 xuống 834 thành viên`, `từ 9.200 lên 16.700 người`: the figure that the other end of a rise gave. */
export const raisedFrom = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const { terms } = reading
  const { last } = history
  if (!last || last.figure.sentence.from !== figure.sentence.from || last.figure.bracket !== figure.bracket) return null
  if (terms[last.figure.at - 1]?.key !== 'tu') return null
  const { unit } = figure.quantity
  if (unit !== null && unit !== last.draft.unit) return null
  let raised = false
  for (let i = last.figure.at + 1; i < figure.at; i++) {
    raised ||= tagged(reading, i, 'RaiseTo')
    const passes = BETWEEN_ENDS.some(tag => tagged(reading, i, tag)) || terms[i]?.entry?.counts !== undefined
    if (!passes && terms[i]?.key !== 'con') return null
  }
  return raised ? last : null
}

/** `(năm 2015 tương ứng là 11,2% và 36,5%)`: the shares right before the words, once more for another time. */
export const respectively = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const { terms } = reading
  const { unit } = figure.quantity
  let marker = -1
  for (let i = figure.at - 1; i >= figure.sentence.from && marker < 0; i--)
    if (tagged(reading, i, 'Respectively')) marker = i
  if (marker < 0 || unit !== 'percent') return null
  let nth = 0
  let run = 0
  for (let i = marker + 1; i < figure.sentence.to && !tagged(reading, i, 'Close'); i++) {
    if (terms[i]?.quantity?.unit !== unit) continue
    if (i < figure.at) nth++
    run++
  }
  const before = history.ofSentence(figure.sentence).filter(s => s.figure.at < marker)
  const shares = before.slice(before.length - run)
  if (run < 2 || shares.length < run) return null
  const all = shares.every(s => s.draft.measure === 'share' && s.measure.rule.of === 'own')
  return all ? (shares[nth] ?? null) : null
}

/** `tỷ lệ này ở các hợp tác xã nông nghiệp lên tới 51,5%`: the share before, of another whole. */
export const thisRate = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const { last } = history
  if (!last || last.draft.unit !== figure.quantity.unit) return null
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'ThisRate')) return last
  return null
}

/** `thành viên tăng bình quân 4,2%/năm, từ 21.700 người năm 2015 lên 26.650 người`: what has changed, from its beginning on. */
export const changedFrom = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const { last } = history
  if (last?.draft.measure !== 'change' || last.figure.sentence.from !== figure.sentence.from) return null
  if (reading.terms[figure.at - 1]?.key !== 'tu' || last.indicator?.unit !== figure.quantity.unit) return null
  for (let i = figure.at + 1; i < Math.min(figure.at + RISE_REACH, figure.sentence.to); i++)
    if (tagged(reading, i, 'RaiseTo')) return last
  return null
}

const RISE_REACH = 6

/** `đạt 3,9 triệu đồng/người/tháng, cao nhất là vận tải 5,6 triệu đồng`: an amount of one kind beside the mean of all. */
export const extremeOf = (reading: Reading, figure: Figure, history: History): Settled | null => {
  const last = history.lastLevel
  if (last?.draft.unit !== 'VND' || last.figure.sentence.from !== figure.sentence.from) return null
  if (figure.quantity.unit !== 'VND' || last.figure.bracket !== figure.bracket) return null
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'Extreme')) return last
  return null
}
