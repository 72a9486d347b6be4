import type { Figure } from './figure.ts'
import { measuredAlike } from './figures.ts'
import type { TableGrid } from './table-grid.ts'

/** A figure that is a thousand times its neighbours, or a thousandth of them: its unit or its separator slipped. */
export const SLIP = 'unit-slip'

export interface Slip {
  readonly figure: Figure
  /** The others of its row. */
  readonly neighbours: readonly Figure[]
  /** By what it has to be multiplied: 1000 or 0.001. */
  readonly factor: number
}

const FACTOR = 1000
/** The neighbours are within this of each other, and the figure within it of them once it is put right. */
const ALIKE = 5

/** The slips in the rows of a table: one level among at least two others that are alike. */
export const slipsOf = (grid: TableGrid): Slip[] =>
  grid.rows.flatMap(row => {
    const figures = grid.columns.flatMap(column => grid.at(row, column) ?? []).filter(isLevel)
    return figures.flatMap(f => {
      const neighbours = figures.filter(
        other => other !== f && measuredAlike(other, f) && other.number?.scale === f.number?.scale,
      )
      return slipAmong(f, neighbours) ?? []
    })
  })

const isLevel = ({ observation: { measure, unit }, value, number }: Figure): boolean =>
  measure === 'level' && unit !== 'percent' && value > 0 && number !== null

const slipAmong = (f: Figure, neighbours: readonly Figure[]): Slip | null => {
  const values = neighbours.map(n => n.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (neighbours.length < 2 || high > low * ALIKE) return null
  const factor = [FACTOR, 1 / FACTOR].find(by => f.value * by >= low / ALIKE && f.value * by <= high * ALIKE)
  return factor === undefined || (f.value * ALIKE >= low && f.value <= high * ALIKE)
    ? null
    : { figure: f, neighbours, factor }
}
