import { inFours, paperBits, pastPaper } from '../in-fours.ts'
import type { Raster } from '../raster.ts'

/** A piece of ink whose pixels touch, corners included: its bounds, both ends included, and its number of pixels. */
export interface Component {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly area: number
}

/** The components of a page, and a way to visit the pixels of those chosen. */
export interface Components {
  readonly all: readonly Component[]
  /** Calls `visit` with each run of pixels of the components for which `isChosen` holds: offsets in the samples, end excluded, with the component's index. */
  readonly runsOf: (
    isChosen: (index: number) => boolean,
    visit: (start: number, end: number, index: number) => void,
  ) => void
}

const ofPages = new WeakMap<Uint8Array, { readonly threshold: number; readonly components: Components }>()

/** As `componentsOf`; those that were asked for last are kept with the samples, which nothing may change. */
export function pageComponents(page: Raster, threshold: number): Components {
  const kept = ofPages.get(page.data)
  if (kept?.threshold === threshold) return kept.components
  const components = componentsOf(page, threshold)
  ofPages.set(page.data, { threshold, components })
  return components
}

/**
 * The connected components of what is darker than a threshold, by runs (Rosenfeld and Pfaltz, Sequential operations in digital
 * picture processing, 1966). Time and memory in proportion to the pixels.
 */
export function componentsOf({ data, width, height }: Raster, threshold: number): Components {
  const runs = runsIn(data, width, height, threshold)
  const parents = joined(runs, width)
  const indexes = new Int32Array(parents.length).fill(-1)
  const all: { left: number; top: number; right: number; bottom: number; area: number }[] = []
  const { starts, ends, count } = runs
  const labels = new Int32Array(count)
  for (let run = 0; run < count; run++) {
    const root = rootOf(parents, run)
    const [start, end] = [starts[run] ?? 0, ends[run] ?? 0]
    const y = Math.floor(start / width)
    const [left, right] = [start - y * width, end - y * width - 1]
    let index = indexes[root] ?? -1
    if (index < 0) {
      index = all.length
      indexes[root] = index
      all.push({ left, top: y, right, bottom: y, area: 0 })
    }
    labels[run] = index
    const component = all[index]
    if (component === undefined) continue
    component.left = Math.min(component.left, left)
    component.right = Math.max(component.right, right)
    component.bottom = y
    component.area += end - start
  }
  return {
    all,
    runsOf: (isChosen, visit) => {
      for (let run = 0; run < count; run++) {
        const index = labels[run] ?? 0
        if (isChosen(index)) visit(starts[run] ?? 0, ends[run] ?? 0, index)
      }
    },
  }
}

interface Runs {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
}

/** Pages of text have no more. */
const USUAL_RUNS = 131_072

function runsIn(data: Uint8Array, width: number, height: number, threshold: number): Runs {
  let [starts, ends, count] = [new Int32Array(USUAL_RUNS), new Int32Array(USUAL_RUNS), 0]
  const [fours, paper, length] = [inFours(data), paperBits(threshold), width * height]
  for (let at = 0; at < length; ) {
    at = pastPaper(fours, at, paper)
    if (at >= length) break
    if ((data[at] ?? 0) >= threshold) {
      at++
      continue
    }
    const [start, rowEnd] = [at, at - (at % width) + width]
    while (at < rowEnd && (data[at] ?? 0) < threshold) at++
    if (count === starts.length) [starts, ends] = [doubled(starts), doubled(ends)]
    starts[count] = start
    ends[count++] = at
  }
  return { starts, ends, count }
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2)
  more.set(values)
  return more
}

/** A forest in which runs that touch have one root. */
function joined({ starts, ends, count }: Runs, width: number): Int32Array {
  const parents = new Int32Array(count)
  for (let run = 0; run < count; run++) parents[run] = run
  for (let run = 0, above = 0; run < count; run++) {
    const [start, end] = [starts[run] ?? 0, ends[run] ?? 0]
    const y = Math.floor(start / width)
    const [from, to] = [Math.max(start - 1, y * width) - width, Math.min(end, (y + 1) * width - 1) - width]
    while (above < run && (ends[above] ?? 0) <= from) above++
    for (let other = above; other < run && (starts[other] ?? 0) <= to; other++) {
      const [one, two] = [rootOf(parents, run), rootOf(parents, other)]
      parents[Math.max(one, two)] = Math.min(one, two)
    }
  }
  return parents
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run
  while (parents[root] !== root) {
    const next = parents[root] ?? root
    parents[root] = parents[next] ?? next
    root = parents[root] ?? root
  }
  return root
}
