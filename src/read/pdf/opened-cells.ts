import type { Box } from '../../contract/index.ts'
import { type Column, columnAt } from '../columns.ts'
import { cutAtBorders } from './cut-at-borders.ts'
import type { TextCell } from './grid-rows.ts'
import { type SegmentedLine, segmentOf } from './segments.ts'
import { isNumber } from './table-columns.ts'

/** So many lines of a cell must hold texts in several columns, or one line so many numbers, for the cell to be a part of the table. */
const MIN_LINES = 2
const MIN_NUMBERS = 2

/**
 * The cells of a grid, those replaced by one cell a column whose texts stand in columns that rules part elsewhere only, as in a
 * table with rules around its head and around the whole of its rows.
 * @param xs where the grid's columns meet
 */
export function openedCells(cells: readonly TextCell[], xs: readonly number[]): readonly TextCell[] {
  const columns = xs.slice(1).map((to, i) => ({ left: xs[i] ?? 0, right: to, from: xs[i] ?? 0, to }))
  return cells.flatMap(cell => {
    if (cell.columnSpan === 1) return [cell]
    const lines = cell.lines.map(line => byColumn(line, columns))
    return holdsColumns(lines) ? opened(cell, lines, xs) : [cell]
  })
}

type LineByColumn = ReadonlyMap<number, SegmentedLine>

function byColumn(line: SegmentedLine, columns: readonly Column[]): LineByColumn {
  const cells = new Map<number, SegmentedLine>()
  const borders = columns.slice(1).map(column => column.from)
  for (const segment of line.segments.flatMap(each => cutAtBorders(each, borders))) {
    const column = columnAt(columns, segment)
    const parts = cells.get(column)?.segments.flatMap(each => each.parts) ?? []
    cells.set(column, { ...line, segments: [segmentOf([...parts, ...segment.parts])] })
  }
  return cells
}

function holdsColumns(lines: readonly LineByColumn[]): boolean {
  const cut = lines.filter(line => line.size > 1)
  const numbers = (line: LineByColumn) => [...line.values()].filter(({ segments }) => segments.every(isNumber)).length
  return cut.length >= MIN_LINES || cut.some(line => numbers(line) >= MIN_NUMBERS)
}

function opened(cell: TextCell, lines: readonly LineByColumn[], xs: readonly number[]): TextCell[] {
  return Array.from({ length: cell.columnSpan }, (_, i) => {
    const column = cell.column + i
    const left = i === 0 ? cell.box[0] : (xs[column] ?? 0)
    const right = i === cell.columnSpan - 1 ? cell.box[2] : (xs[column + 1] ?? 0)
    const box: Box = [left, cell.box[1], right, cell.box[3]]
    return { ...cell, column, columnSpan: 1, box, lines: lines.flatMap(line => line.get(column) ?? []) }
  })
}
