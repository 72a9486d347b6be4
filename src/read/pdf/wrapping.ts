import { letterWidths } from './letter-widths.ts'
import type { PageLine } from './page-lines.ts'
import { beginsItem, columnKey, type TextColumn } from './text-column.ts'

/** Lines of a paragraph stand at most this much further apart than usual. */
const PITCH_TOLERANCE = 1.12

/** A line longer than this share of its column may have been broken by the margin. */
const LONG = 0.7

/** Width of a space, and what two edges may differ, in font sizes. */
const SPACE = 0.25
const EDGE = 0.35

/**
 * Whether the margin broke a line: the next body line goes on its sentence. It does where the first word of the next line
 * would not have fitted any more or the words say so, and that line neither is set off (indent, distance, size) nor begins a list item.
 * @param line a line of running text
 * @param next the next line of running text, on the same page or a later one
 */
export function isWrapped(line: PageLine, next: PageLine, columns: ReadonlyMap<string, TextColumn>): boolean {
  const column = columns.get(columnKey(line))
  const nextColumn = columns.get(columnKey(next))
  if (column === undefined || nextColumn === undefined) return false
  if (Math.abs(line.size - next.size) > 0.12 * line.size) return false
  if (line.page === next.page && isSetOff(line, next, column)) return false
  if (!isFull(line, next, column) && !readsOn(line, next, column)) return false
  if (isCentred(next, nextColumn) && isEven(line, column) && !endsSentence(line)) return true
  return goesOnAtEdge(line, next, column, nextColumn)
}

function isSetOff(line: PageLine, next: PageLine, column: TextColumn): boolean {
  const pitch = next.baseline - line.baseline
  return pitch <= 0 || pitch > PITCH_TOLERANCE * column.pitch * Math.max(line.size, next.size)
}

/** The next line's first word and a space would reach over the right edge. */
function isFull(line: PageLine, next: PageLine, column: TextColumn): boolean {
  const firstWord = next.text.split(' ', 1)[0] ?? ''
  const wordWidth = ((next.right - next.left) * letterWidths(firstWord)) / Math.max(letterWidths(next.text), 1)
  const end = isCentred(line, column) ? column.left + (line.right - line.left) : line.right
  const doubt = endsSentence(line) ? 0 : EDGE * line.size
  return end + SPACE * line.size + wordWidth + doubt > column.right
}

const endsSentence = (line: PageLine): boolean => /[.;:!?…]$/.test(line.text)

/** A long line that ends no sentence before one that begins none. */
const readsOn = (line: PageLine, next: PageLine, column: TextColumn): boolean =>
  line.right - column.left > LONG * (column.right - column.left) &&
  !endsSentence(line) &&
  /^\p{Ll}/u.test(next.text) &&
  !beginsItem(next.text)

/** Where the next line begins: paragraphs begin with an indent, a list mark, or left of the text that hangs below a mark. */
function goesOnAtEdge(line: PageLine, next: PageLine, column: TextColumn, nextColumn: TextColumn): boolean {
  const lineIndent = line.left - column.left
  const nextIndent = next.left - nextColumn.left
  const edge = EDGE * line.size
  const hangs = beginsItem(line.text) && nextIndent > lineIndent + edge
  if (beginsItem(next.text) && !(nextColumn.indented && nextIndent < edge) && !isDashWithin(line, next)) return false
  if (nextIndent > lineIndent + edge) return hangs
  return true
}

/** `nông - lâm` broken before its dash; an item of a list would follow a full stop or begin with a capital. */
const isDashWithin = (line: PageLine, next: PageLine): boolean => /^[-–] \p{Ll}/u.test(next.text) && !endsSentence(line)

/** As far from the one edge as from the other: centred, or from edge to edge. */
const isEven = (line: PageLine, column: TextColumn): boolean =>
  Math.abs(line.left - column.left - (column.right - line.right)) < 0.6 * line.size

const isCentred = (line: PageLine, column: TextColumn): boolean =>
  line.left - column.left > line.size && isEven(line, column)
