import type { Affine, Raster } from '../raster.ts'
import type { Mapped } from './levelled.ts'

/** How often a page is turned by ninety degrees clockwise. */
export type Quarters = 0 | 1 | 2 | 3

/** A grey page turned clockwise, in the way of ninety degrees without loss. */
export function quarterTurned(grey: Raster, quarters: Quarters): Mapped {
  const { width, height } = grey
  const turns: Record<Quarters, Affine> = {
    0: [1, 0, 0, 1, 0, 0],
    1: [0, -1, 1, 0, 0, height],
    2: [-1, 0, 0, -1, width, height],
    3: [0, 1, -1, 0, width, 0],
  }
  const toSource = turns[quarters]
  if (quarters === 0) return { raster: grey, toSource }
  const [madeWidth, madeHeight] = quarters === 2 ? [width, height] : [height, width]
  const data = new Uint8Array(width * height)
  const step = toSource[0] + toSource[1] * width
  for (let y = 0, at = 0; y < madeHeight; y++) {
    const startX = Math.floor(toSource[0] * 0.5 + toSource[2] * (y + 0.5) + toSource[4])
    const startY = Math.floor(toSource[1] * 0.5 + toSource[3] * (y + 0.5) + toSource[5])
    for (let x = 0, from = startY * width + startX; x < madeWidth; x++, from += step) data[at++] = grey.data[from] ?? 0
  }
  return { raster: { ...grey, data, width: madeWidth, height: madeHeight }, toSource }
}
