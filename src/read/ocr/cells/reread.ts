import type { Message } from '../../../contract/index.ts'

/** Characters that a cell of figures may hold, as a recogniser's list. */
export const FIGURE_CHARACTERS = '0123456789.,%-/()'

/** What a recogniser read in a cell, and how sure it was of its least certain word, 0 to 100. */
export interface CellReading {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly confidence: number
}

/** A column is one of figures if so many of its cells that have text are figures, and at least so many. */
const FIGURES_SHARE = 0.5
const FEWEST_FIGURES = 3

/** Figures read with less confidence are read again. */
const SURE = 90

/** Figures as offices write them: `1.599`, `105,2%`, `-`, `(12)`, `25/41`. */
const FIGURE = /^[(-]?\d[\d.,/]*\d?%?\)?$|^[-–—]$/u

const isFigure = (text: string): boolean => FIGURE.test(text.replaceAll(/\s/gu, ''))

/** Letters that digits are taken for; beside digits a single letter may be any. */
const LOOKS_LIKE_FIGURE = /^[lI|!iOoQDSsBZzgq\d.,%/()\s-]+$/u
const HAS_WORD = /\p{L}{2}/u

const mayBeFigure = (text: string): boolean =>
  LOOKS_LIKE_FIGURE.test(text) || (/\d/u.test(text) && !HAS_WORD.test(text))

/**
 * The cells to be read again as figures: those of columns of figures whose text is none or was read with little confidence, and
 * could be one. Indexes of the readings given.
 */
export function cellsToReread(readings: readonly CellReading[]): number[] {
  const columns = new Map<number, { filled: number; figures: number }>()
  for (const { column, text } of readings) {
    if (text.trim() === '') continue
    const counts = columns.get(column) ?? { filled: 0, figures: 0 }
    counts.filled++
    if (isFigure(text)) counts.figures++
    columns.set(column, counts)
  }
  return readings.flatMap(({ column, text, confidence }, i) => {
    const { filled, figures } = columns.get(column) ?? { filled: 0, figures: 0 }
    if (figures < FEWEST_FIGURES || figures < FIGURES_SHARE * filled || text.trim() === '') return []
    if (isFigure(text) && confidence >= SURE) return []
    return mayBeFigure(text.trim()) ? [i] : []
  })
}

/** The reading of a cell that holds: the text, and whether it is the second. */
export interface SettledReading {
  readonly text: string
  readonly isSecond: boolean
}

/**
 * Settles on one of two readings of a cell of figures. The second, made with figures only, holds where it is a figure and the first
 * is none; where both are figures the first holds, read with all that the recogniser knows.
 */
export function settledReading(first: string, second: string): SettledReading {
  const text = second.replaceAll(/\s/gu, '')
  return isFigure(text) && !isFigure(first) ? { text, isSecond: true } : { text: first, isSecond: false }
}

/** Says that a cell was read twice and differently. */
export const cellReadTwice = (first: string, second: string, page: number): Message => ({
  level: 'warning',
  code: 'cell-read-twice',
  text: {
    vi: `Một ô số đọc lần đầu là "${first.trim()}", đọc lại chỉ với chữ số là "${second.trim()}".`,
    en: `A cell of figures was read as "${first.trim()}", and as "${second.trim()}" when read again for digits only.`,
  },
  page,
})
