import type { Column } from '../columns.ts'
import type { Segment } from './spaced-lines.ts'

/** A cell of a head that was set in columns: its lines, and the columns that it reaches over. */
export interface HeadCell {
  readonly parts: Segment[]
  readonly from: number
  readonly to: number
  /** How many cells reach over it. */
  readonly level: number
  lastLine: number
}

interface Ranged {
  readonly segment: Segment
  from: number
  to: number
}

/**
 * The cells of a head whose words are spread over several lines: a text right under another of the same columns goes on with
 * it, a text under a part of its columns is a head below it.
 * @param figures the columns whose rows hold figures
 */
export const spacedHead = (
  lines: readonly (readonly Segment[])[],
  columns: readonly Column[],
  figures: ReadonlySet<number>,
): HeadCell[] => {
  const ranged = lines.map(segments => segments.map(segment => rangeOf(segment, columns)))
  const cells: HeadCell[] = []
  // the lowest cell so far over each column
  const lowest: (HeadCell | undefined)[] = []
  ranged.forEach((line, at) => {
    reachOver(line, ranged.slice(at + 1), columns, figures, lowest)
    for (const { segment, from, to } of line) {
      const above = lowest[from]
      if (above !== undefined && above.from === from && above.to === to) {
        above.parts.push(segment)
        above.lastLine = at
        continue
      }
      const cell = { parts: [segment], from, to, level: above === undefined ? 0 : above.level + 1, lastLine: at }
      cells.push(cell)
      for (let column = from; column <= to; column++) lowest[column] = cell
    }
  })
  return cells
}

/** The columns under a text; the nearest where it stands over none. */
const rangeOf = (segment: Segment, columns: readonly Column[]): Ranged => {
  const over = columns.flatMap((column, i) => (segment.left < column.right && segment.right > column.left ? [i] : []))
  const [first, last] = [over[0], over.at(-1)]
  if (first !== undefined && last !== undefined) return { segment, from: first, to: last }
  const middle = (segment.left + segment.right) / 2
  const nearest = columns.findIndex(column => middle >= column.from && middle < column.to)
  return { segment, from: Math.max(0, nearest), to: Math.max(0, nearest) }
}

/** A text with heads below it reaches over the columns beside it that have heads below and nothing above. */
const reachOver = (
  line: readonly Ranged[],
  below: readonly (readonly Ranged[])[],
  columns: readonly Column[],
  figures: ReadonlySet<number>,
  lowest: readonly unknown[],
): void => {
  const headed = (column: number) => below.some(each => each.some(one => one.from <= column && one.to >= column))
  const taken = (column: number) => line.some(one => one.from <= column && one.to >= column)
  const narrower = ({ from, to }: Ranged) =>
    below.some(each => each.some(one => one.from >= from && one.to <= to && (one.from > from || one.to < to)))
  // labels of rows and their units stand under no head of others
  for (let column = 1; column < columns.length; column++) {
    if (!figures.has(column) || taken(column) || lowest[column] !== undefined || !headed(column)) continue
    const middle = ((columns[column]?.left ?? 0) + (columns[column]?.right ?? 0)) / 2
    const [left, right] = [line.findLast(one => one.to === column - 1), line.find(one => one.from === column + 1)]
    const beside = [left, right].filter(one => one !== undefined).filter(one => headed(one.from) || narrower(one))
    const distance = ({ segment }: Ranged) =>
      Math.min(Math.abs(middle - segment.left), Math.abs(middle - segment.right))
    const spanner = beside.sort((a, b) => distance(a) - distance(b))[0]
    if (spanner === undefined) continue
    spanner.from = Math.min(spanner.from, column)
    spanner.to = Math.max(spanner.to, column)
  }
}
