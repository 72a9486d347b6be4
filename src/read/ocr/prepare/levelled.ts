import { type Affine, type Raster, withSamples } from '../raster.ts'
import { followedBy } from './affine.ts'

/** An image made of another, and the way back: from its pixels to those of the other. */
export interface Mapped {
  readonly raster: Raster
  readonly toSource: Affine
}

/**
 * A grey page turned about its middle so that lines which slope by `angle` degrees (positive: sinking to the right) are level. It
 * keeps its size; corners that come in are white. Bilinear, in one pass: half the time of libvips's affine, and exact at the origin.
 */
export function levelled(grey: Raster, angle: number): Mapped {
  const { data, width, height } = grey
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const made = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    const startX = (0.5 - width / 2) * cos - (y + 0.5 - height / 2) * sin + (width - 1) / 2
    const startY = (0.5 - width / 2) * sin + (y + 0.5 - height / 2) * cos + (height - 1) / 2
    const [first, last] = inside(inside([0, width - 1], startX, cos, width - 1), startY, sin, height - 1)
    for (let x = first, at = y * width + first; x <= last; x++, at++) {
      const [fixedX, fixedY] = [((startX + x * cos) * 256) | 0, ((startY + x * sin) * 256) | 0]
      const from = (fixedY >> 8) * width + (fixedX >> 8)
      const [above, aboveNext] = [data[from] ?? 0, data[from + 1] ?? 0]
      const [below, belowNext] = [data[from + width] ?? 0, data[from + width + 1] ?? 0]
      if ((above & aboveNext & below & belowNext) === 255) continue
      const upper = (above << 8) + (aboveNext - above) * (fixedX & 255)
      const lower = (below << 8) + (belowNext - below) * (fixedX & 255)
      made[at] = ((upper << 8) + (lower - upper) * (fixedY & 255) + 32_768) >> 16
    }
  }
  const about: Affine = [1, 0, 0, 1, -width / 2, -height / 2]
  const back: Affine = [1, 0, 0, 1, width / 2, height / 2]
  return {
    raster: withSamples(grey, made),
    toSource: followedBy(followedBy(about, [cos, sin, -sin, cos, 0, 0]), back),
  }
}

/** The part of a range of x for which `start + x * step` lies between 0 and just below `end`. */
function inside([first, last]: readonly [number, number], start: number, step: number, end: number): [number, number] {
  const most = end - 0.01
  if (Math.abs(step) < 1e-9) return start >= 0 && start <= most ? [first, last] : [0, -1]
  const [one, other] = [-start / step, (most - start) / step]
  return [Math.max(first, Math.ceil(Math.min(one, other))), Math.min(last, Math.floor(Math.max(one, other)))]
}
