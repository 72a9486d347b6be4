import type { Span } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { fold } from '../repair/fold.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import { splitColumns, splitGluedHeading } from './columns.ts'
import { isUpperTitle } from './letter-case.ts'
import { type Marker, readMarker } from './markers.ts'
import { layoutTables, markRows } from './rows.ts'

/** A body line with ink on it, or one column of a line that a two-column head or foot shares. */
export interface Line {
  readonly span: Span
  readonly mapped: MappedText
  readonly text: string
  /** `text` without marks and in lower case, of the same length. */
  readonly folded: string
  readonly marker: Marker | null
  /** Capitals throughout, as titles are written. */
  readonly upper: boolean
  /** Stressed as a whole: a Markdown heading, or bold from end to end. */
  readonly stressed: boolean
  /** A `**` opened here is not closed on this line. */
  readonly openBold: boolean
  /** Empty lines (or a page break) between this line and the one before. */
  readonly gap: number
  /** White space before the first character. */
  readonly indent: number
  readonly wrapped: boolean | null
  readonly row: boolean
}

/** The body lines of a document that hold at least one letter or digit, in reading order. */
export const readLines = (document: SourceDocument): Line[] => {
  const { text } = document
  const rows = markRows(document, layoutTables(document))
  const lines: Line[] = []
  let gap = 0
  let page: number | null = null
  document.lines.forEach((source, index) => {
    const raw = text.slice(source.start, source.end)
    if (source.role !== 'body' || !/[\p{L}\d]/u.test(raw)) {
      gap++
      return
    }
    if (page !== source.page && lines.length > 0) gap = Math.max(gap, 1)
    page = source.page
    const row = rows[index] === true
    for (const span of row ? [source] : pieces(text, source)) {
      lines.push(readLine(text, span, { gap, row, wrapped: span.end === source.end ? source.wrapped : false }))
      gap = 0
    }
  })
  return lines
}

const pieces = (text: string, span: Span): Span[] =>
  splitColumns(text, span)
    .flatMap(column => splitGluedHeading(text, column))
    .filter(piece => /[\p{L}\d]/u.test(text.slice(piece.start, piece.end)))

const readLine = (source: string, span: Span, facts: Pick<Line, 'gap' | 'row' | 'wrapped'>): Line => {
  const raw = source.slice(span.start, span.end)
  const mapped = repairSpans(source, [span], { keepTabs: facts.row })
  const { text } = mapped
  const marker = facts.row ? null : readMarker(text)
  const title = marker === null ? text : text.slice(marker.length)
  return {
    span: { start: span.start, end: span.end },
    mapped,
    text,
    folded: fold(text),
    marker,
    upper: !facts.row && isUpperTitle(title),
    stressed: /^\s*#{1,6}\s/.test(raw) || /^\s*\*\*[^*]+\*\*\s*$/.test(raw),
    openBold: (raw.split('**').length - 1) % 2 === 1,
    indent: raw.length - raw.trimStart().length,
    ...facts,
  }
}
