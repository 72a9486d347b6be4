import type { Box } from '../../contract/index.ts'

/** CSS pixels between ink and frame. */
const AROUND = 2

/** The place of a frame around a box, as style. @param scale CSS pixels for a point */
export const framed = ([left, top, right, bottom]: Box, scale: number) => ({
  left: `${left * scale - AROUND}px`,
  top: `${top * scale - AROUND}px`,
  width: `${(right - left) * scale + 2 * AROUND}px`,
  height: `${(bottom - top) * scale + 2 * AROUND}px`,
})
