import type { FontStretch, SourceCell, SourceTable } from '../source-document.ts'
import { TextAssembler } from '../text-assembler.ts'
import { cellAddress, rowAddress, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { sheetParts } from './sheet-parts.ts'

/** The text of a workbook with everything that is known about its places. */
export interface WorkbookText {
  readonly assembler: TextAssembler
  readonly tables: readonly SourceTable[]
  readonly fonts: readonly FontStretch[]
}

/** Columns of a table that show something, from left to right, each with its place among them. */
type Columns = ReadonlyMap<number, number>

/**
 * Writes out the sheets one under the other. Text around tables takes a line a cell, a table a line a row with a tab between its
 * columns. Columns and rows that show nothing are left out.
 */
export function workbookText(sheets: readonly Sheet[]): WorkbookText {
  const writer = new Writer()
  for (const sheet of sheets) writer.sheet(sheet)
  return writer
}

/** UTF-16 units that the text will take at most. */
export const textLength = (sheets: readonly Sheet[]): number =>
  sheets.reduce(
    (sum, { rows }) =>
      sum +
      rows.length * columnsOf(rows).size +
      rows.reduce((length, row) => length + row.cells.reduce((l, cell) => l + cell.text.length + 1, 0), 0),
    0,
  )

class Writer implements WorkbookText {
  readonly assembler = new TextAssembler()
  readonly tables: SourceTable[] = []
  readonly fonts: FontStretch[] = []

  sheet({ name, rows }: Sheet): void {
    for (const part of sheetParts(rows)) {
      if (part.kind === 'table') this.#table(name, part.rows)
      else for (const row of part.rows) for (const cell of row.cells) this.#line(name, cell)
    }
  }

  #line(sheet: string, cell: SheetCell): void {
    const { row, column, text } = cell
    this.#font(cell, this.assembler.next)
    this.assembler.add(text, place(cellAddress(sheet, row, column)))
  }

  #table(sheet: string, rows: readonly SheetRow[]): void {
    const columns = columnsOf(rows)
    const places = new Map(rows.map((row, i) => [row.index, i]))
    const start = this.assembler.next
    const cells: SourceCell[] = []
    for (const row of rows) {
      const texts = Array<string>(columns.size).fill('')
      for (const cell of row.cells) texts[columns.get(cell.column) ?? 0] = cell.text
      const starts = startsOf(texts, this.assembler.next)
      for (const cell of row.cells) {
        const column = columns.get(cell.column) ?? 0
        const at = starts[column] ?? 0
        this.#font(cell, at)
        cells.push({
          row: places.get(cell.row) ?? 0,
          column,
          rowSpan: span(places, cell.row, cell.rowSpan),
          columnSpan: span(columns, cell.column, cell.columnSpan),
          start: at,
          end: at + cell.text.length,
          page: null,
          box: null,
          path: cellAddress(sheet, cell.row, cell.column),
        })
      }
      this.assembler.add(texts.join('\t'), place(rowAddress(sheet, row.index)))
    }
    const flattened = rows.every(row => row.cells.every(cell => cell.columnSpan === 1))
    this.tables.push({ start, end: this.assembler.next - 1, page: null, cells, ...(flattened ? { flattened } : {}) })
  }

  #font({ font, text }: SheetCell, start: number): void {
    if (font !== null && text !== '') this.fonts.push({ start, end: start + text.length, font })
  }
}

const place = (path: string) => ({ page: null, box: null, role: 'body', wrapped: false, path }) as const

/** How many of the places from one on are kept. */
function span(kept: ReadonlyMap<number, number>, from: number, length: number): number {
  let count = 0
  if (length <= kept.size) {
    for (let at = from; at < from + length; at++) if (kept.has(at)) count++
  } else for (const at of kept.keys()) if (at >= from && at < from + length) count++
  return Math.max(1, count)
}

const columnsOf = (rows: readonly SheetRow[]): Columns => {
  const columns = new Set<number>()
  for (const row of rows) for (const cell of row.cells) columns.add(cell.column)
  return new Map([...columns].sort((a, b) => a - b).map((column, i) => [column, i]))
}

function startsOf(texts: readonly string[], from: number): number[] {
  let at = from
  return texts.map(text => {
    const start = at
    at += text.length + 1
    return start
  })
}
