import { largest } from '../extremes.ts'
import type { PageLine } from './page-lines.ts'

/** The measure of running text on pages of one size: its edges, its indent, the distance of its lines. */
export interface TextColumn {
  readonly left: number
  readonly right: number
  /** Distance of baselines within a paragraph, in font sizes. */
  readonly pitch: number
  /** Paragraphs begin to the right of where their other lines do. */
  readonly indented: boolean
}

/** Edges that differ by less are one edge, points. */
const SAME_EDGE = 6

/** So many lines must share an edge, where there are that many. */
const MIN_SUPPORT = 3

const LIST_MARK = /^([-–+*•]|\d{1,2}(\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]+\.)\s/

export const beginsItem = (text: string): boolean => LIST_MARK.test(text)

/** The key of the pages that are set alike. */
export const columnKey = (line: PageLine): string => `${Math.round(line.frame.width)} ${Math.round(line.frame.height)}`

/** The text columns of a document, by the size of the pages they stand on. */
export function textColumns(lines: readonly PageLine[]): ReadonlyMap<string, TextColumn> {
  const byKey = new Map<string, PageLine[]>()
  for (const line of lines) {
    const key = columnKey(line)
    const members = byKey.get(key) ?? []
    byKey.set(key, members)
    members.push(line)
  }
  return new Map([...byKey].map(([key, members]) => [key, columnOf(members)]))
}

function columnOf(all: readonly PageLine[]): TextColumn {
  const lines = all.filter(line => line.kind === 'running')
  const left = -outermost(lines, all, line => -line.left)
  const items = lines.filter(line => beginsItem(line.text))
  const indentedItems = items.filter(line => line.left > left + 0.5 * line.size)
  return {
    left,
    right: outermost(lines, all, line => line.right),
    pitch: usualPitch(lines),
    indented: indentedItems.length * 2 > items.length,
  }
}

/** The outermost edge that several lines of running text share; of all lines the outermost where they share none. */
function outermost(lines: readonly PageLine[], all: readonly PageLine[], edge: (line: PageLine) => number): number {
  const sorted = lines.map(edge).sort((one, other) => other - one)
  const shared = sorted.find(
    (value, i) => value - (sorted[i + MIN_SUPPORT - 1] ?? Number.NEGATIVE_INFINITY) <= SAME_EDGE,
  )
  return shared ?? largest(all.map(edge))
}

/** The most frequent distance of neighbouring lines; single-spaced text where there is none. */
function usualPitch(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (above === undefined || above.page !== line.page || line.baseline <= above.baseline) return
    const pitch = Math.round(((line.baseline - above.baseline) / line.size) * 20) / 20
    if (pitch < 3) counts.set(pitch, (counts.get(pitch) ?? 0) + 1)
  })
  const [pitch] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0] ?? [1.15]
  return pitch
}
