import type { Box } from '../../contract/index.ts'
import { largest, smallest } from '../extremes.ts'
import type { PageRow, PageTable } from './page-table.ts'
import { heightOf, type SegmentedLine } from './segments.ts'
import type { Column } from './table-columns.ts'
import { groupRows } from './table-rows.ts'

/** The table that lines make whose texts stand in columns, without rules around them. */
export function textTable(lines: readonly SegmentedLine[], columns: readonly Column[]): PageTable {
  const left = smallest(lines.flatMap(line => line.segments.map(segment => segment.left)))
  const right = largest(lines.flatMap(line => line.segments.map(segment => segment.right)))
  const rows = groupRows(lines, columns).map((row): PageRow => {
    const [top, bottom] = heightOf(row.lines)
    const { baseline, size } = row.lines[0] ?? { baseline: bottom, size: 0 }
    return {
      baseline,
      size,
      box: [left, top, right, bottom],
      cells: row.cells.map((text, column) => {
        const { from = left, to = right } = columns[column] ?? {}
        return {
          text,
          column,
          columnSpan: 1,
          rowSpan: 1,
          box: [Math.max(from, left), top, Math.min(to, right), bottom],
        }
      }),
    }
  })
  const [top, bottom] = heightOf(lines)
  return { columns: columns.length, rows, box: [left, top, right, bottom] satisfies Box }
}
