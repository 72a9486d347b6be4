import type { DrawnRegion, PageLayout } from './page-layout.ts'
import type { Region } from './regions.ts'
import { lineText, type SegmentedLine } from './segments.ts'

/** A line with a number that may be that of its page. */
const PAGE_NUMBER = /^(?:\D{0,3}|[-–—\s]*(?:trang|page)\s*)\d{1,4}(?:\s*[/|]\s*\d{1,4})?\D{0,3}$/iu

/** On so many pages a text must stand at the same place to be a running head. */
const MIN_REPEATS = 3

/** So many lines of text at the edges of a page are looked at. */
const OUTER_LINES = 3

/** Whether a line at the edge of a page is a page number; what stands there says nothing about where a table ends. */
export const isPageNumber = (line: SegmentedLine): boolean => PAGE_NUMBER.test(lineText(line))

/** Tells page numbers and running heads from other lines above and below the tables of their pages. */
export function furnitureOf(layouts: readonly PageLayout[]): (line: SegmentedLine) => boolean {
  const counts = new Map<string, number>()
  for (const { directions } of layouts) {
    const regions = directions[0]?.regions ?? []
    const outer = [...linesOf(regions[0]).slice(0, OUTER_LINES), ...linesOf(regions.at(-1)).slice(-OUTER_LINES)]
    for (const place of new Set(outer.map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return line => isPageNumber(line) || (counts.get(placeOf(line)) ?? 0) >= MIN_REPEATS
}

const linesOf = (region: Region | DrawnRegion | undefined): readonly SegmentedLine[] =>
  region?.kind === 'running' ? region.lines : []

/** What a running head has in common on all pages. */
const placeOf = (line: SegmentedLine): string =>
  `${lineText(line).replace(/\d+/g, '#')} ${Math.round(line.baseline / 6)}`
