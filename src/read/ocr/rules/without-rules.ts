import type { Rule, Rules } from '../../pdf/rules.ts'
import { pageHistogram, paperOf } from '../prepare/histogram.ts'
import { type Raster, withSamples } from '../raster.ts'
import { type Lines, linesIn } from './lines-in.ts'
import type { Direction, Strip } from './strips.ts'
import { ERASED, INK, type ThinInk } from './thin-ink.ts'

/** How far from a rule its ink may lie, inches: lines follow the paper. */
const ASIDE = 0.05

/** The grey rim of a line, pixels on each side. */
const RIM = 1

/**
 * The page without the ink of its ruling lines. Strokes of text that touch or cross a line stay whole.
 * @param rules as `imageRules` gave them for the same page
 * @param lines as `linesIn` found them on it; what is erased is marked in their ink
 * @param take gives room for so many samples
 * @returns the page given, where there are no rules
 */
export function withoutRules(
  grey: Raster,
  rules: Rules,
  lines?: Lines,
  take = (length: number): Uint8Array => new Uint8Array(length),
): Raster {
  if (rules.crowded || rules.horizontal.length + rules.vertical.length === 0) return grey
  const found = lines ?? linesIn(grey)
  const { ink } = found
  const page: Page = {
    ink,
    data: take(grey.data.length),
    paper: paperOf(pageHistogram(grey)),
  }
  page.data.set(grey.data)
  const wanted = (direction: Direction) =>
    (found[direction] ?? []).filter(strip => belongsTo(strip, rules[direction], ASIDE * grey.dpi))
  const [horizontal, vertical] = [wanted('horizontal'), wanted('vertical')]
  for (const strip of horizontal) eraseStrip(page, strip, along('horizontal', ink))
  for (const strip of vertical) eraseStrip(page, strip, along('vertical', ink))
  for (const strip of horizontal) eraseCrossings(page, strip, along('horizontal', ink))
  for (const strip of vertical) eraseCrossings(page, strip, along('vertical', ink))
  return withSamples(grey, page.data)
}

interface Page {
  readonly ink: ThinInk
  readonly data: Uint8Array
  readonly paper: number
}

/** Steps from a pixel to the next along a line and across it, and how far each goes. */
interface Axes {
  readonly along: number
  readonly across: number
  readonly length: number
  readonly breadth: number
}

const along = (direction: Direction, { width, height }: ThinInk): Axes =>
  direction === 'horizontal'
    ? { along: 1, across: width, length: width, breadth: height }
    : { along: width, across: 1, length: height, breadth: width }

const belongsTo = (strip: Strip, rules: readonly Rule[], aside: number): boolean =>
  rules.some(
    rule => Math.abs(rule.at - strip.at) <= aside && rule.from <= strip.from + aside && rule.to >= strip.to - aside,
  )

/** Erases the line where it is thin; where a stroke touches it, the ink is thick and stays. */
function eraseStrip(page: Page, strip: Strip, axes: Axes): void {
  for (const [place, at] of courseOf(strip)) eraseAcross(page, place, at, axes)
}

/** For each pixel along a line and so far beyond its ends, the row (or column) that it runs in there. */
function* courseOf(
  { pieces, from, to, at, slope }: Strip,
  beyond = 0,
): Generator<readonly [place: number, at: number]> {
  const straight = (place: number) => Math.round(at + slope * (place - (from + to) / 2))
  let place = from - beyond
  for (const piece of pieces) {
    for (; place < piece.from; place++) yield [place, straight(place)]
    for (place = Math.max(place, piece.from); place <= piece.to; place++) yield [place, piece.at]
  }
  for (; place <= to + beyond; place++) yield [place, straight(place)]
}

function eraseAcross({ ink, data, paper }: Page, place: number, at: number, axes: Axes): void {
  const pixel = (row: number) => place * axes.along + row * axes.across
  const isInk = (row: number) => row >= 0 && row < axes.breadth && ((ink.bits[pixel(row)] ?? 0) & INK) !== 0
  const middle = [at, at - 1, at + 1].find(isInk)
  if (middle === undefined) return
  let [first, last] = [middle, middle]
  while (isInk(first - 1) && last - first <= ink.thickest) first--
  while (isInk(last + 1) && last - first <= ink.thickest) last++
  if (last - first >= ink.thickest) return
  for (let row = Math.max(0, first - RIM); row <= Math.min(axes.breadth - 1, last + RIM); row++) {
    data[pixel(row)] = paper
    ink.bits[pixel(row)] = (ink.bits[pixel(row)] ?? 0) | ERASED
  }
}

/** Where lines cross or meet in a corner, both are thick; what is left there between parts that are gone goes too. */
function eraseCrossings(page: Page, strip: Strip, axes: Axes): void {
  const { ink, data, paper } = page
  const isErased = (at: number) => ((ink.bits[at] ?? 0) & ERASED) !== 0
  const beyond = ink.thickest + RIM
  for (const [place, at] of courseOf(strip, beyond)) {
    if (place < 0 || place >= axes.length) continue
    const pixel = (row: number) => place * axes.along + Math.min(Math.max(row, 0), axes.breadth - 1) * axes.across
    if (isErased(pixel(at)) || !(isErased(pixel(at - beyond)) || isErased(pixel(at + beyond)))) continue
    for (let row = at - beyond; row <= at + beyond; row++) if (!isErased(pixel(row))) data[pixel(row)] = paper
  }
}
