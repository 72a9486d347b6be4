import type { Rule, Rules } from '../../pdf/rules.ts'
import { type Raster, withSamples } from '../raster.ts'

/** Letters that touch a table lengthen its vertical lines by no more than this, inches. */
const OVERHANG = 0.3

/** Lines meet where they come this near to each other, inches. */
const MEETING = 0.06

/**
 * Cuts vertical lines off where they go on beyond the upper or lower edge of their table by the height of a letter: strokes of a
 * title that touches the edge look like lines. An edge ends a table if no line goes on beyond it at its own ends.
 * @param dpi pixels an inch; `rules` are in pixels
 */
export function withoutOverhang(rules: Rules, dpi: number): Rules {
  const meeting = MEETING * dpi
  const goesOn = (place: number, beyond: (vertical: Rule) => boolean): boolean =>
    rules.vertical.some(vertical => Math.abs(vertical.at - place) <= meeting && beyond(vertical))
  const ends = (edge: Rule, beyond: (vertical: Rule) => boolean): boolean =>
    !goesOn(edge.from, beyond) && !goesOn(edge.to, beyond)
  const vertical = rules.vertical.map(rule => {
    let { from, to } = rule
    for (const edge of rules.horizontal) {
      if (edge.from > rule.at + meeting || edge.to < rule.at - meeting) continue
      const above = edge.at - rule.from
      if (
        above > meeting &&
        above < OVERHANG * dpi &&
        edge.at < rule.to &&
        ends(edge, each => each.from < edge.at - meeting)
      )
        from = Math.max(from, edge.at)
      const below = rule.to - edge.at
      if (
        below > meeting &&
        below < OVERHANG * dpi &&
        edge.at > rule.from &&
        ends(edge, each => each.to > edge.at + meeting)
      )
        to = Math.min(to, edge.at)
    }
    return { ...rule, from, to }
  })
  return { ...rules, vertical }
}

const isCut = (whole: Rule, cut: Rule): boolean => cut.from > whole.from || cut.to < whole.to

/**
 * Gives a page from which lines were erased back what lay beyond the edges of tables: strokes of letters.
 * @param page before and after the lines were erased
 * @param found the lines that were erased, and the same without their overhang
 */
export function withOverhang(
  page: { readonly before: Raster; readonly after: Raster },
  found: { readonly whole: Rules; readonly cut: Rules },
): Raster {
  const { before, after } = page
  if (before === after || !found.whole.vertical.some((whole, i) => isCut(whole, found.cut.vertical[i] ?? whole)))
    return after
  const aside = Math.ceil(MEETING * before.dpi)
  const data = after.data.slice()
  found.whole.vertical.forEach((whole, i) => {
    const cut = found.cut.vertical[i] ?? whole
    const [left, right] = [
      Math.max(0, Math.round(whole.at) - aside),
      Math.min(before.width, Math.round(whole.at) + aside),
    ]
    const give = (from: number, to: number) => {
      for (let y = Math.max(0, Math.floor(from)); y < Math.min(before.height, Math.floor(to)); y++)
        data.set(before.data.subarray(y * before.width + left, y * before.width + right), y * before.width + left)
    }
    // the edge itself stays erased
    give(whole.from, cut.from > whole.from ? cut.from - aside / 2 : whole.from)
    give(cut.to < whole.to ? cut.to + aside / 2 : whole.to, whole.to)
  })
  return withSamples(after, data)
}
