import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourcePage } from '../source-document.ts'
import { continuedColumns } from './continued-tables.ts'
import { type PageLayout, pageLayout } from './page-layout.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { type PagePieces, pagePieces } from './page-pieces.ts'
import { pageRules } from './page-rules.ts'
import { NO_RULES } from './rules.ts'
import { segmentLine } from './segments.ts'
import { visualLines } from './visual-lines.ts'

/** What the pages of a PDF hold. Page numbers count from 1. */
export interface PdfPages {
  readonly pages: readonly SourcePage[]
  /** The lines of each page in reading order. */
  readonly lines: readonly (readonly PageLine[])[]
  /** Pages with pictures and no text. */
  readonly pictures: readonly number[]
  readonly damaged: readonly number[]
}

/** Looking for pictures means decoding them; after so many pages without text the others are taken to hold one too. */
const MAX_LOOKED_AT = 20

const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])

/** Reads the text of every page. A page that can't be read is named and left empty; the others are read all the same. */
export async function readPages(pdf: PDFDocumentProxy): Promise<PdfPages> {
  const pages: SourcePage[] = []
  const layouts: PageLayout[] = []
  const pictures: number[] = []
  const damaged: number[] = []
  let lookedAt = 0
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
    if (isEmpty && (++lookedAt > MAX_LOOKED_AT || (await holdsPicture(page)))) pictures.push(number)
    const rules = mayHoldTable(pieces) || endsWithTable(layouts.at(-1)) ? await pageRules(page) : NO_RULES
    pages.push({ number, ...pieces.size })
    layouts.push(pageLayout(number, pieces, rules))
    page.cleanup()
  }
  const columns = continuedColumns(layouts)
  return { pages, lines: layouts.map(layout => pageLines(layout, columns)), pictures, damaged }
}

/** Reading a drawing takes as long as reading its text, so it is done only where texts stand side by side. */
const mayHoldTable = ({ directions }: PagePieces): boolean =>
  directions.some(({ pieces }) => visualLines(pieces).some(line => segmentLine(line).segments.length > 1))

/** The last row of a table that goes on on this page may hold text in one cell only. */
const endsWithTable = (layout: PageLayout | undefined): boolean =>
  layout?.directions.some(({ regions }) => regions.some(region => region.kind === 'drawn-table')) === true

const holdsPicture = (page: PDFPageProxy): Promise<boolean> =>
  page.getOperatorList().then(
    list => list.fnArray.some(operator => PICTURES.has(operator)),
    () => false,
  )
