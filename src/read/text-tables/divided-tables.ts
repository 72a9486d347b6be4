import type { Span } from '../../contract/index.ts'
import type { SourceCell, SourceLine, SourceTable } from '../source-document.ts'
import { brokenRows } from './broken-rows.ts'
import { cutRow, type Divider, dividerOf, filledCells, isDrawn } from './divided-rows.ts'
import { placedRows } from './placed-rows.ts'
import { isDatum, isFilled, type TextRow } from './text-row.ts'

/** A table with the lines that it takes. */
export interface TableOfLines {
  readonly table: SourceTable
  readonly lines: readonly SourceLine[]
}

/** The rows of a run of lines, by the drawn rules between them. */
interface Run {
  readonly divider: Divider
  readonly lines: SourceLine[]
  /** Rows up to the next drawn rule. */
  readonly bands: TextRow[][]
}

/** Rows of fewer cells than this make a table only where several of them hold a number. */
const SURE_CELLS = 3
const MIN_ROWS = 3

/** Tables whose cells are set apart by tabs or by drawn column rules. */
export const dividedTables = (text: string, lines: readonly SourceLine[]): TableOfLines[] =>
  runsOf(text, lines)
    .filter(run => isTable(text, run))
    .map(run => ({ table: tableOf(text, run), lines: run.lines }))

/** Runs of lines that are cut by one divider; page numbers between them do not end a run, an empty line does. */
const runsOf = (text: string, lines: readonly SourceLine[]): Run[] => {
  const runs: Run[] = []
  let open = null as Run | null
  let drawn: SourceLine[] = []
  const broken = brokenRows(text, lines)
  const taken = new Set<SourceLine>()
  for (const first of lines) {
    if (first.role !== 'body' || taken.has(first)) continue
    const parts = broken.get(first) ?? [first]
    for (const part of parts) taken.add(part)
    const line = parts.length === 1 ? first : { ...first, end: parts.at(-1)?.end ?? first.end }
    const raw = text.slice(line.start, line.end)
    if (isDrawn(raw)) {
      drawn.push(line)
      if (open?.divider === 'rule') {
        open.lines.push(line)
        open.bands.push([])
      } else open = null
      continue
    }
    const divider = dividerOf(raw)
    if (divider === null) {
      open = null
      drawn = []
      continue
    }
    if (open?.divider !== divider) {
      open = { divider, lines: divider === 'rule' ? [...drawn] : [], bands: [[]] }
      runs.push(open)
    }
    drawn = []
    open.lines.push(...parts)
    open.bands.at(-1)?.push(cutRow(text, line, divider))
  }
  return runs
}

const isTable = (text: string, { divider, bands }: Run): boolean => {
  const rows = bands.flat()
  if (rows.some(row => filledCells(row) >= SURE_CELLS)) return divider === 'tab' || rows.length > 1
  const withNumber = rows.filter(row => row.cells.slice(1).some(cell => isDatum(text.slice(cell.start, cell.end))))
  return rows.length >= MIN_ROWS && 2 * withNumber.length >= rows.length
}

const tableOf = (text: string, run: Run): SourceTable => {
  const rows =
    run.divider === 'rule' ? drawnRows(text, run.bands) : run.bands.flat().map(row => row.cells.map(one => [one]))
  const cells: SourceCell[] = []
  rows.forEach((row, r) => {
    row.forEach((parts, column) => {
      const [first, ...more] = parts
      if (first === undefined) return
      const place = { row: r, column, rowSpan: 1, columnSpan: 1, page: null, box: null }
      cells.push({ ...place, start: first.start, end: first.end, ...(more.length > 0 ? { more } : {}) })
    })
  })
  const [first, last] = [run.bands.flat()[0]?.line, run.bands.flat().at(-1)?.line]
  return { start: first?.start ?? 0, end: last?.end ?? 0, page: null, cells, flattened: true }
}

/**
 * The rows of a table with drawn rules: where each row is ruled off, the lines between two rules are one row; else each line is
 * one, but for the head and for labels of several lines.
 */
const drawnRows = (text: string, bands: readonly (readonly TextRow[])[]): Span[][][] => {
  const placed = new Map(placedRows(bands.flat()).map(row => [row.line, row]))
  const filled = bands.map(band => band.map(row => placed.get(row.line) ?? row)).filter(band => band.length > 0)
  const ruledOff =
    filled.length > 2 && !filled.slice(1).some(band => band.filter(row => holdsData(text, row)).length > 1)
  return filled.flatMap((band, i) => {
    if (i === 0 && filled.length > 1) return headRows(band)
    return ruledOff ? [joined(band)] : labelsJoined(text, band)
  })
}

const holdsData = (text: string, row: TextRow): boolean =>
  row.cells.slice(1).some(({ start, end }) => isDatum(text.slice(start, end)))

/** A line that begins in lower case, without a number of its own before it, goes on with the label of the line above. */
const labelsJoined = (text: string, band: readonly TextRow[]): Span[][][] => {
  const rows: TextRow[][] = []
  for (const row of band) {
    const above = rows.at(-1)
    const [first, second] = row.cells
    const unnumbered = first !== undefined && !isFilled(first)
    const lower = second !== undefined && /^\p{Ll}(?![).])/u.test(text.slice(second.start, second.end))
    const open = above !== undefined && !(holdsData(text, row) && above.some(line => holdsData(text, line)))
    if (above !== undefined && unnumbered && lower && open) above.push(row)
    else rows.push([row])
  }
  return rows.map(joined)
}

/** The lines of one row, put together cell by cell. */
const joined = (band: readonly TextRow[]): Span[][] => {
  const width = Math.max(...band.map(row => row.cells.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = band.flatMap(row => row.cells[column] ?? [])
    const filled = parts.filter(isFilled)
    return filled.length > 0 ? filled : parts.slice(0, 1)
  })
}

/** Head lines that go on in their columns are one row, but for those whose cells reach over heads below them. */
const headRows = (band: readonly TextRow[]): Span[][][] => {
  const [first] = band
  if (first === undefined) return []
  if (band.some(row => row.cells.length !== first.cells.length)) return band.map(row => row.cells.map(one => [one]))
  const goesUnder = (row: TextRow) =>
    row.cells.some((one, column) => isFilled(one) && !isFilled(first.cells[column] ?? one))
  const below = band.findIndex(goesUnder)
  return below < 0 ? [joined(band)] : [joined(band.slice(0, below)), ...headRows(band.slice(below))]
}
