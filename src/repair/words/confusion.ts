import { confusionRules } from './confusion-rules.ts'

const { alike, capitals, pairs, thin } = confusionRules

/** What one letter in place of another costs, where they look alike and where they do not. */
const ALIKE = 0.4
const OTHER = 1
/** What a letter more or less costs. */
const THIN = 0.7

const ALIKE_PAIRS: ReadonlySet<string> = new Set(
  [...alike, ...capitals].flatMap(group => [...group].flatMap(a => [...group].map(b => a + b))),
)
const TWO_FOR_ONE: ReadonlySet<string> = new Set(Object.entries(pairs).map(([two, one]) => two + one))

const replacing = (a: string, b: string): number => (a === b ? 0 : ALIKE_PAIRS.has(a + b) ? ALIKE : OTHER)
const losing = (letter: string): number => (thin.includes(letter) ? THIN : OTHER)

/**
 * How far a word is from another by what scanners do to letters: the least sum of letters taken for others, lost and made up; those
 * that look alike cost less than a whole letter. Takes words without marks.
 */
export const confusionDistance = (read: string, meant: string): number => {
  let before2: number[] = []
  let before: number[] = [0]
  for (let j = 1; j <= meant.length; j++) before.push((before[j - 1] ?? 0) + losing(meant.charAt(j - 1)))
  for (let i = 1; i <= read.length; i++) {
    const letter = read.charAt(i - 1)
    const row = [(before[0] ?? 0) + losing(letter)]
    for (let j = 1; j <= meant.length; j++) {
      const other = meant.charAt(j - 1)
      const ways = [
        (before[j - 1] ?? 0) + replacing(letter, other),
        (before[j] ?? 0) + losing(letter),
        (row[j - 1] ?? 0) + losing(other),
      ]
      if (i > 1 && TWO_FOR_ONE.has(read.slice(i - 2, i) + other)) ways.push((before2[j - 1] ?? 0) + ALIKE)
      if (j > 1 && TWO_FOR_ONE.has(meant.slice(j - 2, j) + letter)) ways.push((before[j - 2] ?? 0) + ALIKE)
      row.push(Math.min(...ways))
    }
    before2 = before
    before = row
  }
  return before[meant.length] ?? 0
}
