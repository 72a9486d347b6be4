import type { Box, Evidence, Extraction } from '../contract/index.ts'
import { holdsMiddle, wordsIn } from '../read/word-boxes.ts'

type Place = Pick<Evidence, 'start' | 'end' | 'page' | 'box' | 'quote' | 'cell'>
type Read = Pick<Extraction, 'text' | 'tables' | 'words'>

/** Points: boxes within lines of text take all letters to be as wide. */
const ASTRAY = 20

/**
 * Whether two places are those of one number: their words overlap; where one has no words, one box holds the middle of the other. Boxes
 * that merely overlap are those of numbers beside each other.
 * @param read that their offsets point into
 */
export const isSameNumber = (read: Read, a: Place, b: Place): boolean => {
  if (hasWords(a) && hasWords(b)) return a.start < b.end && b.start < a.end
  if (hasWords(b)) return isSameNumber(read, b, a)
  if (a.page !== b.page || a.box === null || b.box === null) return false
  const slack = hasWords(a) ? slackOf(read, a, b.quote) : 0
  return slack !== null && (holdsMiddle(a.box, b.box) || holdsMiddle(widened(b.box, slack), a.box))
}

const hasWords = ({ start, end }: Place): boolean => start < end

const widened = ([left, top, right, bottom]: Box, by: number): Box => [left - by, top, right + by, bottom]

/**
 * How far from a number of the text a box that is drawn around it may be, in points; null where the box is drawn around another. The
 * box of the number is its ink on a scan. Elsewhere it is reckoned from its line, or that of its cell, which may hold more: there what
 * was read in the drawn box tells which number is meant.
 */
const slackOf = (read: Read, number: Place, quote: string): number | null => {
  if (wordsIn(read.words ?? [], number).length > 0) return 0
  const inCell = cellNumerals(read, number)
  if (inCell?.length === 1) return 0
  const quoted = numeralsOf(quote)
  if (quoted.length === 0) return inCell === null ? 0 : null
  const isQuoted = numeralsOf(read.text.slice(number.start, number.end)).some(figure => quoted.includes(figure))
  if (!isQuoted) return null
  return inCell === null ? ASTRAY : 0
}

/** The numerals of the cell that holds a number; null outside of tables. */
const cellNumerals = ({ tables }: Read, { cell }: Place): readonly string[] | null => {
  if (cell === null) return null
  const rows = tables.find(({ id }) => id === cell.table)?.rows ?? []
  const found = rows.flat().find(({ row, column }) => row === cell.row && column === cell.column)
  return numeralsOf(found?.text ?? '')
}

/** By their digits alone: a number may be typed in another notation than it is printed in. */
const numeralsOf = (words: string): readonly string[] =>
  [...words.matchAll(/\d+(?:[.,]\d+)*/g)].map(([numeral]) => numeral.replace(/\D/g, '').replace(/^0+(?=\d)/, ''))
