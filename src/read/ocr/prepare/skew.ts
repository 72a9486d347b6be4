import { inFours, paperBits, pastPaper } from '../in-fours.ts'
import type { Raster } from '../raster.ts'
import { histogramOf, inkThreshold } from './histogram.ts'

/** Farthest angle looked for, steps of the searches, and the least that is believed, degrees. */
const FARTHEST = 10
const COARSE = 0.5
const FINE = 0.1
const FINEST = 0.02

/** As many edge points as settle an angle; of more every nth is taken. */
const ENOUGH_POINTS = 60_000
const FEWEST_POINTS = 400

/** The best angle must gather the edges so much better than angles do on the average. */
const CLEAR = 1.3

/**
 * The angle by which the lines of a page slope, degrees, positive where they sink to the right; 0 where no angle stands out.
 * Edges under ink are projected along each angle; where text lines and rules lie along it, they gather in few rows (projection
 * profile after Postl, 1986, with the sum of squared differences as its measure).
 * @param overview a grey page of about 100 pixels an inch
 */
export function skewOf(overview: Raster): number {
  const points = lowerEdges(overview)
  if (points.xs.length < FEWEST_POINTS) return 0
  const angles: number[] = []
  for (let angle = -FARTHEST; angle <= FARTHEST; angle += COARSE) angles.push(angle)
  const scores = angles.map(angle => gathered(points, angle))
  const best = angles[scores.indexOf(Math.max(...scores))] ?? 0
  if (Math.abs(best) >= FARTHEST) return 0
  const near = bestAround(points, best, COARSE, FINE)
  const nearest = bestAround(points, near, FINE, FINEST)
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return gathered(points, nearest) < CLEAR * average ? 0 : Math.round(nearest / FINEST) * FINEST
}

interface Points {
  readonly xs: Int32Array
  readonly ys: Int32Array
  readonly width: number
  readonly height: number
}

function bestAround(points: Points, middle: number, reach: number, step: number): number {
  let [best, bestScore] = [middle, -1]
  for (let angle = middle - reach; angle <= middle + reach + step / 2; angle += step) {
    const score = gathered(points, angle)
    if (score > bestScore) [best, bestScore] = [angle, score]
  }
  return best
}

function gathered({ xs, ys, width, height }: Points, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const reach = Math.ceil(width * Math.abs(slope)) + 2
  const rows = new Int32Array(height + 2 * reach)
  const shifts = new Int32Array(width)
  for (let x = 0; x < width; x++) shifts[x] = Math.round(-slope * x) + reach
  for (let i = 0; i < xs.length; i++) {
    const row = (ys[i] ?? 0) + (shifts[xs[i] ?? 0] ?? 0)
    rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (let row = 1; row < rows.length; row++) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return score
}

/** Places where ink has paper beneath it; those at the rim of the image, where scanners leave black, do not count. */
function lowerEdges({ data, width, height }: Raster): Points {
  const threshold = inkThreshold(histogramOf(data))
  const rim = Math.ceil(0.03 * Math.min(width, height))
  const found: number[] = []
  const [fours, paper] = [inFours(data), paperBits(threshold)]
  for (let y = rim; y < height - rim - 1; y++)
    for (let at = y * width + rim; at < (y + 1) * width - rim; at++) {
      at = pastPaper(fours, at, paper)
      if (at >= (y + 1) * width - rim) break
      if ((data[at] ?? 0) < threshold && (data[at + width] ?? 0) >= threshold) found.push(at)
    }
  const step = Math.max(1, Math.ceil(found.length / ENOUGH_POINTS))
  const count = Math.ceil(found.length / step)
  const [xs, ys] = [new Int32Array(count), new Int32Array(count)]
  for (let i = 0; i < count; i++) {
    const at = found[i * step] ?? 0
    xs[i] = at % width
    ys[i] = Math.floor(at / width)
  }
  return { xs, ys, width, height }
}
