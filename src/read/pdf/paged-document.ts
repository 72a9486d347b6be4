import type { Message, ReadBy, Span } from '../../contract/index.ts'
import type { PartLayout } from '../ocr/part-layout.ts'
import { shownLine } from '../ocr/shown-line.ts'
import { type LineOrigin, wordPlaces } from '../ocr/word-places.ts'
import type { LineRole, SourceDocument, SourceLine, SourceTable } from '../source-document.ts'
import { TextAssembler } from '../text-assembler.ts'
import { continuedColumns } from './continued-tables.ts'
import { footnotesOf, textSize } from './footnotes.ts'
import type { LaidPage } from './laid-page.ts'
import { lineFonts, type Placed } from './line-fonts.ts'
import type { Ink } from './page-ink.ts'
import type { PageLayout } from './page-layout.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { lineRoles } from './roles.ts'
import { withRowsAtEdges } from './rows-at-edges.ts'
import { sourceTables } from './source-tables.ts'
import { beginsItem, textColumns } from './text-column.ts'
import { isWrapped } from './wrapping.ts'

/**
 * The document that laid out pages make: lines in reading order, each with its role and whether the margin broke it, the cells of
 * tables, and the words that were read from images. Tables that go on over pages have one part a page.
 */
export function pagedDocument(
  pages: readonly LaidPage[],
  mediaType: string,
  messages: readonly Message[],
): SourceDocument {
  const { lines, origins } = linesOf(pages)
  const written = writeLines(lines)
  const readBy = readByOf(pages)
  const main = mostOf(pages, readBy)
  const words = wordPlaces(written.lines, origins)
  const { text } = written.assembler
  const tables = sourceTables(written.lines)
  const inks = inksOf(pages)
  const fonts = inks.size > 0 ? lineFonts(text, placesIn(written.assembler.lines, tables), inks) : []
  return {
    mediaType,
    readBy: main,
    ...(readBy.some(each => each !== main) ? { readByPage: readBy } : {}),
    encoding: 'unicode',
    text,
    pages: pages.map(({ number, size }) => ({ number, width: size.width, height: size.height })),
    lines: written.assembler.lines,
    tables,
    ...(words.length > 0 ? { words } : {}),
    ...(fonts.length > 0 ? { fonts } : {}),
    messages,
  }
}

const inksOf = (pages: readonly LaidPage[]): ReadonlyMap<number, readonly Ink[]> =>
  new Map(
    pages.flatMap(({ number, text }) =>
      text.readBy === 'pdf-text' && text.inks.length > 0 ? [[number, text.inks]] : [],
    ),
  )

/** Lines, and in place of those that are rows of tables their cells. */
const placesIn = (lines: readonly SourceLine[], tables: readonly SourceTable[]): Placed[] => {
  const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
  const sorted = [...tables].sort(byPlace)
  let at = 0
  const running = lines.filter(line => {
    while ((sorted[at]?.end ?? Number.POSITIVE_INFINITY) < line.start) at++
    return line.start < (sorted[at]?.start ?? Number.POSITIVE_INFINITY)
  })
  return [...running, ...tables.flatMap(table => table.cells)].filter(({ start, end }) => end > start).sort(byPlace)
}

/** Whether any text stands on the pages. */
export const holdsText = (pages: readonly LaidPage[]): boolean =>
  pages.some(({ text }) =>
    text.readBy === 'ocr' ? text.parts.some(part => part.words.length > 0) : text.layout.directions.length > 0,
  )

const readByOf = (pages: readonly LaidPage[]): ReadBy[] => pages.map(({ text }) => text.readBy)

/** How most of the pages with text were read; those without tell nothing. */
function mostOf(pages: readonly LaidPage[], readBy: readonly ReadBy[]): ReadBy {
  const told = readBy.filter((_, i) => holdsText(pages.slice(i, i + 1)))
  const recognised = told.filter(each => each === 'ocr').length
  return recognised * 2 > told.length ? 'ocr' : 'pdf-text'
}

interface Laid {
  readonly layout: PageLayout
  readonly part: PartLayout | null
}

function linesOf(pages: readonly LaidPage[]): {
  readonly lines: readonly (readonly PageLine[])[]
  readonly origins: ReadonlyMap<PageLine, LineOrigin>
} {
  const laid = pages.flatMap(({ text }): Laid[] =>
    text.readBy === 'ocr'
      ? text.parts.map(part => ({ layout: part.layout, part }))
      : [{ layout: text.layout, part: null }],
  )
  const joined = withRowsAtEdges(laid.map(({ layout }) => layout))
  const columns = continuedColumns(joined)
  const origins = new Map<PageLine, LineOrigin>()
  const lines = joined.map((layout, i) => {
    const part = laid[i]?.part ?? null
    const own = pageLines(layout, columns)
    if (part === null) return own
    return own.map(line => {
      const shown = shownLine(line, part.toPage)
      origins.set(shown, { line, part })
      return shown
    })
  })
  return { lines, origins }
}

/** Writes the lines out, each with its role and whether the margin broke it. */
function writeLines(pages: readonly (readonly PageLine[])[]): {
  readonly assembler: TextAssembler
  readonly lines: readonly (readonly [PageLine, SourceLine])[]
} {
  const roles = lineRoles(pages)
  const roleOf = (line: PageLine): LineRole => roles.get(line) ?? 'body'
  const size = textSize(pages.flat())
  const notes = pages.map(
    lines =>
      new Set(
        footnotesOf(
          lines.filter(line => roleOf(line) === 'body'),
          size,
        ),
      ),
  )
  const ordered = [
    ...pages.flatMap((lines, i) => lines.filter(line => notes[i]?.has(line) !== true)),
    ...notes.flatMap(page => [...page]),
  ]
  const columns = textColumns(ordered.filter(line => roleOf(line) === 'body'))
  const assembler = new TextAssembler()
  const body = ordered.filter(line => roleOf(line) === 'body')
  const next = new Map(body.map((line, i) => [line, body[i + 1]]))
  const lines = ordered.map(line => {
    const wrapped = roleOf(line) === 'body' && goesOn(line, next.get(line), columns)
    const { text, page, box } = line
    return [line, assembler.add(text, { page, box, role: roleOf(line), wrapped, path: null })] as const
  })
  return { assembler, lines }
}

function goesOn(line: PageLine, next: PageLine | undefined, columns: ReturnType<typeof textColumns>): boolean {
  if (next === undefined || next.kind !== line.kind) return false
  switch (line.kind) {
    case 'row':
      return false
    case 'block':
      return next.page === line.page && next.baseline > line.baseline && goesOnInBlock(line.text, next.text)
    case 'running':
      return isWrapped(line, next, columns)
  }
}

/** Blocks are too narrow to tell their margin: a line in lower case that begins no item goes on the one above. */
const goesOnInBlock = (text: string, next: string): boolean =>
  !beginsItem(next) && /^\p{Ll}/u.test(next) && !/[.;:]$/.test(text)
