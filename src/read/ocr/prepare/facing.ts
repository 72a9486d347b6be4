import { type Affine, type Raster, withSamples } from '../raster.ts'
import { componentsOf } from './components.ts'
import { foldAt, type Strip } from './fold.ts'
import { histogramOf, paperOf } from './histogram.ts'
import type { Mapped } from './levelled.ts'
import { hasPageOfLines, type Stretch } from './page-of-lines.ts'

/** Two pages that lie open are so many times as wide as high. */
const ASPECT = { least: 1.25, most: 2 }

/** Brightness that counts as ink, as a share of the paper's: faint lines count. */
const INK = 0.88

/** The gutter lies in the middle third of the image and slopes by no more than this, degrees. */
const MIDDLE = [1 / 3, 2 / 3] as const
const STEEPEST = 5

/** Least width without text: where a fold is seen, and where it is not, inches; rows with ink in it that do not count. */
const NARROWEST = { fold: 0.25, plain: 0.5 }
const SOILED = 0.006

/** Words of a line stand at most so far apart; what runs along the gutter for so long is its shadow, inches. */
const WORD_GAP = 0.16
const SHADOW = 0.4

/** A fold may lie so far beside the empty strip, where grain in its shadow looks like ink, inches. */
const BESIDE = 0.3

/** What reaches so far to both sides of the middle of the gutter runs across it, inches. */
const ACROSS = 0.12

/** The line between two facing pages: where it crosses half the height, pixels, and by how many it moves right with each row. */
export interface Gutter {
  readonly x: number
  readonly slope: number
}

/**
 * The line between two pages that were scanned as one image, an open book or two sheets side by side; null where the image is of one
 * page. The strip between them is empty but for the shadow of the fold, nothing runs across it, no line of text and no ruling line, and
 * lines as wide as a page of text stand on both sides. Where there is no fold, ruled tables do not count as such lines: two tables side
 * by side may belong to one page.
 * @param overview a grey page of about 100 pixels an inch, lines from left to right
 * @param even the same with even paper and without black borders
 */
export function gutterOf(overview: Raster, even: Raster): Gutter | null {
  const { width, height, dpi } = even
  if (width < ASPECT.least * height || width > ASPECT.most * height) return null
  const ink = withoutShadows(even, INK * paperOf(histogramOf(even.data)))
  const gaps = emptyStrips(ink).map(strip => ({ ...strip, fold: foldAt(overview, widened(strip, BESIDE * dpi)) }))
  const folded = gaps.filter(gap => gap.fold !== null && widthOf(gap) >= NARROWEST.fold * dpi)
  const plain = gaps.filter(gap => widthOf(gap) >= NARROWEST.plain * dpi)
  const gap = least(folded, ({ fold }) => fold?.brightness ?? 1) ?? least(plain, strip => -widthOf(strip))
  if (gap === undefined) return null
  const gutter = { x: gap.fold?.x ?? (gap.left + gap.right) / 2, slope: gap.slope }
  const lines = componentsOf(joinedWords(ink), 1).all
  const offset = (y: number) => gutter.slope * (y - height / 2) + gutter.x
  const reach = ACROSS * dpi
  const left: Stretch[] = []
  const right: Stretch[] = []
  for (const line of lines) {
    const x = offset((line.top + line.bottom) / 2)
    if (line.left < x - reach && line.right > x + reach) return null
    if (line.right < x) left.push(line)
    else right.push(line)
  }
  const counted = { pageWidth: width / 2, dpi, withTables: gap.fold !== null }
  return hasPageOfLines(left, counted) && hasPageOfLines(right, counted) ? gutter : null
}

/** Ink as 0 on 1, without what runs down for longer than letters are high. */
function withoutShadows({ data, width, height, dpi, channels }: Raster, threshold: number): Raster {
  const bits = Uint8Array.from(data, value => (value < threshold ? 0 : 1))
  const longest = SHADOW * dpi
  for (let x = 0; x < width; x++)
    for (let y = 0, start = -1; y <= height; y++) {
      const isInk = y < height && (data[y * width + x] ?? 255) < threshold
      if (isInk && start < 0) start = y
      if (isInk || start < 0) continue
      if (y - start > longest) for (let row = start; row < y; row++) bits[row * width + x] = 1
      start = -1
    }
  return { data: bits, width, height, channels, dpi }
}

const widened = ({ left, right, slope }: Strip, by: number): Strip => ({
  left: Math.floor(left - by),
  right: Math.ceil(right + by),
  slope,
})

const widthOf = ({ left, right }: Strip): number => right - left

/** The first of those for which a measure is least. */
const least = <T>(all: readonly T[], measure: (one: T) => number): T | undefined =>
  all.toSorted((one, other) => measure(one) - measure(other))[0]

/** Strips with next to no ink whose middle lies in the middle third: of each slope the widest, the steeper ones last. */
function emptyStrips(ink: Raster): Strip[] {
  const degrees = [0]
  for (let angle = 0.5; angle <= STEEPEST; angle += 0.5) degrees.push(angle, -angle)
  return degrees.flatMap(angle => {
    const slope = Math.tan((angle * Math.PI) / 180)
    const widest = least(emptyIn(ink, slope), strip => -widthOf(strip))
    return widest === undefined ? [] : [widest]
  })
}

function emptyIn(ink: Raster, slope: number): Strip[] {
  const counts = inkAlong(ink, slope)
  const strips: Strip[] = []
  let start = -1
  for (let x = 0; x <= ink.width; x++) {
    const isEmpty = x < ink.width && (counts[x] ?? 0) <= SOILED * ink.height
    if (isEmpty && start < 0) start = x
    if (isEmpty || start < 0) continue
    const middle = (start + x) / 2 / ink.width
    if (middle >= MIDDLE[0] && middle <= MIDDLE[1]) strips.push({ left: start, right: x, slope })
    start = -1
  }
  return strips
}

/** How much ink lies on each line of a slope, by the place where it crosses half the height. */
function inkAlong({ data, width, height }: Raster, slope: number): Uint32Array {
  const counts = new Uint32Array(width)
  for (let y = 0, at = 0; y < height; y++) {
    const shift = Math.round(slope * (y - height / 2))
    for (let x = -shift; x < width - shift; x++, at++) if (data[at] === 0) counts[x] = (counts[x] ?? 0) + 1
  }
  return counts
}

/** Ink with the gaps between words closed. */
function joinedWords(ink: Raster): Raster {
  const { width, height, dpi } = ink
  const data = Uint8Array.from(ink.data)
  const longest = WORD_GAP * dpi
  for (let y = 0; y < height; y++)
    for (let x = 0, last = -1; x < width; x++) {
      if (ink.data[y * width + x] !== 0) continue
      if (last >= 0 && x - last <= longest) data.fill(0, y * width + last, y * width + x)
      last = x
    }
  return withSamples(ink, data)
}

/** The two pages on either side of a gutter, the left one first; what of the other page lies beside a sloping gutter is white. */
export function pagesBeside(spread: Raster, { x, slope }: Gutter): [Mapped, Mapped] {
  const { width, height } = spread
  const lean = Math.abs(slope * height) / 2
  const [from, to] = [Math.max(0, Math.floor(x - lean)), Math.min(width, Math.ceil(x + lean) + 1)]
  const edge = (y: number) => Math.round(x + slope * (y + 0.5 - height / 2))
  const cut = (start: number, end: number, ofRow: (y: number) => readonly [number, number]): Mapped => {
    const data = new Uint8Array((end - start) * height).fill(255)
    for (let y = 0; y < height; y++) {
      const [first, last] = ofRow(y)
      const row = spread.data.subarray(y * width + Math.max(start, first), y * width + Math.min(end, last))
      data.set(row, y * (end - start) + Math.max(start, first) - start)
    }
    const toSource: Affine = [1, 0, 0, 1, start, 0]
    return { raster: { ...spread, data, width: end - start }, toSource }
  }
  return [cut(0, to, y => [0, edge(y)]), cut(from, width, y => [edge(y), width])]
}
