import type { Span, TableCell } from '../../contract/index.ts'
import type { Line } from './ink.ts'
import { isFigure, type RowLabels } from './row-labels.ts'
import type { Stray, TablePart } from './text-parts.ts'

export interface DrawnCell {
  /** A corner is the head of the labels. */
  readonly kind: 'head' | 'corner' | 'label' | 'figure' | 'words'
  readonly row: number
  readonly column: number
  /** In drawn rows of the same part of the table (head or body). */
  readonly rowSpan: number
  readonly columnSpan: number
  /** Where the cell's text stands; several where other cells stand between its lines. */
  readonly pieces: readonly Line[]
  /** How many characters it has. */
  readonly length: number
}

/** Null is a place of the grid that no cell reaches. */
export type DrawnRow =
  | { readonly kind: 'cells'; readonly row: number; readonly cells: readonly (DrawnCell | null)[] }
  | { readonly kind: 'stray'; readonly lines: readonly Line[] }

export interface DrawnTable {
  readonly kind: 'table'
  readonly id: string
  readonly title: string | null
  readonly unit: string | null
  readonly columns: number
  /** The column whose labels stay in sight when the table is scrolled sideways; -1 where there are none. */
  readonly labels: number
  readonly head: readonly DrawnRow[]
  readonly body: readonly DrawnRow[]
}

type Cut = (start: number, end: number) => Line

const rowsOf = (cells: readonly TableCell[]): readonly (readonly [row: number, cells: TableCell[]])[] => {
  const rows = new Map<number, TableCell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row === undefined) rows.set(cell.row, [cell])
    else row.push(cell)
  }
  return [...rows].sort(([a], [b]) => a - b)
}

/**
 * Head or body of a table, row by row: the places that no cell reaches are filled, and strays come behind the row they
 * belong to, or where merged cells reach over its lower edge, behind the first row that ends them.
 */
const drawRows = (
  cells: readonly TableCell[],
  columns: number,
  strays: ReadonlyMap<number, readonly Line[]>,
  draw: (cell: TableCell, rowSpan: number) => DrawnCell,
): DrawnRow[] => {
  const rows = rowsOf(cells)
  const place = new Map(rows.map(([row], i) => [row, i]))
  /** For each column the row, in the table's own count, that the cells above leave free again. */
  const free: number[] = []
  let furthest = 0
  let waiting: Line[] = []
  return rows.flatMap(([row, inRow], i): DrawnRow[] => {
    const drawn: (DrawnCell | null)[] = []
    let column = 0
    const fill = (until: number): void => {
      for (; column < until; column += 1) if ((free[column] ?? 0) <= row) drawn.push(null)
    }
    for (const cell of inRow.toSorted((a, b) => a.column - b.column)) {
      fill(cell.column)
      const below = row + cell.rowSpan
      drawn.push(draw(cell, cell.rowSpan === 1 ? 1 : (place.get(below) ?? firstFrom(rows, below)) - i))
      for (; column < cell.column + cell.columnSpan; column += 1) free[column] = below
      furthest = Math.max(furthest, below)
    }
    fill(columns)
    waiting.push(...(strays.get(row) ?? []))
    const next = rows[i + 1]?.[0]
    const open = next !== undefined && furthest > next
    const behind = open ? [] : waiting
    if (!open) waiting = []
    return [
      { kind: 'cells', row, cells: drawn },
      ...(behind.length > 0 ? [{ kind: 'stray', lines: behind } as const] : []),
    ]
  })
}

/** The place of the first row that is not above a row. */
const firstFrom = (rows: readonly (readonly [number, unknown])[], row: number): number => {
  const found = rows.findIndex(([number]) => number >= row)
  return found === -1 ? rows.length : found
}

const straysByRow = (strays: readonly Stray[], cut: Cut): ReadonlyMap<number, readonly Line[]> => {
  const found = new Map<number, Line[]>()
  for (const { start, end, after } of strays) {
    const lines = found.get(after.row)
    if (lines === undefined) found.set(after.row, [cut(start, end)])
    else lines.push(cut(start, end))
  }
  return found
}

/**
 * A table as rows of cells for a browser, in which every place of the grid is taken once.
 * @param part with the stretches of the text that its cells own; each of them is drawn once
 * @param cut gives a stretch its ink
 */
export const layOutTable = ({ table, texts, strays }: TablePart, labels: RowLabels, cut: Cut): DrawnTable => {
  const header = table.header.flat()
  const cells = table.rows.flat()
  const columns = [...header, ...cells].reduce((most, c) => Math.max(most, c.column + c.columnSpan), 0)
  const draw =
    (kindOf: (cell: TableCell) => DrawnCell['kind']) =>
    (cell: TableCell, rowSpan: number): DrawnCell => {
      const { row, column, columnSpan, text } = cell
      const pieces = (texts.get(cell) ?? []).map(({ start, end }: Span) => cut(start, end))
      return { kind: kindOf(cell), row, column, rowSpan, columnSpan, pieces, length: text.length }
    }
  const kindInHead = ({ column, columnSpan }: TableCell): DrawnCell['kind'] =>
    column === labels.last && columnSpan === 1 ? 'corner' : 'head'
  const kindInBody = (cell: TableCell): DrawnCell['kind'] => {
    if (labels.isLabel(cell)) return 'label'
    return cell.column > labels.last && isFigure(cell.text) ? 'figure' : 'words'
  }
  const inHead = new Set(header)
  const straysOf = (ofHead: boolean) =>
    straysByRow(
      strays.filter(({ after }) => inHead.has(after) === ofHead),
      cut,
    )
  const head = drawRows(header, columns, straysOf(true), draw(kindInHead))
  const body = drawRows(cells, columns, straysOf(false), draw(kindInBody))
  // What stands between head and body is no part of the head, which is repeated and read out with the columns.
  const between = head.at(-1)?.kind === 'stray' ? head.splice(-1) : []
  return {
    kind: 'table',
    id: table.id,
    title: table.title,
    unit: table.unit,
    columns,
    labels: labels.last,
    head,
    body: [...between, ...body],
  }
}
