import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import { read } from '@e965/xlsx'
import type { Message } from '../../contract/index.ts'
import { type ShownCell, shownCell } from './cell-text.ts'
import { cellAddress, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { errorCells, formulasWithoutValue, hiddenSheets, sheetsLeftOut } from './spreadsheet-messages.ts'

/** The font of a cell by the place of its sheet in the workbook, its row and its column (from 0). */
export type FontOf = (sheet: number, row: number, column: number) => string | null

/** The sheets of a workbook, or why the library could not read it. */
export type Workbook =
  | { readonly sheets: readonly Sheet[]; readonly messages: readonly Message[] }
  | { readonly error: string }

/** Reads all sheets of a workbook of any form that SheetJS knows. */
export function readWorkbook(bytes: Uint8Array, fontOf: FontOf): Workbook {
  const workbook = parse(bytes)
  if ('error' in workbook) return workbook
  const notes = new Notes()
  const sheets = workbook.SheetNames.flatMap((name, i) => {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined
    const hidden = (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    if (sheet === undefined) return []
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') {
      notes.leftOut.push(name)
      return []
    }
    const rows = rowsOf(sheet, name, (row, column) => fontOf(i, row, column), notes)
    if (hidden && rows.length > 0) notes.hidden.push(name)
    return [{ name, hidden, rows }]
  })
  return { sheets, messages: notes.messages() }
}

/** `dateNF` stands for the date format that follows the system's settings. */
const parse = (bytes: Uint8Array): WorkBook | { readonly error: string } => {
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return read(data, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, dateNF: 'dd/mm/yyyy' })
  } catch (error) {
    return { error: error instanceof Error ? (error.message.split('\n', 1)[0]?.slice(0, 200) ?? '') : String(error) }
  }
}

/** What readers of the result should know, gathered over all sheets. */
class Notes {
  readonly leftOut: string[] = []
  readonly hidden: string[] = []
  readonly errors: string[] = []
  readonly empty: string[] = []

  messages(): Message[] {
    return [
      ...(this.hidden.length > 0 ? [hiddenSheets(this.hidden)] : []),
      ...(this.leftOut.length > 0 ? [sheetsLeftOut(this.leftOut)] : []),
      ...(this.errors.length > 0 ? [errorCells(this.errors)] : []),
      ...(this.empty.length > 0 ? [formulasWithoutValue(this.empty)] : []),
    ]
  }
}

function rowsOf(
  sheet: WorkSheet,
  name: string,
  fontOf: (row: number, column: number) => string | null,
  notes: Notes,
): SheetRow[] {
  const merges = mergesOf(sheet)
  const rows: SheetRow[] = []
  const stored: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  // forEach passes over the places of a sparse array that hold nothing
  stored.forEach((cells, row) => {
    const shown: SheetCell[] = []
    cells?.forEach((cell, column) => {
      if (cell === undefined) return
      if (cell.t === 'e') notes.errors.push(cellAddress(name, row, column))
      if (cell.f !== undefined && cell.v === undefined) notes.empty.push(cellAddress(name, row, column))
      const { text, number }: ShownCell = shownCell(cell)
      const merge = merges(row, column)
      if (text === '' || merge === 'covered') return
      shown.push({ row, column, ...merge, text, number, font: fontOf(row, column) })
    })
    if (shown.length > 0) rows.push({ index: row, cells: shown })
  })
  return rows
}

interface Spans {
  readonly rowSpan: number
  readonly columnSpan: number
}

const SINGLE: Spans = { rowSpan: 1, columnSpan: 1 }

/** Tells how far a cell reaches, or that a merged one covers it so that it doesn't show. */
function mergesOf(sheet: WorkSheet): (row: number, column: number) => Spans | 'covered' {
  const byRow = new Map<number, Range[]>()
  for (const merge of sheet['!merges'] ?? []) {
    for (let row = merge.s.r; row <= Math.min(merge.e.r, merge.s.r + MOST_MERGED_ROWS); row++) {
      const merges = byRow.get(row)
      if (merges === undefined) byRow.set(row, [merge])
      else merges.push(merge)
    }
  }
  return (row, column) => {
    const merge = byRow.get(row)?.find(({ s, e }) => s.c <= column && column <= e.c)
    if (merge === undefined) return SINGLE
    if (merge.s.r !== row || merge.s.c !== column) return 'covered'
    return { rowSpan: merge.e.r - merge.s.r + 1, columnSpan: merge.e.c - merge.s.c + 1 }
  }
}

/** A cell that is merged over more rows than this is none of a table that people read. */
const MOST_MERGED_ROWS = 2_000
