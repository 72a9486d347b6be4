import type { RecognisedWord } from '../recognised-word.ts'
import { cellAt, type SheetCell } from './cell-sheet.ts'
import { partAtCells } from './part-at-cells.ts'

/** What was read in a cell of a sheet. */
export interface CellWords {
  readonly cell: SheetCell
  /** In pixels of the sheet. */
  readonly words: readonly RecognisedWord[]
  /** Letters in it were read as one word with those of other cells: how they are parted is a guess. */
  readonly isGuessed: boolean
}

/** The breadths of figures are known well and tell where to part them; a word beside a figure parts from it by itself. */
const FIGURES = /^[\d.,]+$/u
const LETTERS = /^(?!.*\d).*\p{L}{2}/u

/**
 * The words of each cell of a sheet, as the engine read it.
 * @returns one for each of the cells, in their order
 */
export function wordsOfCells(words: readonly RecognisedWord[], cells: readonly SheetCell[]): CellWords[] {
  const lines = new Map<number, SheetCell[]>()
  for (const cell of cells) {
    const line = lines.get(cell.line) ?? []
    lines.set(cell.line, line)
    line.push(cell)
  }
  const found = new Map<SheetCell, { words: RecognisedWord[]; isGuessed: boolean }>()
  for (const word of words) {
    const [left, top, right, bottom] = word.box
    const place = cellAt({ cells }, (left + right) / 2, (top + bottom) / 2)
    const parts = place === undefined ? [] : partAtCells(word, lines.get(place.line) ?? [])
    const isGuess = parts.length > 1 && !parts.every(({ word: { text } }) => FIGURES.test(text) || LETTERS.test(text))
    for (const { cell, word: part } of parts) {
      const own = found.get(cell) ?? { words: [], isGuessed: false }
      found.set(cell, own)
      own.words.push(part)
      own.isGuessed ||= isGuess
    }
  }
  return cells.map(cell => ({ cell, ...(found.get(cell) ?? { words: [], isGuessed: false }) }))
}

/** Words of cells where they stand on the page. Words of one cell that the engine set in one line make up a line, from 0. */
export function onPage(read: readonly CellWords[]): RecognisedWord[] {
  const lines = new Map<string, number>()
  return read.flatMap(({ cell, words }) =>
    words.map(word => {
      const [dx, dy] = cell.toPage
      const key = `${cell.index} ${word.line}`
      const line = lines.get(key) ?? lines.size
      lines.set(key, line)
      const [left, top, right, bottom] = word.box
      return { ...word, box: [left + dx, top + dy, right + dx, bottom + dy], line, company: cell.line }
    }),
  )
}
