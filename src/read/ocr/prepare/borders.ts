import { type Raster, withSamples } from '../raster.ts'
import { histogramOf, paperOf } from './histogram.ts'

/** Black around the page is darker than this share of the paper, on the average over a square of so many inches; paper in shadow is not. */
const BLACK = 0.4
const SQUARE = 0.05

/** What is shorter is a letter that the edge has cut, inches. */
const LEAST = 0.4

/** How much farther the soft edge of what is black reaches, inches. */
const SOFT = 0.03

/** Where more than this share of an image is black, the black is the page. */
const MOST = 0.6

/**
 * Makes paper of what is black around a page: the glass beside it where the lid stood open, the edge of a book, what a copier adds.
 * It is told from ink by being joined to the edge of the image in the width of a millimetre and more.
 * @param overview the page, smaller
 * @returns the page and its overview; those given, where nothing is black at their edges
 */
export function withoutBorders(grey: Raster, overview: Raster): { grey: Raster; overview: Raster } {
  const paper = paperOf(histogramOf(overview.data))
  const black = blackFromEdges(overview, BLACK * paper)
  if (black === null) return { grey, overview }
  const border = grown(black, overview, Math.round((SQUARE / 2 + SOFT) * overview.dpi))
  return { grey: painted(grey, border, overview, paper), overview: painted(overview, border, overview, paper) }
}

/** Whether anything that may be part of a square at the edge is dark. */
function isDarkAtEdges({ data, width, height }: Omit<Raster, 'channels' | 'dpi'>, threshold: number, reach: number) {
  for (let y = 0; y < height; y++) {
    const isWithin = y > reach && y < height - 1 - reach
    for (let x = 0; x < width; x++) {
      if (isWithin && x > reach && x < width - 1 - reach) x = width - 1 - reach
      if ((data[y * width + x] ?? 255) < threshold) return true
    }
  }
  return false
}

/** Ones where the squares around the pixels are black and joined to the edge of the image; null where none or nearly all are. */
function blackFromEdges({ data, width, height, dpi }: Raster, threshold: number): Uint8Array | null {
  const reach = Math.max(1, Math.round((SQUARE / 2) * dpi))
  if (!isDarkAtEdges({ data, width, height }, threshold, reach)) return null
  const means = meansAlong(meansAlong(data, reach, { lines: height, length: width, across: width, along: 1 }), reach, {
    lines: width,
    length: height,
    across: 1,
    along: width,
  })
  const black = new Uint8Array(data.length)
  const isBlack = (at: number): boolean => black[at] === 0 && (means[at] ?? 255) < threshold
  let area = 0
  const takeFrom = (x: number, y: number): void => {
    if (!isBlack(y * width + x)) return
    const cells = joinedTo(y * width + x, { width, black, isBlack, size: data.length })
    if (isLong(cells, width, LEAST * dpi)) area += cells.length
    else for (const cell of cells) black[cell] = 0
  }
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) takeFrom(x, y)
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) takeFrom(x, y)
  return area === 0 || area > MOST * data.length ? null : black
}

interface Search {
  readonly width: number
  readonly size: number
  /** Set for what was found. */
  readonly black: Uint8Array
  readonly isBlack: (at: number) => boolean
}

/** What is black and joined to a place that is. */
function joinedTo(first: number, { width, size, black, isBlack }: Search): number[] {
  const cells = [first]
  const reached = (at: number): void => {
    if (!isBlack(at)) return
    black[at] = 1
    cells.push(at)
  }
  black[first] = 1
  for (const at of cells) {
    const x = at % width
    if (x > 0) reached(at - 1)
    if (x < width - 1) reached(at + 1)
    if (at >= width) reached(at - width)
    if (at + width < size) reached(at + width)
  }
  return cells
}

function isLong(cells: readonly number[], width: number, length: number): boolean {
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0]
  for (const cell of cells) {
    const [x, y] = [cell % width, Math.floor(cell / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return Math.max(right - left, bottom - top) >= length
}

/** The lines of an image in one direction: how many, how long, and how far it is to the next and along one. */
interface Lines {
  readonly lines: number
  readonly length: number
  readonly across: number
  readonly along: number
}

/** The mean of each sample and its neighbours up to a distance along its line; beyond the ends of a line lies nothing. */
function meansAlong(data: Uint8Array, reach: number, { lines, length, across, along }: Lines): Uint8Array {
  const means = new Uint8Array(data.length)
  for (let line = 0; line < lines; line++) {
    const start = line * across
    let [sum, count] = [0, 0]
    for (let i = 0; i < Math.min(reach, length); i++, count++) sum += data[start + i * along] ?? 0
    for (let i = 0, at = start; i < length; i++, at += along) {
      if (i + reach < length) {
        sum += data[at + reach * along] ?? 0
        count++
      }
      if (i > reach) {
        sum -= data[at - (reach + 1) * along] ?? 0
        count--
      }
      means[at] = sum / count
    }
  }
  return means
}

/** What is set, spread to all sides by a distance. */
function grown(set: Uint8Array, { width, height }: Raster, by: number): Uint8Array {
  const spread = (from: Uint8Array, { lines, length, across, along }: Lines): Uint8Array => {
    const made = new Uint8Array(from.length)
    for (let line = 0; line < lines; line++) {
      const start = line * across
      for (let i = 0, until = -1; i < length + by; i++) {
        if (i < length && from[start + i * along] === 1) until = i + 2 * by
        if (i >= by && i <= until) made[start + (i - by) * along] = 1
      }
    }
    return made
  }
  const wide = spread(set, { lines: height, length: width, across: width, along: 1 })
  return spread(wide, { lines: width, length: height, across: 1, along: width })
}

/** A page with paper where its overview is marked. */
function painted(page: Raster, marked: Uint8Array, overview: Raster, paper: number): Raster {
  const { width, height } = page
  const data = page.data.slice()
  const columns = Float64Array.from({ length: overview.width + 1 }, (_, x) => Math.round((x * width) / overview.width))
  for (let y = 0; y < height; y++) {
    const row = Math.min(overview.height - 1, Math.floor(((y + 0.5) * overview.height) / height)) * overview.width
    for (let x = 0; x < overview.width; x++) {
      if (marked[row + x] !== 1) continue
      const first = x
      while (x < overview.width && marked[row + x] === 1) x++
      data.fill(paper, y * width + (columns[first] ?? 0), y * width + (columns[x] ?? 0))
    }
  }
  return withSamples(page, data)
}
