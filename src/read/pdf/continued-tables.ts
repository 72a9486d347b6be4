import type { DrawnRegion, PageLayout } from './page-layout.ts'
import type { Region } from './regions.ts'
import { type Column, tableColumns } from './table-columns.ts'

type TextTable = Extract<Region, { kind: 'table' }>

/** Lines that may stand between the parts of a table on two pages: page number, running head. */
const MAX_BETWEEN = 2

/** Of the columns of the part that has fewer, so many must have a counterpart. */
const SAME_SHARE = 0.6

/**
 * The columns of all tables without rules. Where one goes on on the next page, all its parts together tell them, so that a column
 * that is empty on a page is not lost there.
 */
export function continuedColumns(layouts: readonly PageLayout[]): ReadonlyMap<TextTable, readonly Column[]> {
  const columns = new Map<TextTable, readonly Column[]>()
  let parts: TextTable[] = []
  let own: readonly Column[] = []
  const close = () => {
    const all = parts.length > 1 ? tableColumns(parts.flatMap(part => part.lines)) : own
    for (const part of parts) columns.set(part, all)
    parts = []
  }
  for (const layout of layouts) {
    for (const [d, { regions }] of layout.directions.entries()) {
      regions.forEach((region, i) => {
        if (region.kind !== 'table') return
        const next = tableColumns(region.lines)
        const goesOn =
          parts.length > 0 && beginsPage(regions, i) && d === 0 && isLastOf(layouts[layout.page - 2], parts.at(-1))
        if (!goesOn || !areAlike(own, next)) close()
        parts.push(region)
        own = next
      })
    }
  }
  close()
  return columns
}

const linesIn = (regions: readonly (Region | DrawnRegion)[]): number =>
  regions.reduce((sum, region) => sum + (region.kind === 'running' ? region.lines.length : MAX_BETWEEN + 1), 0)

const beginsPage = (regions: readonly (Region | DrawnRegion)[], at: number): boolean =>
  linesIn(regions.slice(0, at)) <= MAX_BETWEEN

function isLastOf(layout: PageLayout | undefined, table: TextTable | undefined): boolean {
  const regions = layout?.directions[0]?.regions ?? []
  const at = table === undefined ? -1 : regions.indexOf(table)
  return at >= 0 && linesIn(regions.slice(at + 1)) <= MAX_BETWEEN
}

/** Most columns of the one lie over one column each of the other. */
function areAlike(one: readonly Column[], other: readonly Column[]): boolean {
  const over = (column: Column, all: readonly Column[]) =>
    all.filter(each => each.left < column.right && each.right > column.left)
  const same = one.filter(column => {
    const [match, ...more] = over(column, other)
    return match !== undefined && more.length === 0 && over(match, one).length === 1
  })
  return same.length >= 2 && same.length >= SAME_SHARE * Math.min(one.length, other.length)
}
