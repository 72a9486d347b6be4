import { lastWhile } from '../../sorted.ts'
import type { WordCell, WordNode, WordTable } from '../docx/word-model.ts'
import type { CellDefinition } from './table-row.ts'

/** A cell with the paragraphs it holds, as it stands in its row. */
interface RowCell {
  readonly children: readonly WordNode[]
  readonly definition: CellDefinition | null
}

/** Edges that are nearer to each other than this many twips (1.5 mm) are one: rows of a table rarely agree to the point. */
const SAME_EDGE = 85

/** Gathers the rows of a table and lays them out: Word gives cells by their edges, and rows know nothing of each other. */
export class TableBuilder {
  readonly #rows: RowCell[][] = []

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  addRow(cells: readonly (readonly WordNode[])[], definitions: readonly CellDefinition[] | null): void {
    this.#rows.push(cells.map((children, i) => ({ children, definition: definitions?.[i] ?? null })))
  }

  build(): WordTable {
    const edges = this.#edges()
    const rows = this.#rows.map(cells => cells.map((cell, i) => placed(cell, i, edges)))
    return {
      type: 'table',
      children: rows.map((cells, r) => ({
        type: 'tableRow',
        children: cells.filter(cell => cell.continues === null).map(cell => spanning(cell, rows, r)),
      })),
    }
  }

  #edges(): number[] {
    const all = this.#rows.flatMap(cells => cells.flatMap(({ definition: d }) => (d === null ? [] : [d.left, d.right])))
    const edges: number[] = []
    for (const edge of [...new Set(all)].sort((a, b) => a - b)) {
      if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge)
    }
    return edges
  }
}

interface PlacedCell {
  readonly children: readonly WordNode[]
  readonly column: number
  readonly columnSpan: number
  readonly continues: CellDefinition['continues']
}

function placed({ children, definition }: RowCell, i: number, edges: readonly number[]): PlacedCell {
  if (definition === null) return { children, column: i, columnSpan: 1, continues: null }
  const column = lastWhile(edges, edge => edge <= definition.left)
  const columnSpan = Math.max(1, lastWhile(edges, edge => edge <= definition.right) - column)
  return { children, column, columnSpan, continues: definition.continues }
}

/** The cell with those that go it on to the right and below. */
function spanning(cell: PlacedCell, rows: readonly (readonly PlacedCell[])[], row: number): WordCell {
  let right = cell.column + cell.columnSpan
  for (const next of rows[row] ?? []) if (next.continues === 'left' && next.column === right) right += next.columnSpan
  let rowSpan = 1
  while (rows[row + rowSpan]?.some(below => below.continues === 'above' && below.column === cell.column)) rowSpan++
  return { type: 'tableCell', colSpan: right - cell.column, rowSpan, children: cell.children }
}
