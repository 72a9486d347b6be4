import type { CellPlace, Span, Table, TableCell } from '../contract/index.ts'
import type { Block } from '../outline/block.ts'
import { captionOf } from '../table/caption.ts'
import type { DraftCell, Excerpt } from './draft.ts'
import { plain, withMark } from './marked-text.ts'
import { aboveOf, headingsOf, textsOf } from './prose-excerpts.ts'

/** Rows of the widest excerpt, its head not counted. */
const MOST_ROWS = 60

/** How many rows around the record's own may tell what it belongs to. */
const NEIGHBOURS = 3

/**
 * A row under the heads of its columns and the rows that it is part of; with its neighbours; with all rows of its table (of a long one
 * those around it). Above them the caption and the headings.
 * @param start where the table begins in the text that the blocks are of
 */
export const tableExcerpts = (blocks: readonly Block[], start: number, table: Table, place: CellPlace): Excerpt[] => {
  const first = blocks.findIndex(({ kind, content }) => kind === 'row' && (content.starts[0] ?? 0) >= start)
  const own = captionOf(blocks, first < 0 ? blocks.length : first, () => false).blocks
  const [nearest] = own
  const headings = nearest === undefined ? [] : headingsOf(blocks, nearest)
  const caption = textsOf(own.filter(block => !headings.includes(block)).reverse())
  const above = aboveOf(headings)
  const head = table.header.length
  const all = [...table.header, ...table.rows]
  const chain = new Set([...place.headers.map(({ row }) => row), place.row])
  const widest = Math.max(head, Math.min(place.row - MOST_ROWS / 2, all.length - MOST_ROWS))
  const kept: ((row: number) => boolean)[] = [
    row => chain.has(row),
    row => chain.has(row) || Math.abs(row - place.row) <= NEIGHBOURS,
    row => chain.has(row) || (row >= widest && row < widest + MOST_ROWS),
  ]
  return kept.map(isKept => {
    const rows = [...all.keys()].filter(row => row < head || isKept(row))
    return { above, table: { caption, rows: rowsOf(all, rows, place) } }
  })
}

/** The cells of the rows that are kept; a cell that reaches into them from a row that is not begins in the first of them. */
const rowsOf = (all: readonly (readonly TableCell[])[], kept: readonly number[], place: CellPlace): DraftCell[][] => {
  const rows = kept.map((): TableCell[] => [])
  const mark = all[place.row]?.find(cell => cell.column === place.column)
  for (const cell of all.flat()) {
    const reached = kept.filter(row => row >= cell.row && row < cell.row + cell.rowSpan)
    const [first] = reached
    if (first !== undefined) rows[kept.indexOf(first)]?.push({ ...cell, rowSpan: reached.length })
  }
  return rows.map(cells =>
    cells
      .sort((a, b) => a.column - b.column)
      .map(cell => draftCell(cell, cell.start === mark?.start && cell.row === place.row)),
  )
}

const draftCell = ({ text: written, rowSpan: rows, columnSpan: columns }: TableCell, marked: boolean): DraftCell => {
  const text = marked ? withMark(written, numberIn(written)) : plain(written)
  return rows === 1 && columns === 1 ? text : { text, rows, columns }
}

/** The number of a cell, which may have its unit beside it. */
const numberIn = (text: string): Span => {
  const number = /\d[\d.,]*\d|\d/.exec(text)
  return number === null
    ? { start: 0, end: text.length }
    : { start: number.index, end: number.index + number[0].length }
}
