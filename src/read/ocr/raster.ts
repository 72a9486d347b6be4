/** A page as an image: samples of 8 bits, rows from the top without padding, channels interleaved (grey, or red green blue). */
export interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  /** Pixels an inch, as the file says or as its size on the page gives. */
  readonly dpi: number
}

/**
 * An image with other samples, of the same size and resolution. Copied by spreading, each would be of a kind that the collector forgets
 * after every page, and what was compiled for it with it.
 */
export const withSamples = ({ width, height, channels, dpi }: Raster, data: Uint8Array): Raster => ({
  data,
  width,
  height,
  channels,
  dpi,
})

/**
 * From a place in one image to the place in another: `x' = a x + c y + e`, `y' = b x + d y + f`, in pixels from the upper left
 * corner (the order of CSS and PDF matrices).
 */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
