import { type Column, columnAt } from '../columns.ts'
import type { Segment, SpacedLine } from './spaced-lines.ts'

/** A row of the body: per column the lines of its cell. */
export type SpacedRow = Map<number, Segment[]>

/**
 * The rows of a body that was set in columns. A line of words alone goes on with the row above where it begins in lower case,
 * or is the first line of the row below where that one does.
 */
export const spacedRows = (lines: readonly SpacedLine[], columns: readonly Column[]): SpacedRow[] => {
  const rows: { cells: SpacedRow; full: boolean }[] = []
  lines.forEach((line, i) => {
    const cells = cellsOf(line, columns)
    const full = holdsData(line)
    const last = rows.at(-1)
    const next = lines[i + 1]
    const lower = goesOn(line)
    const goesOnLast = lower || (full && isUnlabelled(cells, last?.cells))
    const prefix = last !== undefined && !last.full && goesOnLast && line.gap === 0 && fits(last.cells, cells)
    const suffix = last?.full === true && !full && lower && line.gap === 0 && !(next && leadsTo(line, next))
    if (last !== undefined && (prefix || suffix)) {
      for (const [column, parts] of cells) last.cells.set(column, [...(last.cells.get(column) ?? []), ...parts])
      last.full ||= full
    } else rows.push({ cells, full })
  })
  return rows.map(row => row.cells)
}

const cellsOf = (line: SpacedLine, columns: readonly Column[]): SpacedRow => {
  const cells: SpacedRow = new Map()
  for (const segment of line.segments) {
    const column = columnAt(columns, segment)
    cells.set(column, [...(cells.get(column) ?? []), segment])
  }
  return cells
}

/** Nothing stands where the row above has its label: the figures are set to the middle of a label of several lines. */
const isUnlabelled = (cells: SpacedRow, above: SpacedRow | undefined): boolean => {
  const labels = [...(above ?? [])].filter(([, parts]) => parts.some(part => /\p{L}{2}/u.test(part.text)))
  const columns = labels.map(([column]) => column)
  return columns.length > 0 && [...cells.keys()].every(column => column > Math.max(...columns))
}

/** A line holds a number that does not only count its rows. */
const holdsData = ({ segments }: SpacedLine): boolean =>
  segments.some((segment, i) => segment.datum && (i > 0 || segments.length === 1))

/** The words of a line begin in lower case, and are no item of their own. */
const goesOn = (line: SpacedLine): boolean => /^\p{Ll}(?![).])/u.test(words(line)?.text ?? '')

const words = (line: SpacedLine): Segment | undefined => line.segments.find(segment => /\p{L}{2}/u.test(segment.text))

/** Whether the line below a line of words goes on with it. */
const leadsTo = (line: SpacedLine, next: SpacedLine): boolean =>
  next.segments.some(segment => segment.datum) &&
  next.gap === 0 &&
  goesOn(next) &&
  !/[.;:,]$/.test(words(line)?.text ?? '')

/** A cell of the row is filled by one of its lines only, but for its words. */
const fits = (above: SpacedRow, cells: SpacedRow): boolean =>
  [...cells].every(([column, parts]) => !parts.some(part => part.datum) || !above.has(column))
