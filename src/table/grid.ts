import type { Span } from '../contract/index.ts'
import type { SourceCell, SourceTable } from '../read/source-document.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import { type CellKind, cellKind } from './cell-kind.ts'

/** A cell with its repaired text. */
export interface Cell extends SourceCell {
  readonly content: MappedText
  readonly kind: CellKind
}

/** The cells of a table by row and column; rows and columns count from 0. */
export class Grid {
  readonly cells: readonly Cell[]
  readonly width: number
  readonly height: number
  readonly #rows: (Cell | undefined)[][]

  constructor(cells: readonly Cell[]) {
    this.cells = cells
    this.#rows = []
    let width = 0
    for (const cell of cells) {
      const right = cell.column + cell.columnSpan
      if (right > width) width = right
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        const line = this.#rows[row] ?? []
        this.#rows[row] = line
        for (let column = cell.column; column < right; column++) line[column] ??= cell
      }
    }
    this.width = width
    this.height = this.#rows.length
  }

  /** The cell that covers a place; null where none does. */
  at(row: number, column: number): Cell | null {
    return this.#rows[row]?.[column] ?? null
  }

  /** What stands at a place: nothing where a cell from another row or column only reaches over it. */
  textAt(row: number, column: number): string {
    const cell = this.at(row, column)
    return cell?.row === row && cell.column === column ? cell.content.text : ''
  }

  kindAt(row: number, column: number): CellKind {
    const cell = this.at(row, column)
    return cell?.row === row && cell.column === column ? cell.kind : 'empty'
  }

  /** The cells that begin in a row, from left to right. */
  row(row: number): Cell[] {
    const line = this.#rows[row] ?? []
    const cells: Cell[] = []
    for (const cell of line) if (cell?.row === row && cell !== cells.at(-1)) cells.push(cell)
    return cells
  }
}

export const spansOf = ({ start, end, more }: SourceCell): Span[] => [{ start, end }, ...(more ?? [])]

export const gridOf = (source: string, table: SourceTable): Grid =>
  new Grid(
    table.cells.map(cell => {
      const content = repairSpans(source, spansOf(cell))
      return { ...cell, content, kind: cellKind(content.text) }
    }),
  )

/** The same cells, some of them at other places or with other spans. */
export const moved = (grid: Grid, place: (cell: Cell) => Partial<SourceCell>): Grid =>
  new Grid(grid.cells.map(cell => ({ ...cell, ...place(cell) })))
