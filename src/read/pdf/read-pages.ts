import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from './frame.ts'
import { mayHoldTable } from './may-hold-table.ts'
import { type Ink, pageInk } from './page-ink.ts'
import { type PageLayout, pageLayout } from './page-layout.ts'
import { pagePieces } from './page-pieces.ts'
import { pageRules } from './page-rules.ts'
import { NO_RULES } from './rules.ts'
import { type LayerVerdict, layerVerdict, textOf } from './text-layer.ts'

/** A page with its text layer laid out. */
export interface LayerPage {
  /** From 1. */
  readonly number: number
  readonly size: PageSize
  readonly layout: PageLayout
  readonly text: string
  /** See `pageInk`. */
  readonly inks: readonly Ink[]
  /** What the layer is worth; `damaged`: the page's content cannot be read. */
  readonly verdict: LayerVerdict | 'damaged'
}

const NO_SIZE: PageSize = { width: 0, height: 0 }

/**
 * Reads the text layer of every page. A page that can't be read is named and left empty; the others are read all the same.
 * @param onPage told of each
 */
export async function readPages(pdf: PDFDocumentProxy, onPage: (page: LayerPage) => void): Promise<LayerPage[]> {
  const pages: LayerPage[] = []
  const add = (page: LayerPage) => {
    pages.push(page)
    onPage(page)
  }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => null)
    const pieces = page === null ? null : await pagePieces(page).catch(() => null)
    if (page === null || pieces === null) {
      const layout = { page: number, size: NO_SIZE, directions: [] }
      add({ number, size: NO_SIZE, layout, text: '', inks: [], verdict: 'damaged' })
      continue
    }
    const isEmpty = pieces.directions.length === 0
    const mayBeRuled = !isEmpty && (mayHoldTable(pieces) || mayEndWithTable(pages.at(-1)))
    const rules = mayBeRuled ? await pageRules(page) : NO_RULES
    const text = textOf(pieces)
    const layout = pageLayout(number, pieces, rules)
    const inks = await pageInk(page, pieces, text)
    add({ number, size: pieces.size, layout, text, inks, verdict: layerVerdict(text) })
    page.cleanup()
  }
  return pages
}

/**
 * The last row of a table that goes on on this page may hold text in one cell only. Of a page that may be read from its image nobody
 * knows yet.
 */
const mayEndWithTable = (page: LayerPage | undefined): boolean =>
  page !== undefined &&
  (page.verdict === 'none' ||
    page.layout.directions.some(({ regions }) => regions.some(region => region.kind === 'drawn-table')))
