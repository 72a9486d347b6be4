import type { Affine, Raster } from '../raster.ts'
import { followedBy, IDENTITY } from './affine.ts'
import { withEvenPaper } from './background.ts'
import { greyOf } from './grey.ts'
import { levelled, type Mapped } from './levelled.ts'
import { isSideways, isUpsideDown } from './orientation.ts'
import { quarterTurned } from './quarter-turn.ts'
import { overviewOf } from './resize.ts'
import { withoutSeals } from './seals.ts'
import { withoutShowThrough } from './show-through.ts'
import { skewOf } from './skew.ts'
import { withoutSpecks } from './speckle.ts'

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
  const single = took('show-through', even, withoutShowThrough(even))
  const clean = took('specks', single, withoutSpecks(single))
  return [upright(clean, withEvenPaper(overview, overview), steps)]
}

/** The page with its lines level and its head up. */
function upright(grey: Raster, overview: Raster, before: readonly string[]): PreparedPage {
  const steps = [...before]
  let page: Mapped = { raster: grey, toSource: IDENTITY }
  const took = (name: string, made: Mapped): void => {
    page = { raster: made.raster, toSource: followedBy(made.toSource, page.toSource) }
    steps.push(name)
  }
  const sideways = isSideways(overview)
  if (sideways) took('turn 90', quarterTurned(page.raster, 1))
  const angle = skewOf(sideways ? quarterTurned(overview, 1).raster : overview)
  if (Math.abs(angle) >= LEAST_SKEW) took(`level ${angle.toFixed(2)}`, levelled(page.raster, angle))
  if (isUpsideDown(page.raster)) took('turn 180', quarterTurned(page.raster, 2))
  return { ...page, steps }
}
