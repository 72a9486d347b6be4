import type { ReadObservation, Span } from '../contract/index.ts'
import { NUMERAL } from '../observe/numerals.ts'

/**
 * The numbers of a stretch of a text, in order: each statistic's number whole, in digits or in words, and every other numeral.
 * @param observations the statistics of the text
 */
export const numeralsIn = (text: string, stretch: Span, observations: readonly ReadObservation[]): Span[] => {
  const inside = ({ start, end }: Span) => start < stretch.end && stretch.start < end
  const numbers = observations.map(({ evidence: { start, end } }) => ({ start, end })).filter(inside)
  // a numeral that the stretch cuts into is seen whole
  const from = text.lastIndexOf('\n', stretch.start - 1) + 1
  const newline = text.indexOf('\n', stretch.end)
  const line = text.slice(from, newline < 0 ? text.length : newline)
  const numerals = [...line.matchAll(NUMERAL)]
    .map(m => ({ start: from + m.index, end: from + m.index + m[0].length }))
    .filter(inside)
  const rest = numerals.filter(n => !numbers.some(o => o.start <= n.start && n.end <= o.end))
  return [...numbers, ...rest].sort((a, b) => a.start - b.start)
}
