import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf } from './open-pdf.ts'

/** Tells which pages of a PDF hold pictures. */
export interface PictureFinder {
  /** @param page from 1 */
  readonly holdsPicture: (page: number) => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Looking for pictures means decoding them; after so many pages the others are taken to hold one too. */
const MAX_LOOKED_AT = 20

const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])

/** Opens the file by itself, and only when asked: where pages have text their pictures are never decoded. */
export function pictureFinder(bytes: Uint8Array): PictureFinder {
  let opening: ReturnType<typeof openPdf> | null = null
  let lookedAt = 0
  return {
    holdsPicture: async page => {
      if (++lookedAt > MAX_LOOKED_AT) return true
      opening ??= openPdf(bytes, { pictures: true })
      const opened = await opening
      return 'pdf' in opened && drawsPicture(opened.pdf, page)
    },
    close: async () => {
      const opened = await opening
      if (opened !== null && 'pdf' in opened) await opened.close()
    },
  }
}

async function drawsPicture(pdf: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const page = await pdf.getPage(number)
    const { fnArray } = await page.getOperatorList()
    page.cleanup()
    return fnArray.some(operator => PICTURES.has(operator))
  } catch {
    return false
  }
}
