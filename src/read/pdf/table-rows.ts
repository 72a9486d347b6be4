import { largest, smallest } from '../extremes.ts'
import { joinLines } from './join-lines.ts'
import type { Segment, SegmentedLine } from './segments.ts'
import { type Column, columnAt, isNumber } from './table-columns.ts'

/** A row of a table: its cells by column, empty where a column has none, and the lines it takes on the page. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly lines: readonly SegmentedLine[]
}

interface OpenRow {
  /** Per column: the text so far and the baseline of its last line. */
  readonly cells: Map<number, { text: string; baseline: number }>
  readonly lines: SegmentedLine[]
}

/** Lines of one cell stand at most so far apart, in font sizes. */
const MAX_LINE_PITCH = 1.3

/** Lines that stand nearer than this are beside each other, in font sizes. */
const BESIDE = 0.9

/**
 * Lines of a table as rows: a line goes on the row above if each of its texts stands directly under one of that row, nearer than rows do.
 */
export function groupRows(lines: readonly SegmentedLine[], columns: readonly Column[]): TableRow[] {
  const rowPitch = smallestRowPitch(lines)
  const rows: OpenRow[] = []
  for (const line of lines) {
    const cells = cellsOf(line, columns)
    const row = rows.at(-1)
    if (row !== undefined && goesOn(row, line, cells, rowPitch)) addTo(row, line, cells)
    else rows.push(addTo({ cells: new Map(), lines: [] }, line, cells))
  }
  return rows.map(row => ({ cells: columns.map((_, i) => row.cells.get(i)?.text ?? ''), lines: row.lines }))
}

/** The segments of a line by column, those of one column put together. */
function cellsOf(line: SegmentedLine, columns: readonly Column[]): Map<number, Segment> {
  const cells = new Map<number, Segment>()
  for (const segment of line.segments) {
    const index = columnAt(columns, segment)
    const before = cells.get(index)
    cells.set(index, before === undefined ? segment : { ...before, text: `${before.text} ${segment.text}` })
  }
  return cells
}

function goesOn(row: OpenRow, line: SegmentedLine, cells: ReadonlyMap<number, Segment>, rowPitch: number): boolean {
  const limit = Math.min(MAX_LINE_PITCH * line.size, rowPitch - 1)
  const under = [...cells.keys()].map(column => row.cells.get(column))
  if (under.every(cell => cell === undefined)) {
    const last = row.lines.at(-1)
    return last !== undefined && line.baseline - last.baseline < BESIDE * line.size
  }
  if (under.some(cell => cell === undefined)) return goesOnBesideNumbers(row, line, cells)
  const pitch = largest(under.map(cell => line.baseline - (cell?.baseline ?? 0)))
  if (pitch <= limit) return true
  const texts = [...cells.values()].map(segment => segment.text)
  return pitch <= MAX_LINE_PITCH * line.size && texts.every(text => /^\p{Ll}/u.test(text))
}

/** The first line of a label that is taller than its row, whose other cells stand in the middle. */
function goesOnBesideNumbers(row: OpenRow, line: SegmentedLine, cells: ReadonlyMap<number, Segment>): boolean {
  return [...row.cells].every(([column, { text, baseline }]) => {
    const next = cells.get(column)?.text ?? ''
    return line.baseline - baseline <= MAX_LINE_PITCH * line.size && /^\p{Ll}/u.test(next) && !/[.;:]$/.test(text)
  })
}

function addTo(row: OpenRow, line: SegmentedLine, cells: ReadonlyMap<number, Segment>): OpenRow {
  row.lines.push(line)
  for (const [column, { text }] of cells) {
    const before = row.cells.get(column)
    row.cells.set(column, {
      text: joinLines(before === undefined ? [text] : [before.text, text]),
      baseline: line.baseline,
    })
  }
  return row
}

/** The smallest distance between lines that both hold a number: they are rows of their own. */
function smallestRowPitch(lines: readonly SegmentedLine[]): number {
  const withNumbers = lines.filter(line => line.segments.some(isNumber))
  const pitches = withNumbers.slice(1).map((line, i) => line.baseline - (withNumbers[i]?.baseline ?? 0))
  return smallest(pitches.filter((pitch, i) => pitch > BESIDE * (withNumbers[i]?.size ?? 0)))
}
