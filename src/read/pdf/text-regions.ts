import { type Column, columnAt } from '../columns.ts'
import { largest, smallest } from '../extremes.ts'
import { cutAtGutters } from './cut-at-gutters.ts'
import { headLinesAbove } from './head-above.ts'
import { headLines } from './head-lines.ts'
import { type Region, regionsOf } from './regions.ts'
import type { Rules } from './rules.ts'
import { areAlike } from './same-columns.ts'
import { heightOf, type SegmentedLine } from './segments.ts'
import { tableColumns } from './table-columns.ts'

/** Lines of a table stand no further apart than this, in font sizes, where none of them is cut into cells. */
const MAX_PITCH = 2.2

/** So many lines between two rows may hold one text only, and so few may hold one that reaches over columns. */
const MAX_LINES = 12
const MAX_TITLES = 2

/** The head of a table stands at most so far above its first row, in font sizes, and over this share of its columns. */
const MAX_HEAD_PITCH = 6
const SPREAD = 0.7

/** Lines of a table that tell its columns well enough. */
const LOOKED_AT = 60

/** A rule between rows covers more than this share of the table's width. */
const ACROSS = 0.8

/** Rules between columns go down more than this share of the table's height; several shorter ones are sides of boxes in a drawing. */
const DOWN = 0.5
const MIN_SIDES = 4

/**
 * Divides lines, from top to bottom, into regions; tables among them with their heads, and with rows that hold one text only.
 * @param rules those in the frame of the lines
 */
export function textRegions(lines: readonly SegmentedLine[], rules: Rules): Region[] {
  return withHeads(lines).map(region =>
    region.kind === 'table' ? { ...region, ...ruledBy(region.lines, rules) } : region,
  )
}

/** What rules say of a table that they do not draw the cells of. */
function ruledBy(lines: readonly SegmentedLine[], { horizontal, vertical, crowded }: Rules) {
  const segments = lines.flatMap(line => line.segments)
  const left = smallest(segments.map(segment => segment.left))
  const right = largest(segments.map(segment => segment.right))
  const [top, bottom] = heightOf(lines)
  const across = horizontal.filter(
    ({ at, from, to }) =>
      at > top && at < bottom && Math.min(to, right) - Math.max(from, left) > ACROSS * (right - left),
  )
  const sides = vertical.filter(
    ({ at, from, to }) => at > left && at < right && to > top && from < bottom && to - from < DOWN * (bottom - top),
  )
  return {
    borders: across.map(rule => rule.at).sort((one, other) => one - other),
    drawing: crowded || sides.length >= MIN_SIDES,
  }
}

/** The regions, each table with the lines above it that are its head or its earlier rows. */
function withHeads(lines: readonly SegmentedLine[]): Region[] {
  const regions: Region[] = []
  for (const region of regionsOf(lines)) {
    if (region.kind !== 'table') {
      regions.push(region)
      continue
    }
    const table = withEarlier(regions, cutAtGutters(region.lines))
    const above = takeRunning(regions)
    const head = headLinesAbove(above, table)
    if (head < above.length) regions.push({ kind: 'running', lines: above.slice(0, above.length - head) })
    regions.push({ ...region, lines: [...above.slice(above.length - head), ...table] })
  }
  return regions
}

/** Joins a table to the one above it that goes on in it; that one and the lines between are taken from the regions. */
function withEarlier(regions: Region[], table: readonly SegmentedLine[]): readonly SegmentedLine[] {
  const between = takeRunning(regions)
  const earlier = regions.at(-1)
  if (earlier?.kind === 'table' && (goesOn(earlier.lines, between, table) || isHeadOf(earlier.lines, between, table))) {
    regions.pop()
    return [...earlier.lines, ...between, ...table]
  }
  if (between.length > 0) regions.push({ kind: 'running', lines: between })
  return table
}

function takeRunning(regions: Region[]): readonly SegmentedLine[] {
  const last = regions.at(-1)
  if (last?.kind !== 'running') return []
  regions.pop()
  return last.lines
}

/** A table goes on below lines that hold one text each, if its columns do and no new head begins. */
function goesOn(
  table: readonly SegmentedLine[],
  between: readonly SegmentedLine[],
  next: readonly SegmentedLine[],
): boolean {
  if (between.length > MAX_LINES) return false
  const lines = [...table.slice(-1), ...between, ...next.slice(0, 1)]
  const isApart = lines.some((line, i) => line.baseline - (lines[i - 1] ?? line).baseline > MAX_PITCH * line.size)
  if (isApart) return false
  const [columns, nextColumns] = [tableColumns(table.slice(-LOOKED_AT)), tableColumns(next)]
  if (!areAlike(columns, nextColumns) || headLines(next, nextColumns) > 0) return false
  return between.filter(line => !staysInColumn(line, columns)).length <= MAX_TITLES
}

/** Lines without numbers, set out over the columns of a table that has no head of its own, in rows as tall as the head may need. */
function isHeadOf(
  head: readonly SegmentedLine[],
  between: readonly SegmentedLine[],
  table: readonly SegmentedLine[],
): boolean {
  const lines = [...head, ...between]
  const [last, first] = [lines.at(-1), table[0]]
  if (last === undefined || first === undefined || lines.length > MAX_LINES) return false
  if (first.baseline - last.baseline > MAX_HEAD_PITCH * last.size) return false
  const columns = tableColumns(table)
  if (columns.length < 3 || headLines(table, columns) > 0 || headLines([...lines, ...table], columns) < lines.length)
    return false
  const spread = new Set(lines.flatMap(line => line.segments.map(segment => columnAt(columns, segment))))
  return spread.size >= SPREAD * columns.length
}

const staysInColumn = ({ segments, size }: SegmentedLine, columns: readonly Column[]): boolean =>
  segments.every(segment => {
    const { from = 0, to = 0 } = columns[columnAt(columns, segment)] ?? {}
    return segment.left > from - size && segment.right < to + size
  })
