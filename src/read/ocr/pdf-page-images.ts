import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { PageSize } from '../pdf/frame.ts'
import { rasterOfRgb, rasterOfRgba } from './grey-or-colour.ts'
import type { NoImage, PageImage, PageImages } from './page-image.ts'
import { type Drawing, drawingOf } from './placed-pictures.ts'
import type { Affine, Raster } from './raster.ts'
import { upright } from './upright.ts'

/** Pixels an inch at which pages are drawn, and the least that is still read. */
const DPI = 300
const LEAST_DPI = 100

/** Drawn pages have no more pixels, in all and along a side: no engine counts further than 32,767. */
const MOST_DRAWN = 50_000_000
const LONGEST_SIDE = 32_000

const POINTS_AN_INCH = 72

/** A picture is taken as it is where it covers so much of the page and little else can be seen there (a line of a signature). */
const WHOLE_PAGE = 0.85
const MOST_STROKES = 60

/** Pictures between these resolutions are read in their own, and those whose pixels are square to this degree. */
const OWN_DPI = { least: 150, most: 600 }
const SQUARE = 0.05

/** Whether a dictionary in the file is that of a picture larger than what is decoded. */
const DIMENSION = /\/(Width|Height)\s+(\d{1,9})/g

/**
 * The pages of an open PDF as images. A page that is one picture gives that picture itself, without drawing it anew; any other is
 * drawn, at 300 dpi or what its size allows. Annotations are left out.
 * @param bytes the file
 * @param maxPixels larger pictures are not decoded
 */
export function pdfPageImages(pdf: PDFDocumentProxy, bytes: Uint8Array, maxPixels: number): PageImages {
  let oversized: boolean | null = null
  return {
    async page(number, minCoverage) {
      let size: PageSize | null = null
      try {
        const page = await pdf.getPage(number)
        const viewport = page.getViewport({ scale: 1 })
        size = { width: viewport.width, height: viewport.height }
        const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
        const drawing = drawingOf(operators, viewport.transform, size)
        const image = await imageOf(pdf, page, drawing, size, minCoverage)
        page.cleanup()
        if (!('reason' in image) || image.reason !== 'empty') return image
        oversized ??= holdsOversized(bytes, maxPixels)
        return oversized ? { reason: 'too-many-pixels', size } : image
      } catch (error) {
        return {
          reason: 'damaged',
          size,
          detail: (error instanceof Error ? error.message : String(error)).slice(0, 200),
        }
      }
    },
  }
}

async function imageOf(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  drawing: Drawing,
  size: PageSize,
  minCoverage: number,
): Promise<PageImage | NoImage> {
  if (drawing.pictures.length === 0 && drawing.strokes === 0) return { reason: 'empty', size }
  if (drawing.coverage < minCoverage) return { reason: 'not-pictured', size }
  const own = await ownPicture(page, drawing)
  if (own !== null) return { ...own, size, cutOff: false }
  return drawn(pdf, page, size)
}

/** The page's only picture, if it is the page and its pixels are worth reading as they are. */
async function ownPicture(
  page: PDFPageProxy,
  { pictures, coverage, strokes }: Drawing,
): Promise<{ readonly raster: Raster; readonly toPage: Affine } | null> {
  const [picture, ...others] = pictures
  if (picture === undefined || others.length > 0 || picture.name === null) return null
  if (coverage < WHOLE_PAGE || strokes > MOST_STROKES) return null
  const data = await pictureData(page, picture.name)
  if (data === null) return null
  const toPage = pixelsToPage(picture.matrix, data)
  const [a, b, c, d] = toPage
  const isAlongAxes = Math.abs(a * d) < 1e-9 || Math.abs(b * c) < 1e-9
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)]
  const dpi = POINTS_AN_INCH / Math.max(across, 1e-9)
  if (!isAlongAxes || Math.abs(across / down - 1) > SQUARE || dpi < OWN_DPI.least || dpi > OWN_DPI.most) return null
  return upright(rasterOf(data, dpi), toPage)
}

const pixelsToPage = ([a, b, c, d, e, f]: Affine, { width, height }: { width: number; height: number }): Affine => [
  a / width,
  b / width,
  -c / height,
  -d / height,
  e + c,
  f + d,
]

/** Samples as the library decodes them: one bit, three bytes or four bytes a pixel; rows of bits begin with a byte. */
const KIND = { bits: 1, rgb: 2, rgba: 3 }
const Picture = z.object({
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  kind: z.number(),
  data: z.custom<Uint8Array>(data => data instanceof Uint8Array || data instanceof Uint8ClampedArray),
})
type Picture = z.infer<typeof Picture>

/** Milliseconds that a picture may take to arrive after the operators that name it. */
const ARRIVES_WITHIN = 20_000

function pictureData(page: PDFPageProxy, name: string): Promise<Picture | null> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise(resolve => {
    const late = setTimeout(() => resolve(null), ARRIVES_WITHIN)
    store.get(name, (found: unknown) => {
      clearTimeout(late)
      const picture = Picture.safeParse(found)
      resolve(picture.success && picture.data.data.length >= bytesOf(picture.data) ? picture.data : null)
    })
  })
}

const bytesOf = ({ width, height, kind }: Picture): number => {
  if (kind === KIND.bits) return Math.ceil(width / 8) * height
  return width * height * (kind === KIND.rgb ? 3 : 4)
}

function rasterOf({ data, width, height, kind }: Picture, dpi: number): Raster {
  if (kind === KIND.rgba) return rasterOfRgba(data, width, height, dpi)
  if (kind === KIND.rgb)
    return rasterOfRgb(new Uint8Array(data.buffer, data.byteOffset, width * height * 3), width, height, dpi)
  const grey = new Uint8Array(width * height)
  const rowBytes = Math.ceil(width / 8)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to++)
      grey[to] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
  return { data: grey, width, height, channels: 1, dpi }
}

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

async function drawn(pdf: PDFDocumentProxy, page: PDFPageProxy, size: PageSize): Promise<PageImage | NoImage> {
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

/** Whether the file holds a picture that is too large to be decoded: the library leaves such out without a word. */
function holdsOversized(bytes: Uint8Array, maxPixels: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 1)) {
    const around = file.toString('latin1', Math.max(0, at - 400), at + 400)
    const sides = [...around.matchAll(DIMENSION)].map(([, , length]) => Number(length))
    if (Math.max(0, ...sides) ** 2 > maxPixels && sides.reduce((product, side) => product * side, 1) > maxPixels)
      return true
  }
  return false
}
