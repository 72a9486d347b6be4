import { lastWhile } from '../../sorted.ts'
import type { DrawnGrid } from './drawn-grid.ts'
import type { Piece } from './page-pieces.ts'
import { type SegmentedLine, segmentLine } from './segments.ts'
import { splitPiece } from './split-piece.ts'
import { visualLines } from './visual-lines.ts'

/** Half the height of letters without ascenders, as a share of the font size: where a line stands, seen from its baseline. */
const MIDDLE = 0.3

/** Text of another direction that stands in a cell: a place in it in the frame of the grid, and the piece in its own frame. */
export interface TurnedPiece {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly piece: Piece
}

/**
 * The lines of text in each cell of a grid, in the order of the cells. Text that was set over the border of two cells is cut there.
 * @param pieces what stands in the grid's box, in its frame
 * @param turned what stands there in other directions; it is read after the rest of its cell
 */
export function fillGrid(
  grid: DrawnGrid,
  pieces: readonly Piece[],
  turned: readonly TurnedPiece[],
): readonly (readonly SegmentedLine[])[] {
  const columns = grid.xs.length - 1
  const places = new Int32Array(columns * (grid.ys.length - 1))
  grid.cells.forEach(({ row, column, rowSpan, columnSpan }, i) => {
    for (let r = row; r < row + rowSpan; r++) places.fill(i, r * columns + column, r * columns + column + columnSpan)
  })
  const placeOf = (lines: readonly number[], at: number) =>
    Math.min(
      lastWhile(lines, edge => edge <= at),
      lines.length - 2,
    )
  const cellAt = (x: number, y: number): number => places[placeOf(grid.ys, y) * columns + placeOf(grid.xs, x)] ?? 0
  const inCells: Piece[][] = grid.cells.map(() => [])
  for (const piece of pieces) {
    const y = piece.baseline - MIDDLE * piece.size
    const borders = grid.xs.filter(
      (x, i) =>
        x > piece.left && x < piece.right && i > 0 && i < columns && cellAt(grid.xs[i - 1] ?? x, y) !== cellAt(x, y),
    )
    for (const part of splitPiece(piece, borders)) inCells[cellAt((part.left + part.right) / 2, y)]?.push(part)
  }
  const lines = inCells.map(inCell => visualLines(inCell).map(segmentLine))
  for (const [cell, groups] of byCell(turned, cellAt)) {
    for (const group of groups.values()) lines[cell]?.push(...visualLines(group).map(segmentLine))
  }
  return lines
}

function byCell(
  turned: readonly TurnedPiece[],
  cellAt: (x: number, y: number) => number,
): Map<number, Map<number, Piece[]>> {
  const cells = new Map<number, Map<number, Piece[]>>()
  for (const { x, y, turn, piece } of turned) {
    const cell = cellAt(x, y)
    const groups = cells.get(cell) ?? new Map<number, Piece[]>()
    cells.set(cell, groups)
    groups.set(turn, [...(groups.get(turn) ?? []), piece])
  }
  return cells
}
