import { largest, smallest } from '../extremes.ts'
import { cutAtGutters } from './cut-at-gutters.ts'
import { headLinesAbove } from './head-above.ts'
import { headLines } from './head-lines.ts'
import { type Region, regionsOf } from './regions.ts'
import type { Rules } from './rules.ts'
import { areAlike } from './same-columns.ts'
import { heightOf, type SegmentedLine } from './segments.ts'
import { type Column, columnAt, tableColumns } from './table-columns.ts'

/** Lines of a table stand no further apart than this, in font sizes, where none of them is cut into cells. */
const MAX_PITCH = 2.2

/** So many lines between two rows may hold one text only, and so few may hold one that reaches over columns. */
const MAX_LINES = 12
const MAX_TITLES = 2

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

function withHeads(lines: readonly SegmentedLine[]): Region[] {
  const regions: Region[] = []
  for (const region of regionsOf(lines)) {
    if (region.kind !== 'table') {
      regions.push(region)
      continue
    }
    const table = cutAtGutters(region.lines)
    const above = regions.at(-1)
    const between = above?.kind === 'running' ? above.lines : []
    const earlier = regions.at(above?.kind === 'running' ? -2 : -1)
    if (earlier?.kind === 'table' && goesOn(earlier.lines, between, table)) {
      regions.splice(above === earlier ? -1 : -2, 2, { ...region, lines: [...earlier.lines, ...between, ...table] })
      continue
    }
    const head = headLinesAbove(between, table)
    if (head > 0) regions.pop()
    if (head > 0 && head < between.length) regions.push({ kind: 'running', lines: between.slice(0, -head) })
    regions.push({ ...region, lines: [...between.slice(between.length - head), ...table] })
  }
  return regions
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

const staysInColumn = ({ segments, size }: SegmentedLine, columns: readonly Column[]): boolean =>
  segments.every(segment => {
    const { from = 0, to = 0 } = columns[columnAt(columns, segment)] ?? {}
    return segment.left > from - size && segment.right < to + size
  })
