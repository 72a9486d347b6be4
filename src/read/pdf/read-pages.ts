import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourcePage } from '../source-document.ts'
import { continuedColumns } from './continued-tables.ts'
import { mayHoldTable } from './may-hold-table.ts'
import { type PageLayout, pageLayout } from './page-layout.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { pagePieces } from './page-pieces.ts'
import { pageRules } from './page-rules.ts'
import { withRowsAtEdges } from './rows-at-edges.ts'
import { NO_RULES } from './rules.ts'

/** What the pages of a PDF hold. Page numbers count from 1. */
export interface PdfPages {
  readonly pages: readonly SourcePage[]
  /** The lines of each page in reading order. */
  readonly lines: readonly (readonly PageLine[])[]
  /** Pages with pictures and no text. */
  readonly pictures: readonly number[]
  readonly damaged: readonly number[]
}

/**
 * Reads the text of every page. A page that can't be read is named and left empty; the others are read all the same.
 * @param holdsPicture tells whether a page without text, by its number, holds a picture
 */
export async function readPages(
  pdf: PDFDocumentProxy,
  holdsPicture: (page: number) => Promise<boolean>,
): Promise<PdfPages> {
  const pages: SourcePage[] = []
  const layouts: PageLayout[] = []
  const pictures: number[] = []
  const damaged: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => null)
    const pieces = page === null ? null : await pagePieces(page).catch(() => null)
    if (page === null || pieces === null) {
      damaged.push(number)
      pages.push({ number, width: 0, height: 0 })
      layouts.push({ page: number, size: { width: 0, height: 0 }, directions: [] })
      continue
    }
    const isEmpty = pieces.directions.length === 0
    if (isEmpty && (await holdsPicture(number))) pictures.push(number)
    const mayBeRuled = !isEmpty && (mayHoldTable(pieces) || endsWithTable(layouts.at(-1)))
    const rules = mayBeRuled ? await pageRules(page) : NO_RULES
    pages.push({ number, ...pieces.size })
    layouts.push(pageLayout(number, pieces, rules))
    page.cleanup()
  }
  const joined = withRowsAtEdges(layouts)
  const columns = continuedColumns(joined)
  return { pages, lines: joined.map(layout => pageLines(layout, columns)), pictures, damaged }
}

/** The last row of a table that goes on on this page may hold text in one cell only. */
const endsWithTable = (layout: PageLayout | undefined): boolean =>
  layout?.directions.some(({ regions }) => regions.some(region => region.kind === 'drawn-table')) === true
