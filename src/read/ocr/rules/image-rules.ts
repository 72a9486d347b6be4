import { CROWDED, type Rule, type Rules } from '../../pdf/rules.ts'
import type { Raster } from '../raster.ts'
import { linesIn } from './lines-in.ts'
import type { Strip } from './strips.ts'

/** A page with more lines than this is a drawing. */
const MAX_RULES = 3000

/** Pieces of one line that a blot or a fold has parted: how far apart along it and across it at most, inches. */
const PARTED = 0.25
const BESIDE = 0.015

/** A gap is bridged by lines on both sides that are so many times as long. */
const BRIDGED_BY = 2

/**
 * The ruling lines of a page image: where they lie, in pixels of the image. Lines may be faint, broken, of up to two and a half
 * points, and leave their course as paper does that does not lie flat. Underlines are found as well; bars of letters, seals and
 * pictures are not.
 * @param grey a prepared page: even paper, level
 * @param lines as `linesIn` found them on it
 * @returns `crowded` where there are more lines than any table has
 */
export function imageRules(grey: Raster, { horizontal, vertical } = linesIn(grey)): Rules {
  if (horizontal === null || vertical === null || horizontal.length + vertical.length > MAX_RULES) return CROWDED
  return { horizontal: bridged(horizontal, grey.dpi), vertical: bridged(vertical, grey.dpi), crowded: false }
}

function bridged(strips: readonly Strip[], dpi: number): Rule[] {
  const sorted = strips.toSorted((one, other) => one.from - other.from)
  const rules: { at: number; from: number; to: number; end: number }[] = []
  for (const strip of sorted) {
    const length = strip.to - strip.from
    const start = strip.at - (strip.slope * length) / 2
    const end = strip.at + (strip.slope * length) / 2
    const before = rules.findLast(
      rule =>
        Math.abs(rule.end - start) <= BESIDE * dpi &&
        strip.from - rule.to <= Math.min(PARTED * dpi, Math.min(length, rule.to - rule.from) / BRIDGED_BY) &&
        strip.to > rule.to,
    )
    if (before === undefined) {
      rules.push({ at: strip.at, from: strip.from, to: strip.to, end })
      continue
    }
    const own = before.to - before.from
    before.at = (before.at * own + strip.at * length) / (own + length)
    before.to = strip.to
    before.end = end
  }
  return rules.map(({ at, from, to }) => ({ at: at + 0.5, from, to: to + 1 })).sort((one, other) => one.at - other.at)
}
