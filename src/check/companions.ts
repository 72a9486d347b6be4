import type { Figure } from './figure.ts'
import type { TableGrid } from './table-grid.ts'

/** How the figures of one column of a table stand to those of another, over all rows. */
interface Ratio {
  readonly column: number
  /** The middle of the logarithms of the ratios. */
  readonly middle: number
  /** How far from the middle half of them are. */
  readonly spread: number
}

/** Rows that a ratio needs before it says something. */
const FEWEST_ROWS = 5
/** No column follows another more closely than this. */
const CLOSEST = 0.03
/** Tables wider than this are not compared column by column. */
const WIDEST = 16

/**
 * The other figures of a table's row: rows of a table are alike, districts in members for each cooperative, branches in one year
 * beside the next, so that a figure which is not as its companions would have it is strange (ratio edits of statistical offices).
 */
export class Companions {
  readonly #grids = new Map<string, TableGrid>()
  readonly #ratios = new Map<string, readonly Ratio[]>()

  constructor(grids: readonly TableGrid[]) {
    for (const grid of grids) if (grid.columns.length <= WIDEST) this.#grids.set(grid.table.id, grid)
  }

  /**
   * How many spreads a value is from what the figure of its row speaks for that it follows most closely; null where none says
   * anything.
   */
  strangeness({ place: { cell } }: Figure, value: number): number | null {
    if (cell === null || value <= 0) return null
    const grid = this.#grids.get(cell.table)
    if (grid === undefined) return null
    const [closest] = this.#ratiosOf(grid, cell.column)
      .flatMap(({ column, middle, spread }) => {
        const other = grid.at(cell.row, column)
        return other === null || !isSize(other) ? [] : [{ middle: middle + Math.log(other.value), spread }]
      })
      .sort((a, b) => a.spread - b.spread)
    return closest === undefined ? null : Math.abs(Math.log(value) - closest.middle) / closest.spread
  }

  #ratiosOf(grid: TableGrid, column: number): readonly Ratio[] {
    const key = `${grid.table.id} ${column}`
    const known = this.#ratios.get(key)
    if (known !== undefined) return known
    const ratios = grid.columns.filter(c => c !== column).flatMap(other => ratioOf(grid, column, other) ?? [])
    this.#ratios.set(key, ratios)
    return ratios
  }
}

const isSize = ({ value, observation: { measure, unit } }: Figure): boolean =>
  value > 0 && measure === 'level' && unit !== 'percent'

const ratioOf = (grid: TableGrid, column: number, other: number): Ratio | null => {
  const logs = grid.rows.flatMap(row => {
    const [a, b] = [grid.at(row, column), grid.at(row, other)]
    return a === null || b === null || !isSize(a) || !isSize(b) ? [] : [Math.log(a.value / b.value)]
  })
  const middle = middleOf(logs)
  if (middle === null || logs.length < FEWEST_ROWS) return null
  const spread = middleOf(logs.map(l => Math.abs(l - middle))) ?? 0
  return { column: other, middle, spread: Math.max(spread, CLOSEST) }
}

const middleOf = (numbers: readonly number[]): number | null =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? null
