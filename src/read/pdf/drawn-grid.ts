import type { Box } from '../../contract/index.ts'
import { type Lattice, type LatticeLine, latticeOf, outlineOf } from './lattice.ts'
import { ruleGroups } from './rule-groups.ts'
import type { Rules } from './rules.ts'

/** A cell as it is drawn: its place in the grid, from 0, and the room between its rules in points. */
export interface DrawnCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
}

/** Cells that cover a box without gaps. */
export interface DrawnGrid {
  readonly box: Box
  /** Where rows and columns meet, one more than there are of them. */
  readonly ys: readonly number[]
  readonly xs: readonly number[]
  readonly cells: readonly DrawnCell[]
}

/** A drawing whose closed boxes cover less of it than this is no table: boxes joined by lines leave their background open. */
const MIN_TIDY = 0.7

/** The grids that rules draw, from top to bottom; of grids within others the outer ones come first. */
export function drawnGrids(rules: Rules): DrawnGrid[] {
  const grids = ruleGroups(rules).flatMap(group => {
    const lattice = latticeOf(group)
    return lattice === null ? [] : gridOf(lattice)
  })
  return grids.sort((one, other) => one.box[1] - other.box[1] || one.box[0] - other.box[0])
}

/** The grid of a lattice: places with no side drawn between them are one cell. None if too little of it is closed. */
function gridOf(lattice: Lattice): DrawnGrid[] {
  const cells: DrawnCell[] = []
  let [tidy, all] = [0, 0]
  for (const places of openRegions(lattice)) {
    const parts = rectangles(places, lattice.xs.length - 1)
    const drawn = parts.map(part => ({ ...part, box: boxOf(lattice, part) }))
    const area = drawn.reduce((sum, { box }) => sum + (box[2] - box[0]) * (box[3] - box[1]), 0)
    all += area
    if (parts.length === 1 && parts.every(part => isClosed(lattice, part))) tidy += area
    cells.push(...drawn)
  }
  if (tidy < MIN_TIDY * all) return []
  cells.sort((one, other) => one.row - other.row || one.column - other.column)
  return [{ box: outlineOf(lattice), ys: lattice.ys.map(middle), xs: lattice.xs.map(middle), cells }]
}

const middle = ({ low, high }: LatticeLine): number => (low + high) / 2

type Place = Omit<DrawnCell, 'box'>

const boxOf = ({ xs, ys }: Lattice, { row, column, rowSpan, columnSpan }: Place): Box => [
  xs[column]?.high ?? 0,
  ys[row]?.high ?? 0,
  xs[column + columnSpan]?.low ?? 0,
  ys[row + rowSpan]?.low ?? 0,
]

/** All four sides are drawn, or lie where the grid is open. */
function isClosed({ isDrawnAbove, isDrawnLeft }: Lattice, { row, column, rowSpan, columnSpan }: Place): boolean {
  for (let c = column; c < column + columnSpan; c++)
    if (!isDrawnAbove(row, c) || !isDrawnAbove(row + rowSpan, c)) return false
  for (let r = row; r < row + rowSpan; r++)
    if (!isDrawnLeft(r, column) || !isDrawnLeft(r, column + columnSpan)) return false
  return true
}

/** Places, as `row * columns + column`, that no drawn side parts, in reading order. */
function openRegions({ xs, ys, isDrawnAbove, isDrawnLeft }: Lattice): number[][] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const seen = new Uint8Array(rows * columns)
  const regions: number[][] = []
  for (let first = 0; first < seen.length; first++) {
    if (seen[first] === 1) continue
    const region = [first]
    const reach = (place: number) => {
      if (seen[place] === 1) return
      seen[place] = 1
      region.push(place)
    }
    seen[first] = 1
    for (const place of region) {
      const [row, column] = [Math.floor(place / columns), place % columns]
      if (column > 0 && !isDrawnLeft(row, column)) reach(place - 1)
      if (column + 1 < columns && !isDrawnLeft(row, column + 1)) reach(place + 1)
      if (row > 0 && !isDrawnAbove(row, column)) reach(place - columns)
      if (row + 1 < rows && !isDrawnAbove(row + 1, column)) reach(place + columns)
    }
    regions.push(region.sort((one, other) => one - other))
  }
  return regions
}

/** A region as rectangles: runs of places in one row, put together where runs under each other are equally wide. */
function rectangles(region: readonly number[], columns: number): Place[] {
  const done: Place[] = []
  let open = new Map<string, { row: number; column: number; rowSpan: number; columnSpan: number }>()
  let next: typeof open = new Map()
  for (let i = 0; i < region.length; ) {
    const start = region[i] ?? 0
    const row = Math.floor(start / columns)
    let width = 0
    while (region[i] === start + width && Math.floor((start + width) / columns) === row) {
      width++
      i++
    }
    const column = start % columns
    const key = `${column} ${width}`
    const above = open.get(key)
    const part = above ?? { row, column, rowSpan: 0, columnSpan: width }
    part.rowSpan = row - part.row + 1
    next.set(key, part)
    open.delete(key)
    if (Math.floor((region[i] ?? Number.POSITIVE_INFINITY) / columns) !== row) {
      done.push(...open.values())
      open = next
      next = new Map()
    }
  }
  return [...done, ...open.values()]
}
