import { type DrawnGrid, drawnGrids } from '../../pdf/drawn-grid.ts'
import type { Rule, Rules } from '../../pdf/rules.ts'

const POINTS_AN_INCH = 72

/** A grid of one column is a frame around text. */
const FEWEST_COLUMNS = 2

/**
 * The grids of cells that the ruling lines of a page image draw, from the top; places and boxes in pixels of the image.
 * @param dpi pixels an inch of the image, so that lines count as one where they would on paper
 */
export function imageGrids(rules: Rules, dpi: number): DrawnGrid[] {
  const toPoints = POINTS_AN_INCH / dpi
  const grids = drawnGrids({
    horizontal: rules.horizontal.map(rule => scaledRule(rule, toPoints)),
    vertical: rules.vertical.map(rule => scaledRule(rule, toPoints)),
    crowded: rules.crowded,
  })
  return grids.filter(({ xs }) => xs.length > FEWEST_COLUMNS).map(grid => scaledGrid(grid, 1 / toPoints))
}

const scaledRule = ({ at, from, to }: Rule, scale: number): Rule => ({
  at: at * scale,
  from: from * scale,
  to: to * scale,
})

const scaledBox = ([left, top, right, bottom]: DrawnGrid['box'], scale: number): DrawnGrid['box'] => [
  left * scale,
  top * scale,
  right * scale,
  bottom * scale,
]

const scaledGrid = ({ box, xs, ys, cells }: DrawnGrid, scale: number): DrawnGrid => ({
  box: scaledBox(box, scale),
  xs: xs.map(x => x * scale),
  ys: ys.map(y => y * scale),
  cells: cells.map(cell => ({ ...cell, box: scaledBox(cell.box, scale) })),
})
