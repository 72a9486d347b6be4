import { type Raster, withSamples } from '../raster.ts'
import { bandsOf } from './bands.ts'
import { type Component, componentsOf } from './components.ts'
import { histogramOf, inkThreshold, pageHistogram, paperOf } from './histogram.ts'

/** Words: so many times as long as high; their lesser side, pixels of the overview; so many and so far in the majority they decide. */
const LONG = 1.8
const WORD_SIDES = [5, 30] as const
const FEWEST_WORDS = 12
const MAJORITY = 2.5

/** Grey that counts as ink where words are sought: letters flow together. */
const WORD_INK = 0.88

/**
 * Whether the lines of a page run from top to bottom: most of its words are then higher than wide.
 * @param overview a grey page of about 100 pixels an inch, with even paper
 */
export function isSideways(overview: Raster): boolean {
  const words = componentsOf(spread(overview), WORD_INK * paperOf(histogramOf(overview.data)))
  let [wide, high] = [0, 0]
  for (const { left, right, top, bottom } of words.all) {
    const [width, height] = [right - left + 1, bottom - top + 1]
    const side = Math.min(width, height)
    if (side < WORD_SIDES[0] || side > WORD_SIDES[1]) continue
    if (width >= LONG * height) wide++
    if (height >= LONG * width) high++
  }
  return high >= FEWEST_WORDS && high >= MAJORITY * wide
}

/** Ink spread by a pixel to all sides: closes the gaps between letters, not those between lines. */
function spread(overview: Raster): Raster {
  const across = darkest(overview.data, 1)
  return withSamples(overview, darkest(across, overview.width))
}

/** Each sample and its neighbours at a distance, the darkest of the three. */
function darkest(data: Uint8Array, distance: number): Uint8Array {
  const made = new Uint8Array(data)
  for (let at = distance; at < data.length - distance; at++) {
    const darker = Math.min(data[at - distance] ?? 0, data[at + distance] ?? 0)
    if (darker < (data[at] ?? 0)) made[at] = darker
  }
  return made
}

/** Heights of letters, inches; how near neighbours stand, in heights; within how much edges are in line, in heights. */
const LETTERS = [0.04, 0.25] as const
const NEAR = 0.8
const IN_LINE = 0.06

/** So many pairs of letters tell up from down, where one edge is in line so many times as often as the other. */
const FEWEST_PAIRS = 30
const OFTEN = 2

/**
 * Whether a page stands on its head. Letters stand on one line, while their tops, with ascenders, capitals and marks, lie at
 * several heights: where the upper edges of neighbours are in line far more often, up is down. False where it cannot be told, as on
 * pages of figures only.
 * @param grey a page whose lines are level
 */
export function isUpsideDown(grey: Raster): boolean {
  const threshold = inkThreshold(pageHistogram(grey))
  const some = edgesInLine(bandsOf(grey), threshold)
  const { tops, bottoms } = some.tops + some.bottoms >= FEWEST_PAIRS ? some : edgesInLine([grey], threshold)
  return tops + bottoms >= FEWEST_PAIRS && tops > OFTEN * bottoms
}

/** How many pairs of neighbours are in line at their upper edges only, and at their lower ones. */
function edgesInLine(bands: readonly Raster[], threshold: number): { tops: number; bottoms: number } {
  let [tops, bottoms] = [0, 0]
  for (const band of bands)
    for (const [one, other] of neighbours(componentsOf(band, threshold).all, band)) {
      const slack = Math.max(1, IN_LINE * Math.max(heightOf(one), heightOf(other)))
      const [top, bottom] = [Math.abs(one.top - other.top) <= slack, Math.abs(one.bottom - other.bottom) <= slack]
      if (top && !bottom) tops++
      if (bottom && !top) bottoms++
    }
  return { tops, bottoms }
}

const heightOf = ({ top, bottom }: Component): number => bottom - top + 1

/** Letters whole within a band, each with the next one to its right. */
function neighbours(components: readonly Component[], band: Raster): (readonly [Component, Component])[] {
  const letters = components
    .filter(({ top, bottom, left, right }) => {
      const height = bottom - top + 1
      if (top === 0 || bottom === band.height - 1 || right - left > 2 * height) return false
      return height >= LETTERS[0] * band.dpi && height <= LETTERS[1] * band.dpi
    })
    .sort((one, other) => one.left - other.left)
  const pairs: (readonly [Component, Component])[] = []
  const rows = new Map<number, Component>()
  const rowHeight = LETTERS[0] * band.dpi
  for (const letter of letters) {
    const middle = Math.floor((letter.top + letter.bottom) / 2 / rowHeight)
    const before = [middle, middle - 1, middle + 1]
      .flatMap(row => rows.get(row) ?? [])
      .filter(({ right, top, bottom }) => {
        const overlap = Math.min(bottom, letter.bottom) - Math.max(top, letter.top)
        return letter.left - right <= NEAR * heightOf(letter) && overlap > 0.5 * heightOf(letter)
      })
      .sort((one, other) => other.right - one.right)[0]
    if (before !== undefined) pairs.push([before, letter])
    rows.set(middle, letter)
  }
  return pairs
}
