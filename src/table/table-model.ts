import type { ColumnFormula, Span } from '../contract/index.ts'
import type { Caption } from './caption.ts'
import type { ColumnRole } from './columns.ts'
import type { Cell, Grid } from './grid.ts'
import type { StubRow } from './stub.ts'

/** A table as it is understood: what its rows and columns are for, and how they stand under one another. */
export interface TableModel {
  /** `t1`, `t2`, … in reading order. */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly grid: Grid
  /** How many rows at the top are its head. */
  readonly head: number
  /** The row of the head that numbers the columns; null without one. */
  readonly numbering: number | null
  readonly formulas: readonly ColumnFormula[]
  readonly roles: readonly ColumnRole[]
  readonly rows: readonly StubRow[]
  readonly caption: Caption
  /** Heads that were printed again on later pages. */
  readonly repeated: readonly Span[]
  /** Rows of a flattened table that had lost a cell, and were moved. */
  readonly moved: readonly number[]
}

/** The heads over a column, the outermost first, without the numbering row. */
export const columnChain = ({ grid, head, numbering }: TableModel, column: number): Cell[] => {
  const chain: Cell[] = []
  for (let row = 0; row < head; row++) {
    const cell = grid.at(row, column)
    if (cell !== null && row !== numbering && cell.kind !== 'empty' && cell !== chain.at(-1)) chain.push(cell)
  }
  return chain
}

/** The rows above a row in the tree, the outermost first, and the row itself. `at` is its place in `rows`. */
export const rowChain = ({ rows }: TableModel, at: number): StubRow[] => {
  const chain: StubRow[] = []
  for (let next: number | null = at; next !== null; next = rows[next]?.parent ?? null) {
    const row = rows[next]
    if (row === undefined) break
    chain.unshift(row)
  }
  return chain
}
