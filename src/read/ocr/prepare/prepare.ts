import type { Affine, Raster } from '../raster.ts'
import { IDENTITY } from './affine.ts'
import { withEvenPaper } from './background.ts'
import { greyOf } from './grey.ts'
import { levelled } from './levelled.ts'
import { overviewOf } from './resize.ts'
import { withoutSeals } from './seals.ts'
import { skewOf } from './skew.ts'

/** A page made ready for recognition, in grey. */
export interface PreparedPage {
  readonly raster: Raster
  /** From a pixel of `raster` to the pixel of the image given. */
  readonly toSource: Affine
  /** What was done to it, in order. */
  readonly steps: readonly string[]
}

/** A page with a side shorter than this holds no line of text, pixels. */
const SHORTEST_SIDE = 64

/** Slopes below this are left to the recogniser, which follows them, degrees. */
const LEAST_SKEW = 0.15

/**
 * Makes the image of a page ready for recognition: each step only where its measure says that the page needs it.
 * Time and memory grow with the number of pixels and with nothing else; any image goes, of any content.
 */
export async function preparePage(page: Raster): Promise<PreparedPage[]> {
  const steps: string[] = []
  const took = (name: string, before: Raster, after: Raster): Raster => {
    if (after !== before) steps.push(name)
    return after
  }
  const grey = greyOf(page)
  if (Math.min(page.width, page.height) < SHORTEST_SIDE) return [{ raster: grey, toSource: IDENTITY, steps }]
  const unsealed = took('seals', grey, withoutSeals(page, grey))
  const overview = await overviewOf(unsealed)
  const even = took('paper', unsealed, withEvenPaper(unsealed, overview))
  const angle = skewOf(withEvenPaper(overview, overview))
  if (Math.abs(angle) < LEAST_SKEW) return [{ raster: even, toSource: IDENTITY, steps }]
  steps.push(`level ${angle.toFixed(2)}`)
  return [{ ...levelled(even, angle), steps }]
}
