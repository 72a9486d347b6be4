import { largest } from '../extremes.ts'
import type { SheetRow } from './sheet.ts'

/** A run of rows of a sheet: a table, or text above, between and below tables. */
export interface SheetPart {
  readonly kind: 'text' | 'table'
  readonly rows: readonly SheetRow[]
}

/** A row as wide as this, or as the widest, is more than an agency beside a motto, or a label beside its field. */
const TABLE_WIDTH = 3
/** A head covers most of the table's columns, signatures and notes do not. */
const HEAD_COVER = 0.5

/**
 * Parts a sheet into tables and the text around them: agency, title and unit above, signatures below. A table begins with the
 * first row that covers the columns, and ends with the last one that does or that holds figures. A later head that has a caption
 * and a blank row above it begins a new table; sections inside a table have neither.
 */
export function sheetParts(rows: readonly SheetRow[]): SheetPart[] {
  const shape = shapeOf(rows)
  const cuts = [0, ...laterCaptions(rows, shape), rows.length]
  return cuts.slice(1).flatMap((end, i) => partsOf(rows.slice(cuts[i], end), shape))
}

interface Shape {
  /** How many cells a row of a table has at least. */
  readonly width: number
  readonly columns: number
}

function shapeOf(rows: readonly SheetRow[]): Shape {
  const widest = largest(rows.map(row => row.cells.length))
  const columns = new Set(rows.filter(row => row.cells.length > 1).flatMap(row => row.cells.map(cell => cell.column)))
    .size
  return { width: Math.max(2, Math.min(TABLE_WIDTH, widest)), columns }
}

function partsOf(rows: readonly SheetRow[], shape: Shape): SheetPart[] {
  const isTableRow = (row: SheetRow) => isWide(row, shape) && (coversColumns(row, shape) || holdsNumber(row))
  const first = rows.findIndex(isTableRow)
  if (first < 0) return rows.length === 0 ? [] : [{ kind: 'text', rows }]
  const end = rows.findLastIndex(row => isTableRow(row) || (row.cells.length > 1 && holdsNumber(row))) + 1
  const parts: SheetPart[] = [
    { kind: 'text', rows: rows.slice(0, first) },
    { kind: 'table', rows: rows.slice(first, end) },
    { kind: 'text', rows: rows.slice(end) },
  ]
  return parts.filter(part => part.rows.length > 0)
}

/** Where captions of later tables begin: after a blank row, with narrow rows of words and then a head. */
function laterCaptions(rows: readonly SheetRow[], shape: Shape): number[] {
  const starts: number[] = []
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined || row.index === (rows[at - 1]?.index ?? 0) + 1) continue
    let head = at
    while (head < rows.length && isCaption(rows[head], shape)) head++
    const below = rows[head]
    if (head > at && below !== undefined && isHead(below, shape)) starts.push(at)
  }
  return starts
}

const isWide = (row: SheetRow, { width }: Shape): boolean => row.cells.length >= width

const coversColumns = (row: SheetRow, { columns }: Shape): boolean =>
  row.cells.reduce((sum, cell) => sum + Math.min(cell.columnSpan, columns), 0) >= HEAD_COVER * columns

const holdsNumber = (row: SheetRow): boolean => row.cells.some(cell => cell.number)

const isCaption = (row: SheetRow | undefined, shape: Shape): boolean =>
  row !== undefined && !isWide(row, shape) && !holdsNumber(row)

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

const isHead = (row: SheetRow, shape: Shape): boolean =>
  isWide(row, shape) && coversColumns(row, shape) && row.cells.every(cell => !cell.number || isYear(cell.text))
