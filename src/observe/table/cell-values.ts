import type { Comparator, Per, Span, Unit } from '../../contract/index.ts'
import { withDigits } from '../../lex/digits.ts'
import { parseNumber } from '../../lex/parse-number.ts'
import type { Quantity } from '../../lex/term.ts'
import { sliceMapped, sourceSpan } from '../../repair/mapped-text.ts'
import type { Cell } from '../../table/grid.ts'
import type { NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'

/** A figure of a cell, before the unit of its row or column is put to it. */
export interface CellValue {
  /** Place of the number in the text as read. */
  readonly place: Span
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly alternative: number | null
  /** What the cell itself says beside the number. */
  readonly unit: Unit | null
  /** The word that counts it in the cell; null without one. */
  readonly counted: NamedUnit | null
  readonly scale: number
  readonly per: readonly Per[]
  readonly comparator: Comparator
  /** A plan set behind what was reached: the second of `22/30`. */
  readonly second: boolean
  /** A share in brackets behind a figure: `139 (48,3%)`. */
  readonly bracketed: boolean
}

/** A number alone in its cell, with its sign before it and the mark of a footnote behind. */
const PLAIN =
  /^([-–+<>≤≥~]|>=|<=)?\s?(\d{1,3}(?:[.,]?\s\d{3})+|[\dlIOS][\d.,lIOS]*[\dlIOS]|[\dlO])(?:\s?\(?\*+\)?|\s?\(\d\)|[¹²³])?$/u
const GROUPED = /\s/
const COMPARATORS: Readonly<Record<string, Comparator>> = {
  ...{ '<': 'lt', '>': 'gt', '≤': 'le', '≥': 'ge', '<=': 'le', '>=': 'ge', '~': 'about' },
}
const DIGITS = /(?:[OlI]+[.,]?)?\d(?:.*\d)?[OS]*/u

/** Digits, or the letters that a scan makes of them, alone. */
export const holdsFigure = (text: string): boolean => /\d/.test(text) || /^[lIOS]{1,4}$/.test(text)

/** The figures of a cell; none for a mark that says there is none, or for words. */
export const cellValues = (cell: Cell, cells: LexedCells): CellValue[] => {
  const { text } = cell.content
  if (!holdsFigure(text)) return []
  const plain = PLAIN.exec(text)
  const [, before = '', digits = ''] = plain ?? []
  // `8. 070`, `4 620`: a blank within a number is a scan's, or sets its thousands apart
  const written = withDigits(GROUPED.test(digits) ? digits.replace(/[.,]?\s/g, '.') : digits)
  const reading = plain === null ? null : parseNumber(written, cells.writing.convention)
  if (plain !== null && reading !== null) {
    const sign = /[-–]/.test(before) ? -1 : 1
    const from = text.indexOf(digits, before.length)
    const to = from + digits.length
    const { value, alternative } = reading
    const comparator = COMPARATORS[before.trim()] ?? 'eq'
    return [
      {
        ...BARE,
        comparator,
        place: sourceSpan(cell.content, from, to),
        value: sign * value,
        alternative: alternative === null ? null : sign * alternative,
      },
    ]
  }
  return lexedValues(cell, cells)
}

const BARE: Omit<CellValue, 'place'> = {
  ...{ value: null, min: null, max: null, alternative: null, unit: null, counted: null, scale: 1, per: [] },
  ...{ comparator: 'eq', second: false, bracketed: false },
}

const lexedValues = (cell: Cell, cells: LexedCells): CellValue[] => {
  const { content } = cell
  const { terms } = cells.lex(content)
  return terms.flatMap((term): CellValue[] => {
    const { quantity } = term
    if (quantity === undefined) return []
    const written = content.text.slice(term.start, term.end)
    const digits = DIGITS.exec(written)
    const start = term.start + (digits?.index ?? 0)
    const place = sourceSpan(content, start, digits === null ? term.end : start + digits[0].length)
    const minus = /[-–]\s?$/u.test(content.text.slice(0, start)) && start <= 2 ? -1 : 1
    const open = content.text.lastIndexOf('(', start)
    const bracketed = open > 0 && /\d/.test(content.text.slice(0, open))
    const words = quantity.counter === null ? null : quantity.words.unit
    const counted = words === null ? null : { words: sliceMapped(content, words.start, words.end), quantity }
    return [{ ...figureOf(quantity, minus), counted, place, bracketed }]
  })
}

const figureOf = (q: Quantity, sign: number): Omit<CellValue, 'place' | 'bracketed' | 'counted'> => ({
  value: q.value === null ? null : sign * q.value,
  min: q.min,
  max: q.max,
  alternative: q.alternative,
  unit: q.unit,
  scale: q.scale,
  per: q.per,
  comparator: q.comparator,
  second: q.pair === 'second',
})
