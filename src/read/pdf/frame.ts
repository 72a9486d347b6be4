import type { Box } from '../../contract/index.ts'

/** Directions in which text runs on a page as it is shown: quarter turns clockwise from left-to-right. */
export type Turn = 0 | 1 | 2 | 3

/** The size of a page as it is shown, in PDF points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** The quarter turn nearest to a direction given by the cosine and sine of a text matrix, y pointing down. */
export function turnOf(cosine: number, sine: number): Turn {
  if (Math.abs(cosine) >= Math.abs(sine)) return cosine >= 0 ? 0 : 2
  return sine >= 0 ? 1 : 3
}

/** From a place on the page (points from its upper left corner) to the place as the reader of turned text sees it. */
export function intoFrame(turn: Turn, { width, height }: PageSize, x: number, y: number): readonly [number, number] {
  switch (turn) {
    case 0:
      return [x, y]
    case 1:
      return [y, width - x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [height - y, x]
  }
}

/** The way back: from a place in the frame of turned text to the place on the page as it is shown. */
export function outOfFrame(turn: Turn, { width, height }: PageSize, x: number, y: number): readonly [number, number] {
  switch (turn) {
    case 0:
      return [x, y]
    case 1:
      return [width - y, x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [y, height - x]
  }
}

/** The box on the page as it is shown of a box in the frame of turned text, to a tenth of a point. */
export function boxOnPage(turn: Turn, { width, height }: PageSize, [left, top, right, bottom]: Box): Box {
  const box: Record<Turn, Box> = {
    0: [left, top, right, bottom],
    1: [width - bottom, left, width - top, right],
    2: [width - right, height - bottom, width - left, height - top],
    3: [top, height - right, bottom, height - left],
  }
  const [x0, y0, x1, y1] = box[turn]
  return [tenths(x0), tenths(y0), tenths(x1), tenths(y1)]
}

const tenths = (points: number): number => Math.round(points * 10) / 10
