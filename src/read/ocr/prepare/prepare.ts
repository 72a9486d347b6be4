import type { Affine, Raster } from '../raster.ts'
import { IDENTITY } from './affine.ts'
import { greyOf } from './grey.ts'

/** A page made ready for recognition. */
export interface PreparedPage {
  /** Grey. */
  readonly raster: Raster
  /** From a pixel of it to the pixel of the image given. */
  readonly toSource: Affine
  /** What was done, by name. */
  readonly steps: readonly string[]
}

/** Makes a page image ready for recognition. */
export async function preparePage(page: Raster): Promise<PreparedPage[]> {
  return [{ raster: greyOf(page), toSource: IDENTITY, steps: [] }]
}
