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
  const inside = (spans: readonly Span[], line: Span): boolean =>
    spans.some(span => line.start >= span.start && line.end <= span.end)
  const rows: boolean[] = lines.map(line => {
    if (line.role !== 'body' || inside(layout, line)) return false
    if (inside(tables, line)) return true
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
      if (!rows[i] && beside && !inside(layout, line) && tabs(raw) >= 1 && isRowLike(raw)) rows[i] = true
      beside = rows[i] === true || (beside && raw.trim() === '' && raw.includes('\t'))
    }
  }
  return rows
}

const cellGaps = (raw: string): number => raw.match(INNER_GAP)?.length ?? 0

const tabs = (raw: string): number => raw.split('\t').length - 1

const isRowLike = (raw: string): boolean => cellGaps(raw) >= 1 || tabs(raw) >= 2
