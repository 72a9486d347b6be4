import type { MeasuredLine } from './line-measures.ts'

/** Fewer words may stand evenly by chance: the heads of columns. */
const FEWEST = 5

/** The widest blank is so many times as wide as the narrowest at most. */
const EVEN = 1.5

/** Text has words; rows of numbers stand evenly too. */
const MOST_NUMBERS = 0.5

/**
 * Whether a line was stretched from margin to margin, as typewritten lines of a few long words are: all its blanks are as wide, however
 * wide, and part no columns.
 */
export function hasEvenBlanks({ words }: MeasuredLine): boolean {
  if (words.length < FEWEST) return false
  if (words.filter(({ text }) => !/\p{L}/u.test(text)).length > MOST_NUMBERS * words.length) return false
  const blanks = words.slice(1).map(({ box }, i) => box[0] - (words[i]?.box[2] ?? 0))
  const narrowest = Math.min(...blanks)
  return narrowest > 0 && Math.max(...blanks) <= EVEN * narrowest
}
