import type { Column } from '../columns.ts'
import { furnitureOf } from './page-furniture.ts'
import type { DrawnRegion, PageLayout } from './page-layout.ts'
import type { Region } from './regions.ts'
import { headTexts, repeatsHead } from './repeats-head.ts'
import { areAlike } from './same-columns.ts'
import { lineText, type SegmentedLine } from './segments.ts'
import { tableColumns } from './table-columns.ts'

type AnyRegion = Region | DrawnRegion
type TextTable = Extract<Region, { kind: 'table' }>

/** The raised mark that a footnote begins with. */
const NOTE = /^[⁰¹²³⁴⁵⁶⁷⁸⁹*]/

/** A part of a table, with the columns and the head that it has by itself. */
interface Part {
  readonly table: TextTable
  readonly columns: readonly Column[]
  readonly head: readonly string[]
  /** Other text than page numbers and running heads stands above it on its page, or below it. */
  readonly begins: boolean
  readonly ends: boolean
}

/**
 * The columns of all tables without rules. Where one goes on on the next page, all its parts together tell them, so that a column
 * that is empty on a page is not lost there. It does where no other text stands between the parts, and the later one has
 * the same head or none.
 */
export function continuedColumns(layouts: readonly PageLayout[]): ReadonlyMap<TextTable, readonly Column[]> {
  const columns = new Map<TextTable, readonly Column[]>()
  const isFurniture = furnitureOf(layouts)
  let parts: Part[] = []
  const close = () => {
    const [first] = parts
    const all = parts.length > 1 ? tableColumns(parts.flatMap(part => part.table.lines)) : first?.columns
    for (const part of parts) columns.set(part.table, all ?? [])
    parts = []
  }
  for (const { directions } of layouts) {
    const [main, ...others] = directions
    const here = partsOf(main?.regions ?? [], isFurniture)
    if (here.length === 0) close()
    for (const part of here) {
      if (!goesOn(parts, part)) close()
      parts.push(part)
    }
    for (const { regions } of others)
      for (const part of partsOf(regions, isFurniture)) columns.set(part.table, part.columns)
  }
  close()
  return columns
}

/** Whether the table of these parts goes on in one on the next page, or in none on the same. */
function goesOn(parts: readonly Part[], next: Part): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || last.ends || next.begins) return false
  return areAlike(last.columns, next.columns) && repeatsHead(first.head, next.head)
}

function partsOf(regions: readonly AnyRegion[], isFurniture: (line: SegmentedLine) => boolean): readonly Part[] {
  const firstOther = regions.findIndex(region => !linesOf(region)?.every(isFurniture))
  const lastOther = regions.findLastIndex(region => !withoutNotes(linesOf(region))?.every(isFurniture))
  return regions.flatMap((region, i) => {
    if (region.kind !== 'table') return []
    const columns = tableColumns(region.lines)
    return {
      table: region,
      columns,
      head: headTexts(region.lines, columns),
      begins: firstOther < i,
      ends: lastOther > i,
    }
  })
}

const linesOf = (region: AnyRegion): readonly SegmentedLine[] | null =>
  region.kind === 'running' ? region.lines : null

/** The lines above the footnotes of a page. */
function withoutNotes(lines: readonly SegmentedLine[] | null): readonly SegmentedLine[] | null {
  const notes = lines?.findIndex(line => NOTE.test(lineText(line))) ?? -1
  return lines === null || notes < 0 ? lines : lines.slice(0, notes)
}
