import { type Raster, withSamples } from '../raster.ts'
import { histogramOf, paperOf, percentile } from './histogram.ts'

/** Cells of the map of colours, and the least sides of what is a seal or a signature and no number written in, millimetres. */
const CELL = 1
const SMALLEST = 15

/** Inks up to so far from each other belong together, cells. */
const REACH = 2

/** Red or blue must stand out over green by so much (of 255) to be a colour for certain, or at all. */
const COLOURED = 50
const TINGED = 20

/** A cell is coloured if this share of it is; a blob over this share of the page is a picture or a coloured cover. */
const COLOURED_SHARE = 0.08
const LARGEST_SHARE = 0.3

const MILLIMETRES_AN_INCH = 25.4

/**
 * Takes red, blue and violet ink of the size of seals and signatures off a page. What is black stays, beneath a seal as well:
 * where two inks lie over each other even the brightest of the channels is dark. Smaller writing in colour, such as a number or a
 * date filled in, is left alone, and so is a page that is coloured as a whole.
 * @param grey the same page in grey
 * @returns the grey page given, where there is no such ink
 */
export function withoutSeals(page: Raster, grey: Raster): Raster {
  if (page.channels === 1) return grey
  const colours = colourMapOf(page)
  const seals = blobsOf(colours).filter(blob => isSeal(blob, colours))
  if (seals.length === 0) return grey
  const data = new Uint8Array(grey.data)
  for (const { cells } of seals) bleach(page, data, colours, cells)
  return withSamples(grey, data)
}

interface ColourMap {
  readonly side: number
  readonly columns: number
  readonly rows: number
  readonly coloured: Uint8Array
  readonly shades: Shades
}

/** What each value of a channel stands for on paper that is white. */
type Shades = readonly [red: Uint8Array, green: Uint8Array, blue: Uint8Array]

interface Blob {
  readonly cells: readonly number[]
  readonly width: number
  readonly height: number
}

function colourMapOf({ data, width, height, dpi }: Raster): ColourMap {
  const side = Math.max(1, Math.round((dpi * CELL) / MILLIMETRES_AN_INCH))
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)]
  const shades = shadesOf(data)
  const counts = new Uint32Array(columns * rows)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * columns
    for (let column = 0; column < columns; column++) {
      const end = 3 * (y * width + Math.min(width, (column + 1) * side))
      let count = 0
      for (; at < end; at += 3) if (colourAt(data, at, shades) > COLOURED) count++
      counts[row + column] = (counts[row + column] ?? 0) + count
    }
  }
  const coloured = Uint8Array.from(counts, count => (count > COLOURED_SHARE * side * side ? 1 : 0))
  return { side, columns, rows, coloured, shades }
}

const brightestAt = (data: Uint8Array, at: number, [red, , blue]: Shades): number =>
  Math.max(red[data[at] ?? 0] ?? 0, blue[data[at + 2] ?? 0] ?? 0)

const colourAt = (data: Uint8Array, at: number, shades: Shades): number =>
  brightestAt(data, at, shades) - (shades[1][data[at + 1] ?? 0] ?? 0)

/** The paper is taken from about a hundred thousand places of the page. */
function shadesOf(data: Uint8Array): Shades {
  const step = 3 * Math.max(1, Math.floor(data.length / 300_000))
  const shades = (channel: number) => {
    const paper = Math.max(96, paperOf(histogramOf(data.subarray(channel), step)))
    return Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * 255) / paper)))
  }
  return [shades(0), shades(1), shades(2)]
}

/** Coloured cells that lie near each other, with the cells between them. */
function blobsOf({ coloured, columns, rows }: ColourMap): Blob[] {
  const seen = new Uint8Array(coloured.length)
  const blobs: Blob[] = []
  coloured.forEach((isColoured, first) => {
    if (isColoured === 0 || seen[first] === 1) return
    const cells = [first]
    seen[first] = 1
    let [left, right, top, bottom] = [columns, 0, rows, 0]
    for (const cell of cells) {
      if (coloured[cell] === 0) continue
      const [x, y] = [cell % columns, Math.floor(cell / columns)]
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      for (let ny = Math.max(0, y - REACH); ny <= Math.min(rows - 1, y + REACH); ny++)
        for (let nx = Math.max(0, x - REACH); nx <= Math.min(columns - 1, x + REACH); nx++) {
          const next = ny * columns + nx
          if (seen[next] === 1) continue
          seen[next] = 1
          cells.push(next)
        }
    }
    blobs.push({ cells, width: right - left + 1, height: bottom - top + 1 })
  })
  return blobs
}

const isSeal = ({ cells, width, height }: Blob, { columns, rows }: ColourMap): boolean =>
  Math.min(width, height) * CELL >= SMALLEST && cells.length <= LARGEST_SHARE * columns * rows

/** Makes coloured ink in the given cells as bright as the paper. */
function bleach(page: Raster, grey: Uint8Array, map: ColourMap, cells: readonly number[]): void {
  const { shades, side, columns } = map
  const { data, width, height } = page
  const ink = new Uint32Array(256)
  const places = (visit: (at: number) => void) => {
    for (const cell of cells) {
      const [left, top] = [(cell % columns) * side, Math.floor(cell / columns) * side]
      for (let y = top; y < Math.min(height, top + side); y++)
        for (let x = left; x < Math.min(width, left + side); x++) visit(y * width + x)
    }
  }
  places(at => {
    if (colourAt(data, 3 * at, shades) <= COLOURED) return
    const value = brightestAt(data, 3 * at, shades)
    ink[value] = (ink[value] ?? 0) + 1
  })
  const lift = 255 / Math.max(64, percentile(ink, 0.4))
  places(at => {
    const weight = Math.min(1, (colourAt(data, 3 * at, shades) - TINGED) / (COLOURED - TINGED))
    if (weight <= 0) return
    const lifted = Math.min(255, brightestAt(data, 3 * at, shades) * lift)
    grey[at] = Math.max(grey[at] ?? 0, Math.round(weight * lifted + (1 - weight) * (grey[at] ?? 0)))
  })
}
