import type { SegmentedLine } from './segments.ts'

/** A vertical stretch of a page that no text reaches into. */
export interface Gutter {
  readonly left: number
  readonly right: number
}

/** Narrower than this, points, and a gutter may be chance. */
const MIN_GUTTER = 4

/** The gaps between the segments of a line. */
export const gapsOf = (line: SegmentedLine): Gutter[] =>
  line.segments.slice(1).map((segment, i) => ({ left: line.segments[i]?.right ?? segment.left, right: segment.left }))

/** What is left of gutters once a line lies across them. */
export const guttersBeside = (gutters: readonly Gutter[], line: SegmentedLine): Gutter[] =>
  gutters.flatMap(gutter =>
    line.segments
      .reduce((free, segment) => free.flatMap(part => without(part, segment)), [gutter])
      .filter(part => part.right - part.left >= MIN_GUTTER),
  )

/** Whether a line leaves something of every gutter. */
export const crossesNone = (gutters: readonly Gutter[], line: SegmentedLine): boolean =>
  gutters.every(gutter => guttersBeside([gutter], line).length > 0)

function without(gutter: Gutter, { left, right }: Gutter): Gutter[] {
  if (right <= gutter.left || left >= gutter.right) return [gutter]
  return [
    { left: gutter.left, right: left },
    { left: right, right: gutter.right },
  ].filter(part => part.right > part.left)
}
