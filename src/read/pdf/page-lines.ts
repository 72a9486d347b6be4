import type { Box } from '../../contract/index.ts'
import type { Column } from '../columns.ts'
import { largest, smallest } from '../extremes.ts'
import { boxOnPage, type PageSize, type Turn } from './frame.ts'
import { holdsData } from './holds-data.ts'
import type { DrawnRegion, PageLayout } from './page-layout.ts'
import { type PageCell, type PageTable, rowText } from './page-table.ts'
import { isLeftOf, type Region } from './regions.ts'
import { heightOf, lineText, type SegmentedLine } from './segments.ts'
import { textTable } from './text-table.ts'

/** A line of a page in reading order. */
export interface PageLine {
  readonly text: string
  /** `row`: cells set apart by tabs. `block`: in one of two blocks side by side. */
  readonly kind: 'running' | 'block' | 'row'
  readonly page: number
  readonly size: number
  /** In the frame of the text's direction, in points from its upper left corner. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Size of that frame. */
  readonly frame: PageSize
  /** The place on the page as it is shown. */
  readonly box: Box
  /** The table that the line is a row of, and the cells that begin in it with their boxes on the page as shown; else null. */
  readonly row: { readonly table: PageTable; readonly cells: readonly PageCell[] } | null
}

/** Where text of one direction stands on its page. */
interface Frame {
  readonly page: number
  readonly turn: Turn
  readonly size: PageSize
}

/** The columns of each table without rules. */
export type ColumnsOf = ReadonlyMap<Region, readonly Column[]>

/** The lines of a page, in the order of its directions and regions. */
export const pageLines = ({ page, size, directions }: PageLayout, columns: ColumnsOf): PageLine[] =>
  directions.flatMap(({ turn, regions }) =>
    regions.flatMap(region => linesOfRegion({ page, turn, size }, region, columns)),
  )

function linesOfRegion(frame: Frame, region: Region | DrawnRegion, columns: ColumnsOf): PageLine[] {
  switch (region.kind) {
    case 'running':
    case 'block':
      return region.lines.map(line => textLine(frame, region.kind, line))
    case 'table': {
      const table = textTable(region.lines, columns.get(region) ?? [], region.borders)
      return tableLines(frame, table, region.drawing !== true && holdsData(table))
    }
    case 'drawn-table':
      return tableLines(frame, region.table, true)
    case 'side-by-side': {
      const part = (keep: (segment: SegmentedLine['segments'][number]) => boolean) =>
        region.lines
          .map(line => ({ ...line, segments: line.segments.filter(keep) }))
          .filter(line => line.segments.length > 0)
          .map(line => textLine(frame, 'block', line))
      return [
        ...part(segment => isLeftOf(segment, region.gutter)),
        ...part(segment => !isLeftOf(segment, region.gutter)),
      ]
    }
  }
}

function textLine(frame: Frame, kind: PageLine['kind'], line: SegmentedLine): PageLine {
  const left = smallest(line.segments.map(segment => segment.left))
  const right = largest(line.segments.map(segment => segment.right))
  const [top, bottom] = heightOf([line])
  const { size, baseline } = line
  return { text: lineText(line), kind, size, baseline, ...placed(frame, [left, top, right, bottom]), row: null }
}

const tableLines = (frame: Frame, table: PageTable, isTable: boolean): PageLine[] =>
  table.rows.map(row => ({
    text: rowText(row, table.columns),
    kind: 'row',
    size: row.size,
    baseline: row.baseline,
    ...placed(frame, row.box),
    row: isTable ? { table, cells: row.cells.map(cell => placedCell(frame, cell)) } : null,
  }))

const placedCell = ({ turn, size }: Frame, cell: PageCell): PageCell => ({
  ...cell,
  box: boxOnPage(turn, size, cell.box),
})

const placed = ({ page, turn, size }: Frame, box: Box) => ({
  page,
  left: box[0],
  right: box[2],
  frame: turn % 2 === 0 ? size : { width: size.height, height: size.width },
  box: boxOnPage(turn, size, box),
})
