import type { Affine } from '../raster.ts'

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0]

/** The way through `first`, then through `then`. */
export const followedBy = (first: Affine, then: Affine): Affine => {
  const [a, b, c, d, e, f] = first
  const [ta, tb, tc, td] = then
  return [ta * a + tc * b, tb * a + td * b, ta * c + tc * d, tb * c + td * d, ...moved(then, e, f)]
}

/** Where a place goes, pixels. */
export const moved = ([a, b, c, d, e, f]: Affine, x: number, y: number): [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** The way back. The map must not flatten the plane. */
export const inverse = ([a, b, c, d, e, f]: Affine): Affine => {
  const area = a * d - b * c
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}
