import type { Column } from '../columns.ts'
import type { DrawnRegion, PageLayout } from './page-layout.ts'
import type { Region } from './regions.ts'
import { MAX_BETWEEN } from './rows-at-edges.ts'
import { areAlike } from './same-columns.ts'
import { tableColumns } from './table-columns.ts'

type TextTable = Extract<Region, { kind: 'table' }>

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
