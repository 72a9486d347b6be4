import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from '../pdf/frame.ts'
import { openPdf } from '../pdf/open-pdf.ts'
import { drawnPage } from './drawn-page.ts'
import { ownPicture, type Replaced } from './own-picture.ts'
import type { NoImage, PageImage, PageImages } from './page-image.ts'
import { withStandIns } from './pictures/stand-ins.ts'
import { storedPictures } from './pictures/stored-pictures.ts'
import { drawingOf } from './placed-pictures.ts'

/** Whether a dictionary in the file is that of a picture larger than what is decoded. */
const DIMENSION = /\/(Width|Height)\s+(\d{1,9})/g

/** The pages of an open PDF; `close` frees all that is held for it. */
export interface OpenPages {
  readonly images: PageImages
  readonly close: () => Promise<void>
}

/**
 * Opens a PDF whose pages are wanted as images. A page that is one picture gives that picture itself, without drawing it anew; any other
 * is drawn, at 300 dpi or what its size allows. Annotations are left out. Most pictures are taken out of the file past the library, which
 * sees small ones in their place; once a page has to be drawn, it opens the file as it is.
 * @param maxPixels larger pictures are not decoded
 * @throws Error with the code of the problem where the file cannot be opened
 */
export async function openPdfPages(bytes: Uint8Array, maxPixels: number): Promise<OpenPages> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pictures = storedPictures(file).filter(({ width, height }) => width * height <= maxPixels)
  const standIns = withStandIns(file, pictures)
  const closes: (() => Promise<void>)[] = []
  const open = async (content: Uint8Array): Promise<PDFDocumentProxy> => {
    const opened = await openPdf(content, { maxPictureArea: maxPixels })
    if ('problem' in opened) throw new Error(opened.problem.code)
    closes.push(opened.close)
    return opened.pdf
  }
  const first: Opened = { pdf: await open(standIns?.bytes ?? bytes), pictures: standIns && { file, standIns } }
  let asItIs: Promise<Opened> | null = null
  const drawn = async (wanted: Wanted): Promise<PageImage | NoImage> => {
    asItIs ??= open(bytes).then(pdf => ({ pdf, pictures: null }))
    return pageOf(await asItIs, wanted)
  }
  let oversized: boolean | null = null
  return {
    images: {
      async page(number, minCoverage) {
        const image = await pageOf(first, { number, minCoverage }, standIns && drawn)
        if (!('reason' in image) || image.reason !== 'empty') return image
        oversized ??= holdsOversized(file, maxPixels)
        return oversized ? { reason: 'too-many-pixels', size: image.size } : image
      },
    },
    close: async () => void (await Promise.all(closes.map(close => close()))),
  }
}

interface Opened {
  readonly pdf: PDFDocumentProxy
  readonly pictures: Replaced | null
}

interface Wanted {
  readonly number: number
  readonly minCoverage: number
}

/** @param draw what draws a page that is not one picture; else it is drawn as the file was opened */
async function pageOf(
  { pdf, pictures }: Opened,
  wanted: Wanted,
  draw: ((wanted: Wanted) => Promise<PageImage | NoImage>) | null = null,
): Promise<PageImage | NoImage> {
  let size: PageSize | null = null
  try {
    const page = await pdf.getPage(wanted.number)
    const viewport = page.getViewport({ scale: 1 })
    size = { width: viewport.width, height: viewport.height }
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    const drawing = drawingOf(operators, viewport.transform, size)
    if (drawing.pictures.length === 0 && drawing.strokes === 0) return { reason: 'empty', size }
    if (drawing.coverage < wanted.minCoverage) return { reason: 'not-pictured', size }
    const own = await ownPicture(page, drawing, pictures)
    const image = own === null ? await (draw?.(wanted) ?? drawnPage(pdf, page, size)) : { ...own, size, cutOff: false }
    page.cleanup()
    return image
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200)
    return { reason: 'damaged', size, detail }
  }
}

/** Whether the file holds a picture that is too large to be decoded: the library leaves such out without a word. */
function holdsOversized(file: Buffer, maxPixels: number): boolean {
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 1)) {
    const around = file.toString('latin1', Math.max(0, at - 400), at + 400)
    const sides = [...around.matchAll(DIMENSION)].map(([, , length]) => Number(length))
    if (Math.max(0, ...sides) ** 2 > maxPixels && sides.reduce((product, side) => product * side, 1) > maxPixels)
      return true
  }
  return false
}
