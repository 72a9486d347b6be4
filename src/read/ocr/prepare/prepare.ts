import type { Affine, Raster } from '../raster.ts'
import { followedBy, IDENTITY } from './affine.ts'
import { evenerOf } from './background.ts'
import { withoutBorders } from './borders.ts'
import { type Gutter, gutterOf, pagesBeside } from './facing.ts'
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
 * Makes the image of a page ready for recognition: each step only where its measure says that the page needs it. An image of two
 * facing pages gives two, the left one first.
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
  const seen = await overviewOf(unsealed)
  const bare = withoutBorders(unsealed, seen)
  const evened = evenerOf(bare.overview)
  const framed = took('borders', unsealed, bare.grey)
  const even = took('paper', framed, evened(framed))
  const single = took('show-through', even, withoutShowThrough(even))
  const clean = took('specks', single, withoutSpecks(single))
  return upright({ raster: clean, toSource: IDENTITY }, { seen, even: evened(bare.overview) }).map(made => ({
    raster: made.raster,
    toSource: followedBy(made.toSource, toPage),
    steps: [...steps, ...made.steps],
  }))
}

/** A page scanned finer than recognisers are taught with, at their resolution. What claims to be finer but is small is left as it is. */
async function finest(grey: Raster): Promise<Raster> {
  const scale = RECOGNISED / grey.dpi
  if (grey.dpi <= TOO_FINE || grey.width * scale < SMALLEST_PAGE || grey.height * scale < SMALLEST_PAGE) return grey
  return resized(grey, grey.width * scale, grey.height * scale)
}

/** A page and its overview, which are looked at and changed together. */
interface Seen {
  readonly page: Mapped
  readonly overview: Raster
}

/** The page, or the two pages of an open book from left to right, with lines level and heads up. */
function upright(whole: Mapped, overviews: { readonly seen: Raster; readonly even: Raster }): PreparedPage[] {
  const steps: string[] = []
  let [page, seen, even] = [whole, overviews.seen, overviews.even]
  if (isSideways(even)) {
    page = quarterTurned(page.raster, 1)
    seen = quarterTurned(seen, 1).raster
    even = quarterTurned(even, 1).raster
    steps.push('turn 90')
  }
  const gutter = gutterOf(seen, even)
  if (gutter === null) return [straightened({ page, overview: even }, steps)]
  const pages = besides({ page, overview: even }, gutter).map(half => straightened(half, [...steps, 'facing']))
  return pages.every(made => made.steps.includes('turn 180')) ? pages.reverse() : pages
}

/** Both pages beside a gutter, which was found in the overview, without what the fold has left black at their edges. */
function besides({ page, overview }: Seen, { x, slope }: Gutter): [Seen, Seen] {
  const halves = pagesBeside(page.raster, { x: (x * page.raster.width) / overview.width, slope })
  const overviews = pagesBeside(overview, { x, slope })
  const bare = (i: 0 | 1): Seen => {
    const { raster, toSource } = halves[i]
    const { grey, overview: small } = withoutBorders(raster, overviews[i].raster)
    return { page: { raster: grey, toSource: followedBy(toSource, page.toSource) }, overview: small }
  }
  return [bare(0), bare(1)]
}

function straightened({ page, overview }: Seen, before: readonly string[]): PreparedPage {
  const steps = [...before]
  let made = page
  const took = (name: string, changed: Mapped): void => {
    made = { raster: changed.raster, toSource: followedBy(changed.toSource, made.toSource) }
    steps.push(name)
  }
  const angle = skewOf(overview)
  if (Math.abs(angle) >= LEAST_SKEW) took(`level ${angle.toFixed(2)}`, levelled(made.raster, angle))
  if (isUpsideDown(made.raster)) took('turn 180', quarterTurned(made.raster, 2))
  return { ...made, steps }
}
