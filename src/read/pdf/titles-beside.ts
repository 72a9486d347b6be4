import type { Box } from '../../contract/index.ts'
import type { Extent } from '../columns.ts'
import { smallest } from '../extremes.ts'
import type { PageTable } from './page-table.ts'
import type { SegmentedLine } from './segments.ts'

/** The last title and the tables stand no further apart, and nor do the lines of titles, in font sizes. */
const MAX_PITCH = 3

/** The tables that stand beside the first one, and that one, from left to right as they follow each other. */
export function tablesBeside(tables: readonly PageTable[]): readonly PageTable[] {
  const beside: PageTable[] = []
  for (const table of tables) {
    if (!beside.every(({ box }) => areBeside(box, table.box))) break
    beside.push(table)
  }
  return beside
}

const areBeside = (one: Box, other: Box): boolean =>
  one[1] < other[3] && other[1] < one[3] && (one[2] <= other[0] || other[2] <= one[0])

/**
 * Takes the titles of tables that stand side by side out of the lines above them: the last lines, from one on that has texts over
 * several of the tables, as long as each text stands over one of them.
 * @returns the lines above the titles, and for each table those over it
 */
export function titlesBeside(
  lines: readonly SegmentedLine[],
  tables: readonly PageTable[],
): { readonly above: readonly SegmentedLine[]; readonly titles: readonly (readonly SegmentedLine[])[] } {
  const top = smallest(tables.map(({ box }) => box[1]))
  const tableUnder = (text: Extent) => {
    const [table, ...more] = tables.filter(({ box }) => text.left < box[2] && text.right > box[0])
    return more.length === 0 ? table : undefined
  }
  let first = lines.length
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (line === undefined || (lines[i + 1]?.baseline ?? top) - line.baseline > MAX_PITCH * line.size) break
    const under = new Set(line.segments.map(tableUnder))
    if (under.has(undefined)) break
    if (under.size > 1) first = i
  }
  return {
    above: lines.slice(0, first),
    titles: tables.map(table =>
      lines.slice(first).flatMap(line => {
        const segments = line.segments.filter(segment => tableUnder(segment) === table)
        return segments.length > 0 ? { ...line, segments } : []
      }),
    ),
  }
}
