import type { Span } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { hasFormElement } from './columns.ts'

/** Tables that only lay out the head or the foot of a document side by side. */
export const layoutTables = (document: SourceDocument): Span[] =>
  document.tables.filter(table => hasFormElement(document.text.slice(table.start, table.end)))

const INNER_GAP = /\S[^\S\t]*\t\s*(?=\S)/g

/** For each line of a document whether it is a row of a table: its cells are set apart by tabs. */
export const markRows = (document: SourceDocument, layout: readonly Span[]): boolean[] => {
  const { text, lines, tables } = document
  const inLayout = insideOf(layout)
  const inTable = insideOf(tables)
  const rows: boolean[] = lines.map(line => {
    if (line.role !== 'body' || inLayout(line)) return false
    if (inTable(line)) return true
    const raw = text.slice(line.start, line.end)
    return raw.includes('\t') && cellGaps(raw) >= 2 && !hasFormElement(raw)
  })
  // A row with a single filled cell is known by its neighbours.
  for (let pass = 0; pass < 2; pass++) {
    const order = pass === 0 ? lines.keys() : [...lines.keys()].reverse()
    let beside = false
    for (const i of order) {
      const line = lines[i]
      if (line === undefined || line.role !== 'body') continue
      const raw = text.slice(line.start, line.end)
      if (!rows[i] && beside && !inLayout(line) && tabs(raw) >= 1 && isRowLike(raw)) rows[i] = true
      beside = rows[i] === true || (beside && raw.trim() === '' && raw.includes('\t'))
    }
  }
  return rows
}

/** A test whether a line lies inside one of the spans, which may nest: quick, as documents have thousands of lines and of tables. */
const insideOf = (spans: readonly Span[]): ((line: Span) => boolean) => {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const furthest: number[] = []
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? -1))
  return line => {
    let low = 0
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) <= line.start) low = middle + 1
      else high = middle
    }
    return low > 0 && (furthest[low - 1] ?? -1) >= line.end
  }
}

const cellGaps = (raw: string): number => raw.match(INNER_GAP)?.length ?? 0

const tabs = (raw: string): number => raw.split('\t').length - 1

const isRowLike = (raw: string): boolean => cellGaps(raw) >= 1 || tabs(raw) >= 2
