import type { MappedText } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { LexedCells } from './lexed-cells.ts'
import { isOther } from './telling.ts'

/** What a label says, word by word, without words that say nothing. */
export type LabelTokens = readonly string[]

const ORGANISATION = '#Organisation'
const OTHERS = '#OtherSector'

const SILENT = [
  'TotalWord',
  'OfWhich',
  'Neutral',
  'Break',
  'Number',
  'Quantity',
  'Slash',
  'Dash',
  'Plus',
  'Open',
  'Close',
] as const

/**
 * The words of a label as they are compared with those of a form: words of one entry of the lexicon are one word, whatever
 * their abbreviation, and so are all kinds of organisations; `tổng số` and signs are left out.
 */
export const labelTokens = (content: MappedText, cells: LexedCells): LabelTokens =>
  cells.lex(content).terms.flatMap(term => {
    const written = content.text.slice(term.start, term.end)
    if (!/\p{L}/u.test(written) || term.time !== undefined) return []
    if (hasTag(term.tags, cells.rules.tags.id('Organisation'))) return [ORGANISATION]
    // what is left of a split is neutral in running text, and a row of its own in a table
    if (isOther(term)) return [OTHERS]
    if (SILENT.some(tag => hasTag(term.tags, cells.rules.tags.id(tag)))) return []
    return [term.entry === null ? term.key : `#${term.entry.tag}`]
  })

/** All words of a label, but that all kinds of organisations are one. */
export const labelWords = (content: MappedText, cells: LexedCells): LabelTokens =>
  cells
    .lex(content)
    .terms.flatMap(term =>
      hasTag(term.tags, cells.rules.tags.id('Organisation')) ? [ORGANISATION] : term.key.split(' '),
    )

/**
 * How alike two labels are, between 0 and 1: twice the words in common, in order, by all words (Dice). Where one of them leaves
 * the organisations to its section, those of the other do not count.
 */
export const likeness = (one: LabelTokens, other: LabelTokens): number =>
  one.includes(ORGANISATION) === other.includes(ORGANISATION)
    ? dice(one, other)
    : dice(
        one.filter(token => token !== ORGANISATION),
        other.filter(token => token !== ORGANISATION),
      )

const dice = (one: LabelTokens, other: LabelTokens): number => {
  if (one.length === 0 || other.length === 0) return 0
  const common = commonInOrder(one, other)
  return (2 * common) / (one.length + other.length)
}

/** Length of the longest common subsequence. */
const commonInOrder = (one: LabelTokens, other: LabelTokens): number => {
  let row = new Uint16Array(other.length + 1)
  for (const token of one) {
    const next = new Uint16Array(other.length + 1)
    other.forEach((word, j) => {
      next[j + 1] = same(token, word) ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0)
    })
    row = next
  }
  return row[other.length] ?? 0
}

/** Words that a scan may have made of one another: one letter differs, of four or more. */
const same = (one: string, other: string): boolean => {
  if (one === other) return true
  if (one.length !== other.length || one.length < 4 || one.startsWith('#')) return false
  let differences = 0
  for (let i = 0; i < one.length && differences < 2; i++) if (one[i] !== other[i]) differences++
  return differences < 2
}

/** The one ends with the other, as a label does whose first line was lost. */
export const endsWith = (whole: LabelTokens, end: LabelTokens): boolean =>
  end.length < whole.length && end.every((token, i) => same(token, whole[whole.length - end.length + i] ?? ''))
