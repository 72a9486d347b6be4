import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from '../pdf/frame.ts'
import { rasterOfRgba } from './grey-or-colour.ts'
import type { NoImage, PageImage } from './page-image.ts'
import type { Affine } from './raster.ts'

/** Pixels an inch at which pages are drawn, and the least that is still read. */
const DPI = 300
const LEAST_DPI = 100

/** Drawn pages have no more pixels, in all and along a side: no engine counts further than 32,767. */
const MOST_DRAWN = 50_000_000
const LONGEST_SIDE = 32_000

const POINTS_AN_INCH = 72

interface Canvas {
  readonly canvas: { width: number; height: number }
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
  }
}

/** The library makes the canvas that fits its own drawing. */
interface CanvasFactory {
  create(width: number, height: number): Canvas
  destroy(canvas: Canvas): void
}

/** A page drawn by the library: at 300 dpi, or what its size allows. */
export async function drawnPage(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  size: PageSize,
): Promise<PageImage | NoImage> {
  const inches = (size.width * size.height) / POINTS_AN_INCH ** 2
  const dpi = Math.min(
    DPI,
    Math.sqrt(MOST_DRAWN / Math.max(inches, 1e-6)),
    (LONGEST_SIDE * POINTS_AN_INCH) / Math.max(size.width, size.height, 1e-6),
  )
  if (dpi < LEAST_DPI) return { reason: 'too-many-pixels', size }
  const viewport = page.getViewport({ scale: dpi / POINTS_AN_INCH })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const factory = pdf.canvasFactory as CanvasFactory
  const canvas = factory.create(width, height)
  try {
    await page.render({
      canvas: canvas.canvas as never,
      viewport,
      background: '#ffffff',
      annotationMode: AnnotationMode.DISABLE,
    }).promise
    const { data } = canvas.context.getImageData(0, 0, width, height)
    const toPage: Affine = [size.width / width, 0, 0, size.height / height, 0, 0]
    return { raster: rasterOfRgba(data, width, height, dpi), toPage, size, cutOff: false }
  } finally {
    factory.destroy(canvas)
  }
}
