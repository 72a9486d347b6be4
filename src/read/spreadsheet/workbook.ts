import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import { read } from '@e965/xlsx'
import type { Message } from '../../contract/index.ts'
import { type ShownCell, shownCell } from './cell-text.ts'
import { cellAddress, columnAddress, rowAddress, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { PLAIN_LOOK, type SheetLook } from './sheet-look.ts'
import { errorCells, formulasWithoutValue, hiddenCells, hiddenSheets, sheetsLeftOut } from './spreadsheet-messages.ts'

/** The sheets of a workbook, or why the library could not read it. */
export type Workbook =
  | { readonly sheets: readonly Sheet[]; readonly messages: readonly Message[] }
  | { readonly error: string }

/**
 * Reads all sheets of a workbook of any form that SheetJS knows.
 * @param looks what the file says of its sheets besides, in their order
 */
export function readWorkbook(bytes: Uint8Array, looks: readonly SheetLook[]): Workbook {
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
    const rows = rowsOf(sheet, name, looks[i] ?? PLAIN_LOOK, notes)
    if (hidden && rows.length > 0) notes.hidden.push(name)
    return [{ name, hidden, rows }]
  })
  return { sheets, messages: notes.messages() }
}

/** `dateNF` stands for the date format that follows the system's settings. */
const parse = (bytes: Uint8Array): WorkBook | { readonly error: string } => {
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return read(data, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: 'dd/mm/yyyy',
    })
  } catch (error) {
    return { error: error instanceof Error ? (error.message.split('\n', 1)[0]?.slice(0, 200) ?? '') : String(error) }
  }
}

/** What readers of the result should know, gathered over all sheets. */
class Notes {
  readonly leftOut: string[] = []
  readonly hidden: string[] = []
  readonly hiddenCells: string[] = []
  readonly errors: string[] = []
  readonly unsolved: string[] = []

  messages(): Message[] {
    return [
      ...(this.hidden.length > 0 ? [hiddenSheets(this.hidden)] : []),
      ...(this.hiddenCells.length > 0 ? [hiddenCells(this.hiddenCells)] : []),
      ...(this.leftOut.length > 0 ? [sheetsLeftOut(this.leftOut)] : []),
      ...(this.errors.length > 0 ? [errorCells(this.errors)] : []),
      ...(this.unsolved.length > 0 ? [formulasWithoutValue(this.unsolved)] : []),
    ]
  }
}

function rowsOf(sheet: WorkSheet, name: string, look: SheetLook, notes: Notes): SheetRow[] {
  const hiddenColumns = new Set<number>()
  const merges = mergesOf(sheet)
  const rows: SheetRow[] = []
  const stored: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  // forEach passes over the places of a sparse array that hold nothing
  stored.forEach((cells, row) => {
    const shown: SheetCell[] = []
    cells?.forEach((cell, column) => {
      if (cell === undefined) return
      if (cell.t === 'e') notes.errors.push(cellAddress(name, row, column))
      const { text, number }: ShownCell = shownCell(cell)
      const merge = merges(row, column)
      if (text === '' || merge === 'covered') return
      shown.push({ row, column, ...merge, text, number, font: look.font(row, column) })
      if (look.isHiddenColumn(column)) hiddenColumns.add(column)
    })
    if (shown.length === 0) return
    rows.push({ index: row, cells: shown })
    if (look.isHiddenRow(row)) notes.hiddenCells.push(rowAddress(name, row))
  })
  for (const [row, column] of look.unsolved) notes.unsolved.push(cellAddress(name, row, column))
  for (const column of hiddenColumns) notes.hiddenCells.push(columnAddress(name, column))
  return rows
}

interface Spans {
  readonly rowSpan: number
  readonly columnSpan: number
}

const SINGLE: Spans = { rowSpan: 1, columnSpan: 1 }

/** Places in rows that merged cells may take in a sheet; more is no table that people read, and its cells count as single. */
const MOST_MERGED_ROWS = 1_000_000

/** Tells how far a cell reaches, or that a merged one covers it so that it doesn't show. */
function mergesOf(sheet: WorkSheet): (row: number, column: number) => Spans | 'covered' {
  const byRow = new Map<number, Range[]>()
  let rows = 0
  for (const merge of sheet['!merges'] ?? []) {
    rows += merge.e.r - merge.s.r + 1
    if (rows > MOST_MERGED_ROWS) break
    for (let row = merge.s.r; row <= merge.e.r; row++) {
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
