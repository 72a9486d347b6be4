import { type DrawnGrid, drawnGrids } from './drawn-grid.ts'
import { fillGrid, type TurnedPiece } from './fill-grid.ts'
import { intoFrame, outOfFrame, type PageSize, type Turn } from './frame.ts'
import { gridTable } from './grid-table.ts'
import type { PagePieces, Piece } from './page-pieces.ts'
import type { PageTable } from './page-table.ts'
import type { Rules } from './rules.ts'
import { rulesInFrame } from './rules-in-frame.ts'
import { withoutFrames } from './without-frames.ts'

/** Text of one direction on a page: the tables that rules draw around it, from top to bottom, and the pieces outside of them. */
export interface Direction {
  readonly turn: Turn
  readonly pieces: readonly Piece[]
  readonly tables: readonly PageTable[]
}

/** A page with more boxes than this, each of several cells, is a drawing. */
const MAX_GRIDS = 100

/** Half the height of letters without ascenders, as a share of the font size. */
const MIDDLE = 0.3

/**
 * Takes the tables out of the text of a page. A table goes with the direction that most of its text has; text that runs otherwise,
 * as in the narrow columns of its head, goes into its cells.
 */
export function drawnTables({ size, directions }: PagePieces, rules: Rules): Direction[] {
  const left = directions.map(({ turn, pieces }) => ({ turn, pieces, tables: [] as PageTable[] }))
  if (rules.horizontal.length === 0) return left
  for (const direction of left) {
    const grids = drawnGrids(rulesInFrame(direction.turn, size, rules)).filter(grid => grid.xs.length > 2)
    if (grids.length <= MAX_GRIDS) for (const grid of grids) takeTable(grid, direction, left, size)
  }
  return left
}

interface Left {
  readonly turn: Turn
  pieces: readonly Piece[]
  readonly tables: PageTable[]
}

/** Takes the table of a grid, if there is one, out of what is left of the page. */
function takeTable(grid: DrawnGrid, direction: Left, left: readonly Left[], size: PageSize): void {
  const inside = left.map(other => ({ turn: other.turn, ...parted(other, grid, direction.turn, size) }))
  const own = inside.find(({ turn }) => turn === direction.turn)?.within ?? []
  const most = Math.max(...inside.map(({ within }) => lettersIn(within)))
  if (own.length === 0 || lettersIn(own) < most) return
  const turned = inside.filter(({ turn }) => turn !== direction.turn).flatMap(({ within }) => within)
  const pieces = own.map(({ piece }) => piece)
  const lines = fillGrid(grid, pieces, turned)
  const unframed = withoutFrames(grid, lines)
  if (unframed !== grid) {
    if (unframed !== null) takeTable(unframed, direction, left, size)
    return
  }
  const table = gridTable(grid, lines)
  if (table === null) return
  direction.tables.push(table)
  left.forEach((other, i) => {
    other.pieces = inside[i]?.outside ?? other.pieces
  })
}

/** Parts the pieces of a direction into those whose middle lies in a grid, seen in the grid's frame, and the others. */
function parted(
  { turn, pieces }: Pick<Direction, 'turn' | 'pieces'>,
  { box: [left, top, right, bottom] }: DrawnGrid,
  gridTurn: Turn,
  size: PageSize,
): { readonly within: readonly TurnedPiece[]; readonly outside: readonly Piece[] } {
  const within: TurnedPiece[] = []
  const outside: Piece[] = []
  for (const piece of pieces) {
    const middle = [(piece.left + piece.right) / 2, piece.baseline - MIDDLE * piece.size] as const
    const [x, y] = turn === gridTurn ? middle : intoFrame(gridTurn, size, ...outOfFrame(turn, size, ...middle))
    if (x >= left && x <= right && y >= top && y <= bottom) within.push({ x, y, turn, piece })
    else outside.push(piece)
  }
  return { within, outside }
}

const lettersIn = (pieces: readonly TurnedPiece[]): number =>
  pieces.reduce((sum, { piece }) => sum + piece.text.length, 0)
