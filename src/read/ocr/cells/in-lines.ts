import type { CellInk } from './cell-ink.ts'

/** Cells lower than so many times the height of a figure hold one line: two lines of text are higher, accents are not. */
const ONE_LINE = 1.9

/** A cell in four is as low as its figures, or lower. */
const FIGURES = 0.25

/** Cells of one line share so much of the height of the lower one. */
const SHARED = 0.6

/**
 * Puts cells of one line of text that stand beside each other into lines, as they stand on the page: recognisers read figures better
 * in the company of others than alone. Cells of several lines stay alone.
 * @param cells row by row
 * @returns every cell once, those of a line from left to right
 */
export function inLines(cells: readonly CellInk[]): CellInk[][] {
  const figure = figureHeight(cells)
  const lines: CellInk[][] = []
  let open: CellInk[] = []
  for (const cell of cells) {
    if (heightOf(cell) > ONE_LINE * figure) {
      lines.push([cell])
      continue
    }
    const last = open.at(-1)
    if (last !== undefined && cell.left >= last.right && standBeside(open, cell)) open.push(cell)
    else {
      open = [cell]
      lines.push(open)
    }
  }
  return lines
}

/** How high figures are in the cells of a page, pixels. */
export function figureHeight(cells: readonly CellInk[]): number {
  const heights = cells.map(heightOf).sort((one, other) => one - other)
  return heights[Math.floor(heights.length * FIGURES)] ?? 0
}

const heightOf = ({ top, bottom }: CellInk): number => bottom - top

const standBeside = (line: readonly CellInk[], cell: CellInk): boolean =>
  line.every(({ top, bottom }) => {
    const shared = Math.min(bottom, cell.bottom) - Math.max(top, cell.top)
    return shared >= SHARED * Math.min(bottom - top, heightOf(cell))
  })
