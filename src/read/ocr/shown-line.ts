import type { Box } from '../../contract/index.ts'
import type { PageLine } from '../pdf/page-lines.ts'
import { moved } from './prepare/affine.ts'
import type { Affine } from './raster.ts'

/** A line of a page that was read from an image, with its boxes and those of its cells on the page as shown. */
export const shownLine = (line: PageLine, toPage: Affine): PageLine => ({
  ...line,
  box: shownBox(line.box, toPage),
  row:
    line.row === null
      ? null
      : { ...line.row, cells: line.row.cells.map(cell => ({ ...cell, box: shownBox(cell.box, toPage) })) },
})

/** The upright box, to a tenth of a point, around what a box becomes on the page as shown. */
export function shownBox([left, top, right, bottom]: Box, toPage: Affine): Box {
  const corners = [
    moved(toPage, left, top),
    moved(toPage, right, top),
    moved(toPage, left, bottom),
    moved(toPage, right, bottom),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [tenths(Math.min(...xs)), tenths(Math.min(...ys)), tenths(Math.max(...xs)), tenths(Math.max(...ys))]
}

const tenths = (points: number): number => Math.round(points * 10) / 10
