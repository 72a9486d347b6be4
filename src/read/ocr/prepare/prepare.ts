import type { Affine, Raster } from '../raster.ts'
import { followedBy, IDENTITY } from './affine.ts'
import { withEvenPaper } from './background.ts'
import { greyOf } from './grey.ts'
import { levelled, type Mapped } from './levelled.ts'
import { isSideways, isUpsideDown } from './orientation.ts'
import { quarterTurned } from './quarter-turn.ts'
import { overviewOf, resized } from './resize.ts'
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

/** The resolution that recognisers are taught with; above which a page is brought down to it; the least side of a page then, pixels. */
const RECOGNISED = 300
const TOO_FINE = 450
const SMALLEST_PAGE = 1200

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
  const unsealed = await finest(took('seals', grey, withoutSeals(page, grey)))
  if (unsealed.width < grey.width) steps.push(`scale ${RECOGNISED} dpi`)
  const toPage: Affine = [page.width / unsealed.width, 0, 0, page.height / unsealed.height, 0, 0]
  const overview = await overviewOf(unsealed)
  const even = took('paper', unsealed, withEvenPaper(unsealed, overview))
  const single = took('show-through', even, withoutShowThrough(even))
  const clean = took('specks', single, withoutSpecks(single))
  const made = upright(clean, withEvenPaper(overview, overview))
  return [{ ...made, toSource: followedBy(made.toSource, toPage), steps: [...steps, ...made.steps] }]
}

/** A page scanned finer than recognisers are taught with, at their resolution. What claims to be finer but is small is left as it is. */
async function finest(grey: Raster): Promise<Raster> {
  const scale = RECOGNISED / grey.dpi
  if (grey.dpi <= TOO_FINE || grey.width * scale < SMALLEST_PAGE || grey.height * scale < SMALLEST_PAGE) return grey
  return resized(grey, grey.width * scale, grey.height * scale)
}

/** The page with its lines level and its head up. */
function upright(grey: Raster, overview: Raster): PreparedPage {
  const steps: string[] = []
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
