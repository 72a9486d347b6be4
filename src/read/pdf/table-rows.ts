import { type Column, columnAt } from '../columns.ts'
import { smallest } from '../extremes.ts'
import { cutAtBorders } from './cut-at-borders.ts'
import { joinLines } from './join-lines.ts'
import { type Segment, type SegmentedLine, segmentOf } from './segments.ts'
import { splitPiece } from './split-piece.ts'
import { isNumber } from './table-columns.ts'

/** A row of a table: its cells by column, empty where a column has none, and the lines it takes on the page. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly lines: readonly SegmentedLine[]
}

/** A line and its segments by column. */
interface PlacedLine {
  readonly line: SegmentedLine
  readonly cells: ReadonlyMap<number, Segment>
}

/** Lines under each other in one column that make one text. */
interface Block {
  readonly column: number
  readonly lines: PlacedLine[]
  readonly texts: string[]
}

/** Lines of one cell stand at most so far apart, in font sizes. */
const MAX_LINE_PITCH = 1.3

/** Body of the letters without ascenders, as a share of the font size, and how much of it may lie beside another row. */
const LETTER_BODY = 0.65
const BESIDE = 0.25

/**
 * Lines of a table as rows. In each column, lines that stand nearer to each other than rows do, or that go on in small letters, are
 * one text; texts that stand beside each other are a row, whichever of their lines the others are set to.
 * @param lines from top to bottom
 * @param borders heights of rules between rows, in ascending order; no text goes over one
 */
export function groupRows(
  lines: readonly SegmentedLine[],
  columns: readonly Column[],
  borders: readonly number[] = [],
): TableRow[] {
  const placed = lines.map(line => ({ line, cells: cellsOf(line, columns) }))
  const blocks = blocksOf(placed, borders)
  return besideEachOther(blocks)
    .flatMap(withOneNumberEach)
    .map(row => rowOf(row, columns.length))
}

/** Numbers apart from each other by no more than a blank. */
const NUMBERS = /^(?=.*\d)[-–+(]?[\d.,]*%?\)?( [-–+(]?[\d.,]*%?\)?)+$/

const MARKED = /^((?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[a-zđA-ZĐ])[.)]?) \S/u

/**
 * The segments of a line by column, those of one column put together. Numbers that stand so near to each other that they came as one
 * text are parted between the columns.
 */
function cellsOf(line: SegmentedLine, columns: readonly Column[]): Map<number, Segment> {
  const cells = new Map<number, Segment>()
  const borders = columns.slice(1).map(column => column.from)
  const segments = line.segments
    .flatMap(each => cutAtBorders(each, borders))
    .flatMap(each => cutAfterMark(each, borders))
  for (const segment of segments) {
    const parts = NUMBERS.test(segment.text) ? splitText(segment, line.size, borders) : [segment]
    for (const part of parts) {
      const index = columnAt(columns, part)
      const before = cells.get(index)
      cells.set(index, before === undefined ? part : segmentOf([...before.parts, ...part.parts]))
    }
  }
  return cells
}

/** A mark that stands in the first column, close to the name of its row. */
function cutAfterMark(segment: Segment, [border = 0]: readonly number[]): Segment[] {
  const mark = MARKED.exec(segment.text)?.[1]
  if (mark === undefined || segment.left >= border || segment.right <= border) return [segment]
  const { left, right, baseline } = segment
  return [
    segmentOf([{ text: mark, left, right: border, baseline }]),
    segmentOf([{ text: segment.text.slice(mark.length), left: border, right, baseline }]),
  ]
}

const splitText = (segment: Segment, size: number, borders: readonly number[]): Segment[] =>
  splitPiece({ ...segment, size }, borders).map(part => segmentOf([part]))

function blocksOf(lines: readonly PlacedLine[], borders: readonly number[]): Block[] {
  const rowPitch = smallestRowPitch(lines)
  const blocks: Block[] = []
  const open = new Map<number, Block>()
  let border = 0
  for (const placed of lines) {
    const crossed = border
    while (border < borders.length && (borders[border] ?? 0) < placed.line.baseline) border++
    if (border > crossed) open.clear()
    for (const [column, { text }] of placed.cells) {
      const above = open.get(column)
      if (above !== undefined && goesOn(above, placed, text, rowPitch)) {
        above.lines.push(placed)
        above.texts.push(text)
      } else {
        const block = { column, lines: [placed], texts: [text] }
        blocks.push(block)
        open.set(column, block)
      }
    }
  }
  return blocks
}

function goesOn(block: Block, { line, cells }: PlacedLine, text: string, rowPitch: number): boolean {
  const [above, before] = [block.lines.at(-1), block.texts.at(-1) ?? '']
  if (above === undefined || haveNumbersInOneColumn(above.cells, cells)) return false
  const pitch = line.baseline - above.line.baseline
  if (pitch <= Math.min(MAX_LINE_PITCH * line.size, rowPitch - 1)) return true
  return pitch <= MAX_LINE_PITCH * line.size && /^\p{Ll}/u.test(text) && !/[.;:]$/.test(before)
}

const haveNumbersInOneColumn = (one: PlacedLine['cells'], other: PlacedLine['cells']): boolean =>
  [...one].some(([column, segment]) => {
    const under = other.get(column)
    return under !== undefined && isNumber(segment) && isNumber(under)
  })

/** The smallest distance between numbers of one column: they are in rows of their own. */
function smallestRowPitch(lines: readonly PlacedLine[]): number {
  const pitches: number[] = []
  const last = new Map<number, number>()
  for (const { line, cells } of lines) {
    for (const [column, segment] of cells) {
      if (!isNumber(segment)) continue
      const above = last.get(column)
      if (above !== undefined) pitches.push(line.baseline - above)
      last.set(column, line.baseline)
    }
  }
  return smallest(pitches)
}

const topOf = ({ lines }: Block): number => (lines[0]?.line.baseline ?? 0) - LETTER_BODY * (lines[0]?.line.size ?? 0)

const bottomOf = ({ lines }: Block): number => lines.at(-1)?.line.baseline ?? 0

function besideEachOther(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const block of [...blocks].sort((one, other) => topOf(one) - topOf(other))) {
    const size = block.lines[0]?.line.size ?? 0
    if (topOf(block) < bottom - BESIDE * size) rows.at(-1)?.push(block)
    else rows.push([block])
    bottom = Math.max(bottom, bottomOf(block))
  }
  return rows
}

/** A row in which numbers stand under each other is several: its lines are parted where a column gets its second number. */
function withOneNumberEach(row: readonly Block[]): PlacedLine[][] {
  const lines = [...new Set(row.flatMap(block => block.lines))]
  lines.sort((one, other) => one.line.baseline - other.line.baseline)
  const parts: PlacedLine[][] = []
  let taken = new Set<number>()
  for (const line of lines) {
    const numbers = [...line.cells].filter(([, segment]) => isNumber(segment)).map(([column]) => column)
    const part = parts.at(-1)
    if (part === undefined || numbers.some(column => taken.has(column))) {
      parts.push([line])
      taken = new Set(numbers)
    } else {
      part.push(line)
      for (const column of numbers) taken.add(column)
    }
  }
  return parts
}

const rowOf = (row: readonly PlacedLine[], columns: number): TableRow => ({
  lines: row.map(({ line }) => line),
  cells: Array.from({ length: columns }, (_, column) =>
    joinLines(row.flatMap(({ cells }) => cells.get(column)?.text ?? [])),
  ),
})
