import { drawnTables } from './drawn-tables.ts'
import type { PageSize, Turn } from './frame.ts'
import type { PagePieces } from './page-pieces.ts'
import type { PageTable } from './page-table.ts'
import type { Region } from './regions.ts'
import type { Rules } from './rules.ts'
import { rulesInFrame } from './rules-in-frame.ts'
import { segmentLine } from './segments.ts'
import { textRegions } from './text-regions.ts'
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

/** Finds the regions of a page: tables first where rules draw them, the others by how the remaining lines stand. */
export function pageLayout(page: number, text: PagePieces, rules: Rules): PageLayout {
  const { size } = text
  const directions = drawnTables(text, rules).map(({ turn, pieces, tables }): DirectionLayout => {
    const lines = visualLines(pieces).map(segmentLine)
    const inFrame = rulesInFrame(turn, size, rules)
    const regions: (Region | DrawnRegion)[] = []
    let from = 0
    for (const table of tables) {
      const below = lines.findIndex((line, i) => i >= from && line.baseline > table.box[1])
      const to = below < 0 ? lines.length : below
      regions.push(...textRegions(lines.slice(from, to), inFrame), { kind: 'drawn-table', table })
      from = to
    }
    return { turn, regions: [...regions, ...textRegions(lines.slice(from), inFrame)] }
  })
  return { page, size, directions }
}
