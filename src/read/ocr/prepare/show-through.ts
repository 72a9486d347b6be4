import { inFours, paperBits, pastPaper } from '../in-fours.ts'
import { type Raster, withSamples } from '../raster.ts'
import { bandsOf } from './bands.ts'
import { bestCut, pageHistogram, paperOf } from './histogram.ts'

/** What is brighter than this share of the paper is paper. */
const INK = 0.88

/** So many strokes of each kind there must be, and so many from the back to one of the page, for it to show through. */
const FEWEST = 300
const FEWEST_SHARE = 0.1

/** How much brighter, and how much softer than printing the other page must be for both to be told apart. */
const BRIGHTER = 50
const SOFTER = 0.5

/** Between ink that stays and paper lie so many values. */
const EDGE = 30

/**
 * Makes paper of what shows through from the back of a page. It is told from faint printing by its soft edges: the paper has spread
 * its light.
 * @param grey a page with even paper
 * @returns the page given, where nothing shows through or it cannot be told from printing
 */
export function withoutShowThrough(grey: Raster): Raster {
  const paper = paperOf(pageHistogram(grey))
  const pieces = bandsOf(grey).flatMap(band => piecesIn(band, paper * INK))
  const darkest = new Uint32Array(256)
  for (const { dark } of pieces) darkest[dark] = (darkest[dark] ?? 0) + 1
  const cut = bestCut(darkest)
  const [printed, through] = [pieces.filter(({ dark }) => dark < cut), pieces.filter(({ dark }) => dark >= cut)]
  if (printed.length < FEWEST || through.length < Math.max(FEWEST, FEWEST_SHARE * printed.length)) return grey
  const brightness = (kind: readonly Piece[]) => median(kind.map(({ dark }) => dark))
  const sharpness = (kind: readonly Piece[]) => median(kind.map(({ dark, step }) => step / Math.max(1, paper - dark)))
  if (brightness(through) - brightness(printed) < BRIGHTER) return grey
  if (sharpness(through) > SOFTER * sharpness(printed)) return grey
  return cleared(
    grey,
    Math.min(
      quantile(
        through.map(({ dark }) => dark),
        0.05,
      ),
      paper - 1,
    ),
  )
}

/** A stroke across a row: its darkest value, and the largest step in brightness from one of its pixels to the next. */
interface Piece {
  readonly dark: number
  readonly step: number
}

/** The strokes that cross each row: runs of ink, at their darkest place, where it is no lighter than above and below. */
function piecesIn({ data, width, height }: Raster, threshold: number): Piece[] {
  const pieces: Piece[] = []
  const [fours, paper] = [inFours(data), paperBits(threshold)]
  for (let y = 2; y < height - 2; y++) {
    const end = (y + 1) * width - 1
    for (let at = y * width + 1; at < end; at++) {
      at = pastPaper(fours, at, paper)
      if (at >= end) break
      if ((data[at] ?? 255) >= threshold) continue
      let [darkest, step] = [at, Math.abs((data[at - 1] ?? 255) - (data[at] ?? 255))]
      for (; at < end && (data[at] ?? 255) < threshold; at++) {
        step = Math.max(step, Math.abs((data[at + 1] ?? 255) - (data[at] ?? 255)))
        if ((data[at] ?? 255) < (data[darkest] ?? 255)) darkest = at
      }
      const dark = data[darkest] ?? 255
      if (dark <= (data[darkest - 2 * width] ?? 255) && dark <= (data[darkest + 2 * width] ?? 255))
        pieces.push({ dark, step })
    }
  }
  return pieces
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

const quantile = (values: readonly number[], share: number): number =>
  Float64Array.from(values).sort()[Math.floor(values.length * share)] ?? 255

/** The page with all from `white` up white; what is darker by more than the softness of an edge stays as it is. */
function cleared(grey: Raster, white: number): Raster {
  const shades = Uint8Array.from({ length: 256 }, (_, value) => {
    const share = Math.min(1, Math.max(0, (value - white + EDGE) / EDGE))
    return Math.round(value + (255 - value) * share)
  })
  const data = new Uint8Array(grey.data.length)
  for (let at = 0; at < data.length; at++) data[at] = shades[grey.data[at] ?? 255] ?? 255
  return withSamples(grey, data)
}
