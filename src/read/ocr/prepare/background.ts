import { type Raster, withSamples } from '../raster.ts'
import { percentile } from './histogram.ts'

/** Cells of the map of the paper, pixels of the overview: four millimetres. */
const CELL = 16

/** In a cell of text this share is paper or brighter at its edges. */
const PAPER = 0.8

/** Darker than this share of the page's paper is a picture or the black around the page, not a shadow on it. */
const SHADOW = 0.35

/** Paper is white where it is at least this bright all over the page, and even where it differs by no more. */
const WHITE = 235
const EVEN = 12

/** Gains are whole numbers of 2^-12, at most 255, and the same for so many rows. */
const SHIFT = 12
const ONE = 2 ** SHIFT
const SAME_GAIN = 4

/**
 * Divides pages by the brightness of their paper: shadows, yellowed or grey paper and uneven light come out white.
 * @param overview a page, smaller
 * @returns what does so to that page in any size; it gives the page itself back where its paper is white and even already
 */
export function evenerOf(overview: Raster): (grey: Raster) => Raster {
  const map = paperMapOf(overview)
  return grey => (map === null ? grey : divided(grey, overview, map))
}

function divided(grey: Raster, overview: Raster, map: PaperMap): Raster {
  const { values, columns } = map
  const { width, height } = grey
  const data = new Uint8Array(width * height)
  const clamped = new Uint8ClampedArray(data.buffer)
  const [scaleX, scaleY] = [overview.width / width / CELL, overview.height / height / CELL]
  const gains = new Int32Array(width)
  const cells = new Float32Array(columns + 1)
  for (let y = 0, at = 0; y < height; y++) {
    if (y % SAME_GAIN === 0) {
      const [above, below, shareBelow] = between((y + SAME_GAIN / 2) * scaleY - 0.5, map.rows)
      for (let column = 0; column < columns; column++) {
        const upper = values[above * columns + column] ?? 255
        const lower = values[below * columns + column] ?? 255
        cells[column] = (255 * ONE) / (upper * (1 - shareBelow) + lower * shareBelow)
      }
      cells[columns] = cells[columns - 1] ?? ONE
      for (let x = 0; x < width; x++) {
        const place = Math.min(Math.max((x + 0.5) * scaleX - 0.5, 0), columns - 1)
        const left = place | 0
        const gain = cells[left] ?? ONE
        gains[x] = gain + ((cells[left + 1] ?? gain) - gain) * (place - left) + 0.5
      }
    }
    for (let x = 0; x < width; x++, at++) {
      clamped[at] = ((grey.data[at] ?? 0) * (gains[x] ?? ONE) + ONE / 2) >> SHIFT
    }
  }
  return withSamples(grey, data)
}

const between = (place: number, count: number): [before: number, after: number, shareAfter: number] => {
  const inside = Math.min(Math.max(place, 0), count - 1)
  const before = Math.floor(inside)
  return [before, Math.min(before + 1, count - 1), inside - before]
}

interface PaperMap {
  readonly values: Float32Array
  readonly columns: number
  readonly rows: number
}

/** Brightness of the paper in each cell; null where it is white and even. */
function paperMapOf({ data, width, height }: Raster): PaperMap | null {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const values = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0)
      for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y++)
        for (let x = column * CELL; x < Math.min(width, (column + 1) * CELL); x++) {
          const value = data[y * width + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
        }
      values[row * columns + column] = percentile(counts, PAPER)
    }
  const closed = closing({ values, columns, rows })
  const sorted = Float32Array.from(closed.values).sort()
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 255
  const papers = sorted.filter(value => value >= SHADOW * usual)
  const [dark, bright] = [papers[Math.floor(papers.length * 0.02)] ?? 255, papers.at(-1) ?? 255]
  if (dark >= WHITE || (bright - dark <= EVEN && usual >= WHITE)) return null
  return { ...closed, values: closed.values.map(value => Math.max(1, value < SHADOW * usual ? usual : value)) }
}

/** Fills what is dark within two cells: headings in bold, small pictures, seals. */
const closing = (map: PaperMap): PaperMap => filtered(filtered(map, Math.max), Math.min)

function filtered({ values, columns, rows }: PaperMap, pick: (...values: number[]) => number): PaperMap {
  const made = new Float32Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let value = values[row * columns + column] ?? 0
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          value = pick(value, values[y * columns + x] ?? 0)
      made[row * columns + column] = value
    }
  return { values: made, columns, rows }
}
