import type { Raster } from '../raster.ts'

/** How many samples have each of the 256 values; every `step`th sample is counted. */
export function histogramOf(samples: Uint8Array, step = 1): Uint32Array {
  const counts = new Uint32Array(256)
  for (let i = 0; i < samples.length; i += step) {
    const value = samples[i] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

const ofPages = new WeakMap<Uint8Array, Uint32Array>()

/** Of every seventh sample of a page, how many have each of the 256 values. Kept with the samples, which nothing may change. */
export function pageHistogram({ data }: Raster): Uint32Array {
  const counts = ofPages.get(data) ?? histogramOf(data, 7)
  ofPages.set(data, counts)
  return counts
}

/** The value that the given share of the samples does not exceed, 0 to 255. */
export function percentile(counts: Uint32Array, share: number): number {
  let total = 0
  // by index: a cell of paper at a time, an iterator takes longer than all the rest
  for (let value = 0; value < counts.length; value++) total += counts[value] ?? 0
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += counts[value] ?? 0
    if (seen >= share * total && seen > 0) return value
  }
  return 255
}

/**
 * The brightness that parts ink from paper best, kept between 40 and 85 % of the paper's own, so that a page almost empty is not
 * parted within its paper. Ink is darker than it.
 */
export function inkThreshold(counts: Uint32Array): number {
  const paper = paperOf(counts)
  return Math.round(Math.min(Math.max(bestCut(counts), 0.4 * paper), 0.85 * paper))
}

/**
 * The value that parts the samples best into those below it and the others (Otsu, A threshold selection method from gray-level
 * histograms, 1979); 0 where all are alike.
 */
export function bestCut(counts: Uint32Array): number {
  let [all, sum] = [0, 0]
  counts.forEach((count, value) => {
    all += count
    sum += count * value
  })
  let [best, cut, below, sumBelow] = [-1, 0, 0, 0]
  for (let value = 0; value < 255; value++) {
    below += counts[value] ?? 0
    sumBelow += (counts[value] ?? 0) * value
    if (below === 0 || below === all) continue
    const apart = sumBelow / below - (sum - sumBelow) / (all - below)
    const between = below * (all - below) * apart * apart
    if (between > best) [best, cut] = [between, value + 1]
  }
  return cut
}

/** The brightness that most of the brighter half of the samples has. */
export function paperOf(counts: Uint32Array): number {
  const middle = percentile(counts, 0.5)
  let paper = middle
  for (let value = middle; value < 256; value++) if ((counts[value] ?? 0) > (counts[paper] ?? 0)) paper = value
  return paper
}
