import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourcePage } from '../source-document.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { pagePieces } from './page-pieces.ts'

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
  const lines: PageLine[][] = []
  const pictures: number[] = []
  const damaged: number[] = []
  let lookedAt = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => null)
    const pieces = page === null ? null : await pagePieces(page).catch(() => null)
    if (page === null || pieces === null) {
      damaged.push(number)
      pages.push({ number, width: 0, height: 0 })
      lines.push([])
      continue
    }
    const read = pageLines(number, pieces)
    if (read.length === 0 && (++lookedAt > MAX_LOOKED_AT || (await holdsPicture(page)))) pictures.push(number)
    pages.push({ number, ...pieces.size })
    lines.push(read)
    page.cleanup()
  }
  return { pages, lines, pictures, damaged }
}

const holdsPicture = (page: PDFPageProxy): Promise<boolean> =>
  page.getOperatorList().then(
    list => list.fnArray.some(operator => PICTURES.has(operator)),
    () => false,
  )
