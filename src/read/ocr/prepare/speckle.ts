import { type Raster, withSamples } from '../raster.ts'
import { type Component, type Components, pageComponents } from './components.ts'
import { inkThreshold, pageHistogram, paperOf } from './histogram.ts'

const MILLIMETRES_AN_INCH = 25.4

/** What is smaller, square millimetres, is no dot of eight-point type, nor a piece of a mark. */
const SPECK_AREA = 0.036

/** A lone spot is at most so large, millimetres, and no letter stands so near that it could belong to it. */
const SPOT_SIDE = 1
const LONELY = 4

/** A few spots near each other may be dirt; more of them are a line of dots and are left alone. */
const MAX_SPOTS_TOGETHER = 5

/** Fewer specks than this on a page do no harm. */
const FEW = 50

/**
 * Takes specks off a page: what is smaller than the smallest dot wherever it lies, and larger spots where no letters are near. Dots,
 * commas and the marks of letters are larger or near.
 * @returns the page given, where there are few
 */
export function withoutSpecks(grey: Raster): Raster {
  const counts = pageHistogram(grey)
  const components = pageComponents(grey, inkThreshold(counts))
  const millimetre = grey.dpi / MILLIMETRES_AN_INCH
  const specks = specksIn(components, Math.max(1, Math.floor(SPECK_AREA * millimetre ** 2)))
  const spots = lonelySpots(components, grey, millimetre)
  if (specks.size + spots.size < FEW) return grey
  const data = new Uint8Array(grey.data)
  const isGone = (index: number) => specks.has(index) || spots.has(index)
  components.runsOf(isGone, (start, end) => wipe(data, grey.width, start, end, paperOf(counts)))
  return withSamples(grey, data)
}

const specksIn = ({ all }: Components, largest: number): ReadonlySet<number> =>
  new Set([...all.keys()].filter(index => (all[index]?.area ?? 0) <= largest))

const longerSide = ({ left, right, top, bottom }: Component): number => Math.max(right - left, bottom - top) + 1

const isSpot = (component: Component, millimetre: number): boolean => longerSide(component) <= SPOT_SIDE * millimetre

const cellOf = ({ left, right, top, bottom }: Component, side: number, columns: number): number =>
  Math.floor((top + bottom) / 2 / side) * columns + Math.floor((left + right) / 2 / side)

function lonelySpots({ all }: Components, { width, height }: Raster, millimetre: number): ReadonlySet<number> {
  const side = Math.max(1, LONELY * millimetre)
  const columns = Math.ceil(width / side)
  const [letters, spots] = [new Uint32Array(columns * Math.ceil(height / side)), new Set<number>()]
  const counts = new Uint32Array(letters.length)
  for (const component of all) {
    if (isSpot(component, millimetre)) {
      const cell = cellOf(component, side, columns)
      counts[cell] = (counts[cell] ?? 0) + 1
    } else
      for (let y = Math.floor(component.top / side); y <= Math.floor(component.bottom / side); y++)
        for (let x = Math.floor(component.left / side); x <= Math.floor(component.right / side); x++)
          letters[y * columns + x] = 1
  }
  for (const [index, component] of all.entries()) {
    if (!isSpot(component, millimetre)) continue
    const cell = cellOf(component, side, columns)
    let [near, together] = [0, 0]
    for (const row of [cell - columns, cell, cell + columns])
      for (const place of [row - 1, row, row + 1]) {
        near += letters[place] ?? 0
        together += counts[place] ?? 0
      }
    if (near === 0 && together <= MAX_SPOTS_TOGETHER) spots.add(index)
  }
  return spots
}

/** Makes paper of a run and the grey pixels around it. */
function wipe(data: Uint8Array, width: number, start: number, end: number, paper: number): void {
  for (const row of [start - width, start, start + width])
    for (let at = Math.max(0, row - 1); at <= row + end - start && at < data.length; at++) data[at] = paper
}
