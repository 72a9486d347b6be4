import type { Figure } from './figure.ts'
import type { Reading } from './reading.ts'

const LONGEST = 200

/** The words that narrow a figure whose indicator has no code of its own; null where there are none or a code says it all. */
export const qualifierOf = (reading: Reading, figure: Figure, indicator: string): string | null => {
  if (!indicator.endsWith('other') && indicator !== 'land_area') return null
  const before = wordsOf(reading, figure.low, figure.at)
  const behind = wordsOf(reading, (figure.second?.at ?? figure.at) + 1, figure.high)
  const words = [before, behind].filter(s => s !== '').join(' … ')
  return words === '' ? null : words.slice(0, LONGEST)
}

const wordsOf = ({ terms, content }: Reading, from: number, to: number): string => {
  const first = terms[from]
  const last = terms[to - 1]
  if (!first || !last || from >= to) return ''
  const words = content.text.slice(first.start, last.end).replace(/^[\s,;:.()-]+/, '')
  // from the end back: the pattern `[…]+$` is tried anew at every sign of a long run
  let end = words.length
  while (end > 0 && /[\s,;:.(-]/.test(words.charAt(end - 1))) end--
  return words.slice(0, end)
}
