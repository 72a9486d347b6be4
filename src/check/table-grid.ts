import type { Table } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { groupsBy } from './groups.ts'

/** The figures of one table by their places. */
export interface TableGrid {
  readonly table: Table
  /** The rows that hold figures, in order. */
  readonly rows: readonly number[]
  /** The columns that hold figures, in order. */
  readonly columns: readonly number[]
  readonly at: (row: number, column: number) => Figure | null
  /** The words of the cells that begin in a row. */
  readonly wordsOf: (row: number) => string
}

export const gridsOf = (tables: readonly Table[], figures: readonly Figure[]): TableGrid[] => {
  const byTable = groupsBy(figures, f => f.place.cell?.table)
  return tables.flatMap(table => {
    const own = byTable.get(table.id)
    return own === undefined ? [] : [gridOf(table, own)]
  })
}

const gridOf = (table: Table, figures: readonly Figure[]): TableGrid => {
  const cells = new Map<number, Map<number, Figure>>()
  const words = new Map<number, string>()
  for (const f of figures) {
    const { cell } = f.place
    // a cell with several numbers is none that the table computes with
    if (cell === null) continue
    const row = cells.get(cell.row)
    if (row === undefined) cells.set(cell.row, new Map([[cell.column, f]]))
    else if (!row.has(cell.column)) row.set(cell.column, f)
  }
  for (const cell of table.rows.flat()) words.set(cell.row, `${words.get(cell.row) ?? ''} ${cell.text}`.trim())
  const inOrder = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)
  return {
    table,
    rows: inOrder(figures.flatMap(f => f.place.cell?.row ?? [])),
    columns: inOrder(figures.flatMap(f => f.place.cell?.column ?? [])),
    at: (row, column) => cells.get(row)?.get(column) ?? null,
    wordsOf: row => words.get(row) ?? '',
  }
}
