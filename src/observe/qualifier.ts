import type { Figure } from './figure.ts'
import { type Reading, tagged } from './reading.ts'

const LONGEST = 200

/**
 * The words that narrow a figure whose indicator has no code of its own: the phrase that names it before the number, and the
 * one that says what was counted behind it. Null where there are none or a code says it all.
 */
export const qualifierOf = (reading: Reading, figure: Figure, indicator: string): string | null => {
  if (!indicator.endsWith('other') && indicator !== 'land_area') return null
  const before = phrase(reading, ...namingBefore(reading, figure))
  const behind = phrase(reading, ...countedBehind(reading, figure))
  const words = [before, behind].filter(s => s !== '').join(' … ')
  return words === '' ? null : words.slice(0, LONGEST)
}

/** Words that lead from a name to its number, or on from there, and are no part of either phrase. */
const LEADING = new Set(
  'là đạt có còn ở của và với thì do để cho từ đến cả được nay hiện mới đã lên xuống khoảng gồm bằng nhưng mà'.split(
    ' ',
  ),
)
const LEADING_TAGS = [
  'Break',
  'Reach',
  'Comparator',
  'EstimateWord',
  'ExpectedWord',
  'TargetWord',
  'ActualWord',
  'Time',
  'RaiseTo',
  'Equals',
  'OfWhich',
  'Yearly',
  'Slash',
  'Per',
  'Dash',
] as const

const leads = (reading: Reading, at: number): boolean => {
  const term = reading.terms[at]
  const word = term ? reading.content.text.slice(term.start, term.end).toLowerCase() : ''
  return LEADING.has(word) || LEADING_TAGS.some(tag => tagged(reading, at, tag))
}

/** Terms before the number from the last other number on, without that one's counter. */
const namingBefore = (reading: Reading, { low, at }: Figure): [number, number] => {
  const { terms } = reading
  let from = at
  while (from > low && !terms[from - 1]?.quantity) from--
  if (terms[from - 1]?.quantity && (terms[from]?.entry?.counts !== undefined || tagged(reading, from, 'Per'))) from++
  let to = at
  while (from < to && leads(reading, from)) from++
  while (to > from && leads(reading, to - 1)) to--
  return [from, to]
}

/** Terms behind the number up to the next other number. */
const countedBehind = (reading: Reading, figure: Figure): [number, number] => {
  const { terms } = reading
  let from = (figure.second?.at ?? figure.at) + 1
  let to = from
  while (to < figure.high && !terms[to]?.quantity) to++
  // the words right before the next number are its own
  if (terms[to]?.quantity && to < figure.high) while (to > from + 1 && !leads(reading, to - 1)) to--
  while (from < to && leads(reading, from)) from++
  while (to > from && leads(reading, to - 1)) to--
  return [from, to]
}

const phrase = ({ terms, content }: Reading, from: number, to: number): string => {
  const first = terms[from]
  const last = terms[to - 1]
  if (!first || !last || from >= to) return ''
  const opened = content.text.slice(first.start, last.end).replace(/^[\s,;:.()-]+/, '')
  // from the end back: the pattern `[…]+$` is tried anew at every sign of a long run
  let end = opened.length
  while (end > 0 && /[\s,;:.(-]/.test(opened.charAt(end - 1))) end--
  const words = opened.slice(0, end)
  // a bracket that was opened only, or closed only, is not quoted
  const open = words.lastIndexOf('(')
  return open > words.lastIndexOf(')') ? words.slice(0, open).trim() : words
}
