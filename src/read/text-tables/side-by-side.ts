import { type Column, columnAt } from '../columns.ts'
import { largest } from '../extremes.ts'
import type { Segment, SpacedLine } from './spaced-lines.ts'

/** Between tables side by side are so many blanks at least, and so many times those between their columns. */
const MIN_BLANKS = 6
const WIDER = 2

/** So much of the head of one table comes again in the other where less white space parts them. */
const ALIKE = 0.5

const WORD = /\p{L}{2}/u

/** The lines of a table, which of them are rows for sure, and its columns. */
export interface LinesInColumns {
  readonly lines: readonly SpacedLine[]
  /** Indices into `lines`. */
  readonly sure: readonly number[]
  readonly columns: readonly Column[]
}

/**
 * The lines of tables that stand side by side and were found as one: the rows of each begin with names of their own, and
 * gutters go down between them that are much wider than other gaps, or somewhat wider where heads come again.
 * @returns the lines of each with their sure rows; null where it is one table
 */
export const partedBeside = ({
  lines,
  sure,
  columns,
}: LinesInColumns): Pick<LinesInColumns, 'lines' | 'sure'>[] | null => {
  const cells = lines.map(line => line.segments.map((segment): Placed => [columnAt(columns, segment), segment]))
  const rows = sure.map(i => new Map(cells[i]))
  const gaps = gapsBetween(cells.flat(), columns.length)
  const starts = gaps.flatMap((gap, column) =>
    column > 1 && gap >= MIN_BLANKS && beginsRows(rows, column, gaps) ? [column] : [],
  )
  const others = largest(gaps.filter((_, column) => column > 0 && !starts.includes(column)))
  const heads = cells.slice(0, sure[0]).flat()
  const parts = [0, ...starts].map((from, i): Part => [from, starts[i] ?? columns.length])
  const areApart = parts.slice(1).every(part => {
    const gap = gaps[part[0]] ?? 0
    return gap >= WIDER * others || (gap > others && isRepeated(heads, part))
  })
  if (parts.length === 1 || !areApart || !parts.every(part => areNamed(rows, part))) return null
  return parts.map(([from, to]) =>
    linesWith(lines, sure, segment => {
      const column = columnAt(columns, segment)
      return column >= from && column < to
    }),
  )
}

/** The columns of one table: its first, and the one behind its last. */
type Part = readonly [from: number, to: number]

type Placed = readonly [column: number, segment: Segment]

/** The blanks before each column, over all lines. */
const gapsBetween = (cells: readonly Placed[], width: number): number[] => {
  const lefts = Array.from({ length: width }, () => Number.POSITIVE_INFINITY)
  const rights = Array.from({ length: width }, () => Number.NEGATIVE_INFINITY)
  for (const [column, { left, right }] of cells) {
    lefts[column] = Math.min(lefts[column] ?? left, left)
    rights[column] = Math.max(rights[column] ?? right, right)
  }
  return lefts.map((left, column) => left - (rights[column - 1] ?? left))
}

/** Whether the head of a part has texts that stand in the heads before it. */
const isRepeated = (heads: readonly Placed[], [from, to]: Part): boolean => {
  const before = new Set(heads.filter(([column]) => column < from).map(([, { text }]) => text))
  const own = heads.filter(([column]) => column >= from && column < to)
  return own.length > 0 && own.filter(([, { text }]) => before.has(text)).length >= ALIKE * own.length
}

type Row = ReadonlyMap<number, Segment>

/** Whether a column has names, each its own, or counts rows that have them right behind it. */
const beginsRows = (rows: readonly Row[], column: number, gaps: readonly number[]): boolean => {
  const isCount = (at: number) => areCounted(rows, at) && (gaps[at] ?? 0) > (gaps[at + 1] ?? 0)
  return isCount(column) ? areNames(rows, column + 1) : areNames(rows, column) && !isCount(column - 1)
}

const areCounted = (rows: readonly Row[], column: number): boolean =>
  rows.flatMap(row => row.get(column) ?? []).every(({ text }, i) => Number.parseInt(text, 10) === i + 1)

const areNames = (rows: readonly Row[], column: number): boolean => {
  const own = rows.flatMap(row => row.get(column) ?? [])
  return (
    own.every(cell => !cell.datum && WORD.test(cell.text)) && new Set(own.map(cell => cell.text)).size === own.length
  )
}

/** Whether several rows of a part hold a name and data behind it; one of the tables may have fewer rows, but no other ones. */
const areNamed = (rows: readonly Row[], [from, to]: Part): boolean => {
  const filled = rows
    .map(row => Array.from({ length: to - from }, (_, i) => row.get(from + i)).filter(cell => cell !== undefined))
    .filter(row => row.length > 0)
  return (
    filled.length > 1 &&
    filled.every(row => {
      const name = row.findIndex(cell => !cell.datum && WORD.test(cell.text))
      return name >= 0 && name < 2 && row.slice(name + 1).some(cell => cell.datum)
    })
  )
}

const linesWith = (lines: readonly SpacedLine[], sure: readonly number[], isIn: (segment: Segment) => boolean) => {
  const isRow = new Set(sure)
  const own: SpacedLine[] = []
  const rows: number[] = []
  lines.forEach((line, i) => {
    const segments = line.segments.filter(isIn)
    if (segments.length === 0) return
    if (isRow.has(i)) rows.push(own.length)
    own.push({ ...line, segments })
  })
  return { lines: own, sure: rows }
}
