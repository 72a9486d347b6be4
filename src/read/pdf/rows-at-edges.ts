import { type Column, columnAt } from '../columns.ts'
import { isPageNumber } from './page-furniture.ts'
import type { DrawnRegion, PageLayout } from './page-layout.ts'
import type { Region } from './regions.ts'
import { headTexts, repeatsHead } from './repeats-head.ts'
import { areAlike } from './same-columns.ts'
import type { SegmentedLine } from './segments.ts'
import { tableColumns } from './table-columns.ts'

/** Lines that may stand between the parts of a table on two pages: page number, running head. */
const MAX_BETWEEN = 2

/** Names of rows begin at the same place if they differ by less, points. */
const SAME_LEFT = 3

/** Rows of a table stand no further apart than its widest gap, by this factor. */
const WIDER = 1.1

/** Lines of a table that tell its columns well enough. */
const LOOKED_AT = 60

type AnyRegion = Region | DrawnRegion
type TextTable = Extract<Region, { kind: 'table' }>

/**
 * Gives the parts of a table that goes on on the next page the rows between them that hold a name only (`Trong đó:`): at the end or
 * the top of a page nothing but the other part tells that they belong to it.
 */
export function withRowsAtEdges(layouts: readonly PageLayout[]): PageLayout[] {
  const regions = layouts.map(layout => [...(layout.directions[0]?.regions ?? [])])
  layouts.forEach((layout, i) => {
    const [own, next, nextLayout] = [regions[i], regions[i + 1], layouts[i + 1]]
    if (own === undefined || next === undefined || nextLayout === undefined) return
    if (layout.directions[0]?.turn === nextLayout.directions[0]?.turn) joinRows(own, next)
  })
  return layouts.map((layout, i) => ({
    ...layout,
    directions: layout.directions.map((direction, d) =>
      d === 0 ? { ...direction, regions: regions[i] ?? [] } : direction,
    ),
  }))
}

function joinRows(page: AnyRegion[], next: AnyRegion[]): void {
  const [last, after] = page.at(-1)?.kind === 'running' ? [page.at(-2), page.at(-1)] : [page.at(-1), undefined]
  const [first, before] = next[0]?.kind === 'running' ? [next[1], next[0]] : [next[0], undefined]
  if (last?.kind !== 'table' || first?.kind !== 'table') return
  const [columns, nextColumns] = [
    tableColumns(last.lines.slice(-LOOKED_AT)),
    tableColumns(first.lines.slice(0, LOOKED_AT)),
  ]
  if (!areAlike(columns, nextColumns)) return
  const below = after?.kind === 'running' ? after.lines : []
  const above = before?.kind === 'running' ? before.lines : []
  const isName = nameOf([...last.lines.slice(-LOOKED_AT), ...first.lines.slice(0, LOOKED_AT)], columns)
  const pitch = WIDER * widestPitch(last.lines, first.lines)
  const head = headTexts(first.lines.slice(0, LOOKED_AT), nextColumns)
  const isHeaded = head.length > 0
  // a title above a head begins a table of its own
  if (isHeaded && !above.every(isPageNumber)) return
  if (!repeatsHead(headTexts(last.lines.slice(0, LOOKED_AT), columns), head)) return
  const taken = isHeaded ? 0 : runOf([...above].reverse(), first.lines[0], isName, pitch)
  const left = runOf(below, last.lines.at(-1), isName, pitch)
  if (below.length - left > MAX_BETWEEN || above.length - taken > MAX_BETWEEN) return
  page.splice(page.indexOf(last), 2, ...parts(last, [...last.lines, ...below.slice(0, left)], below.slice(left)))
  const rows = above.slice(above.length - taken)
  next.splice(
    0,
    next.indexOf(first) + 1,
    ...parts(first, [...rows, ...first.lines], above.slice(0, above.length - taken)).reverse(),
  )
}

/** A table with its lines, and what is left of the running text beside it. */
const parts = (table: TextTable, lines: readonly SegmentedLine[], rest: readonly SegmentedLine[]): Region[] => [
  { ...table, lines },
  ...(rest.length > 0 ? [{ kind: 'running' as const, lines: rest }] : []),
]

/** Whether a line holds one text that begins where texts of the first two columns do. */
function nameOf(lines: readonly SegmentedLine[], columns: readonly Column[]) {
  const places = lines.flatMap(line => line.segments).filter(segment => columnAt(columns, segment) < 2)
  const lefts = [...new Set(places.map(segment => Math.round(segment.left)))]
  return ({ segments }: SegmentedLine): boolean =>
    segments.length === 1 && segments.every(({ left }) => lefts.some(place => Math.abs(place - left) <= SAME_LEFT))
}

function widestPitch(...tables: readonly (readonly SegmentedLine[])[]): number {
  let widest = 0
  for (const lines of tables)
    for (const [i, line] of lines.entries()) widest = Math.max(widest, line.baseline - (lines[i - 1] ?? line).baseline)
  return widest
}

/** How many of the lines follow the edge of a table as its rows do. */
function runOf(
  lines: readonly SegmentedLine[],
  edge: SegmentedLine | undefined,
  isName: (line: SegmentedLine) => boolean,
  pitch: number,
): number {
  let count = 0
  let last = edge
  for (const line of lines) {
    if (last === undefined || !isName(line) || Math.abs(line.baseline - last.baseline) > pitch) break
    last = line
    count++
  }
  return count
}
