import type { Box } from '../../contract/index.ts'
import type { Column } from '../columns.ts'
import { largest, smallest } from '../extremes.ts'
import { type HeadCell, headCells } from './head-cells.ts'
import { headLines } from './head-lines.ts'
import type { PageRow, PageTable } from './page-table.ts'
import { heightOf, type SegmentedLine } from './segments.ts'
import { groupRows, type TableRow } from './table-rows.ts'

/** Places columns of a table without rules in its width: from the middle between their texts and those of their neighbours. */
type Widths = (column: number, columnSpan: number) => readonly [left: number, right: number]

/**
 * The table that lines make whose texts stand in columns, without rules around them.
 * @param lines from top to bottom
 * @param borders heights of rules between rows, in ascending order
 */
export function textTable(
  lines: readonly SegmentedLine[],
  columns: readonly Column[],
  borders: readonly number[] = [],
): PageTable {
  const extents = [...columns, ...lines.flatMap(line => line.segments)]
  const left = smallest(extents.map(extent => extent.left))
  const right = largest(extents.map(extent => extent.right))
  const widths: Widths = (column, span) => [
    Math.max(columns[column]?.from ?? left, left),
    Math.min(columns[column + span - 1]?.to ?? right, right),
  ]
  const [top, bottom] = heightOf(lines)
  const box: Box = [left, top, right, bottom]
  const headed = headLines(lines, columns, borders)
  const head = headRows(lines.slice(0, headed), columns, widths, box)
  const body = groupRows(lines.slice(head === null ? 0 : headed), columns, borders)
  return { columns: columns.length, rows: [...(head ?? []), ...body.map(row => bodyRow(row, widths, box))], box }
}

function bodyRow(row: TableRow, widths: Widths, [left, , right]: Box): PageRow {
  const [top, bottom] = heightOf(row.lines)
  const { baseline, size } = row.lines[0] ?? { baseline: bottom, size: 0 }
  return {
    baseline,
    size,
    box: [left, top, right, bottom],
    cells: row.cells.map((text, column) => {
      const [from, to] = widths(column, 1)
      return { text, column, columnSpan: 1, rowSpan: 1, box: [from, top, to, bottom] }
    }),
  }
}

/** The rows of the head; null if the texts in it leave no room for each other. */
function headRows(
  lines: readonly SegmentedLine[],
  columns: readonly Column[],
  widths: Widths,
  [left, , right]: Box,
): PageRow[] | null {
  if (lines.length === 0) return []
  const cells = headCells(lines, columns)
  if (!standApart(cells)) return null
  const [headTop, headBottom] = heightOf(lines)
  const depth = largest(cells.map(cell => cell.row + cell.rowSpan))
  return Array.from({ length: depth }, (_, row): PageRow => {
    const own = cells.filter(cell => cell.row === row).sort((one, other) => one.column - other.column)
    const texts = own.flatMap(cell => cell.place ?? [])
    const top = Math.min(headBottom, smallest(texts.map(text => text.top)))
    const bottom = Math.max(headTop, largest(texts.map(text => text.bottom)))
    return {
      size: lines[0]?.size ?? 0,
      baseline: smallest([...texts.map(text => text.bottom), headBottom]),
      box: [left, Math.min(top, bottom), right, Math.max(top, bottom)],
      cells: own.map(({ text, column, columnSpan, rowSpan, place }) => {
        const [from, to] = widths(column, columnSpan)
        return { text, column, columnSpan, rowSpan, box: [from, place?.top ?? top, to, place?.bottom ?? bottom] }
      }),
    }
  })
}

/** No place of the head is in two cells. */
function standApart(cells: readonly HeadCell[]): boolean {
  const taken = new Set<string>()
  for (const { row, rowSpan, column, columnSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        if (taken.has(`${r} ${c}`)) return false
        taken.add(`${r} ${c}`)
      }
    }
  }
  return true
}
