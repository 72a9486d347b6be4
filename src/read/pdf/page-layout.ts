import { drawnTables } from './drawn-tables.ts'
import type { PageSize, Turn } from './frame.ts'
import type { PagePieces } from './page-pieces.ts'
import type { PageTable } from './page-table.ts'
import type { Region } from './regions.ts'
import type { Rules } from './rules.ts'
import { rulesInFrame } from './rules-in-frame.ts'
import { type SegmentedLine, segmentLine } from './segments.ts'
import { textRegions } from './text-regions.ts'
import { tablesBeside, titlesBeside } from './titles-beside.ts'
import { visualLines } from './visual-lines.ts'

/** Text set in one direction on a page, in regions from top to bottom. */
export interface DirectionLayout {
  readonly turn: Turn
  readonly regions: readonly (Region | DrawnRegion)[]
}

/** A table whose cells rules draw. */
export interface DrawnRegion {
  readonly kind: 'drawn-table'
  readonly table: PageTable
}

/** How the text of a page is laid out. The main direction comes first, then text that runs in others (stamps, turned tables). */
export interface PageLayout {
  /** From 1. */
  readonly page: number
  readonly size: PageSize
  readonly directions: readonly DirectionLayout[]
}

/** Tables side by side on a page are no more. */
const MAX_BESIDE = 8

/** Finds the regions of a page: tables first where rules draw them, the others by how the remaining lines stand. */
export function pageLayout(page: number, text: PagePieces, rules: Rules): PageLayout {
  const { size } = text
  const directions = drawnTables(text, rules).map(({ turn, pieces, tables }): DirectionLayout => {
    const lines = visualLines(pieces).map(segmentLine)
    return { turn, regions: regionsAround(tables, lines, rulesInFrame(turn, size, rules)) }
  })
  return { page, size, directions }
}

/** The regions that lines make above, between and below tables, and the tables, each below its title. */
function regionsAround(tables: readonly PageTable[], lines: readonly SegmentedLine[], rules: Rules) {
  const regions: (Region | DrawnRegion)[] = []
  let from = 0
  const linesAbove = ({ box }: PageTable) => {
    const below = lines.findIndex((line, i) => i >= from && line.baseline > box[1])
    const above = lines.slice(from, below < 0 ? lines.length : below)
    from += above.length
    return above
  }
  for (let i = 0; i < tables.length; ) {
    const beside = tablesBeside(tables.slice(i, i + MAX_BESIDE))
    const [first] = beside
    if (first === undefined) break
    const { above, titles } = titlesBeside(linesAbove(first), beside)
    regions.push(...textRegions(above, rules))
    beside.forEach((table, k) => {
      const title = titles[k] ?? []
      if (title.length > 0) regions.push({ kind: 'block', lines: title })
      if (table !== first) regions.push(...textRegions(linesAbove(table), rules))
      regions.push({ kind: 'drawn-table', table })
    })
    i += beside.length
  }
  return [...regions, ...textRegions(lines.slice(from), rules)]
}
