import type { Limits } from '../../extract.ts'
import { problem } from '../../problem.ts'
import type { LineRole, ReadResult, SourceTable } from '../source-document.ts'
import { TextAssembler } from '../text-assembler.ts'
import { footnotesOf, textSize } from './footnotes.ts'
import { openPdf } from './open-pdf.ts'
import type { PageLine } from './page-lines.ts'
import { pageList, pagesDamaged, pagesWithoutText } from './pdf-messages.ts'
import { pictureFinder } from './picture-finder.ts'
import { type PdfPages, readPages } from './read-pages.ts'
import { lineRoles } from './roles.ts'
import { sourceTables } from './source-tables.ts'
import { beginsItem, textColumns } from './text-column.ts'
import { isWrapped } from './wrapping.ts'

/**
 * Reads the text layer of a PDF. Lines are rebuilt from the positioned pieces of text, in reading order: blocks side by side
 * (agency and motto, recipients and signature) one after the other, rows of tables with tabs between the cells, footnotes
 * after the body. Tables are found by their rules, or where they have none by how their texts stand; one that goes on over pages
 * has one part a page. Each line has its page and its box in points from the upper left corner of the page as shown.
 * Problems: `password-protected`, `damaged-file`, `too-many-pages`, `needs-ocr` (pictures and no text).
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  const opened = await openPdf(bytes, { pictures: false })
  if ('problem' in opened) return { ok: false, problem: opened.problem }
  const pictures = pictureFinder(bytes)
  try {
    const { numPages } = opened.pdf
    if (numPages > limits.maxPages) {
      return { ok: false, problem: problem('too-many-pages', { pages: numPages, limit: limits.maxPages }) }
    }
    return resultOf(await readPages(opened.pdf, pictures.holdsPicture))
  } finally {
    await pictures.close()
    await opened.close()
  }
}

function resultOf(read: PdfPages): ReadResult {
  const { pages, lines, pictures, damaged } = read
  if (lines.every(page => page.length === 0)) {
    if (pictures.length > 0) return { ok: false, problem: problem('needs-ocr', { pages: pageList(pictures) }) }
    if (damaged.length > 0)
      return { ok: false, problem: problem('damaged-file', { detail: `pages ${pageList(damaged)}` }) }
  }
  const { assembler, tables } = assemble(lines)
  return {
    ok: true,
    document: {
      mediaType: 'application/pdf',
      readBy: 'pdf-text',
      encoding: 'unicode',
      text: assembler.text,
      pages,
      lines: assembler.lines,
      tables,
      messages: [
        ...(pictures.length > 0 ? [pagesWithoutText(pictures)] : []),
        ...(damaged.length > 0 ? [pagesDamaged(damaged)] : []),
      ],
    },
  }
}

/** Writes the lines out, each with its role and whether the margin broke it, and tells where the cells of tables stand. */
function assemble(pages: readonly (readonly PageLine[])[]): { assembler: TextAssembler; tables: SourceTable[] } {
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
  const written = ordered.map(line => {
    const wrapped = roleOf(line) === 'body' && goesOn(line, next.get(line), columns)
    const { text, page, box } = line
    return [line, assembler.add(text, { page, box, role: roleOf(line), wrapped, path: null })] as const
  })
  return { assembler, tables: sourceTables(written) }
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
