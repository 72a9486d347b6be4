import { largest } from '../extremes.ts'
import { FontInk } from './font-ink.ts'
import { paragraphText } from './paragraph-text.ts'
import { NO_STYLE_FONTS } from './style-fonts.ts'
import type { WordCell, WordNode, WordTable } from './word-model.ts'

/** The head of a document and its signature take one to three rows of two columns. */
const MAX_ROWS = 4
const MAX_COLUMNS = 2

/** A cell of data: a number, perhaps with its unit sign. */
const NUMBER = /^[-–(]?\d[\d.,\s]*%?\)?$/

/**
 * Whether a table holds no data but sets blocks of text side by side: the agency and the motto, the recipients and the
 * signature, a frame around a title. Such a table has one column, or two and few rows without a number of its own cell.
 */
export function setsBlocksSideBySide(table: WordTable): boolean {
  const width = largest(table.children.map(row => row.children.reduce((sum, cell) => sum + cell.colSpan, 0)))
  if (width <= 1) return true
  if (width > MAX_COLUMNS || table.children.length > MAX_ROWS) return false
  return !table.children.some(row => row.children.some(holdsNumber))
}

const holdsNumber = (cell: WordCell): boolean => NUMBER.test(textOf(cell.children).trim())

const textOf = (nodes: readonly WordNode[]): string =>
  paragraphText(nodes, { notes: [], images: 0, ink: new FontInk(), styleFonts: NO_STYLE_FONTS }).lines.join(' ')
