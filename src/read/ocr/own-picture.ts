import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { rasterOfRgb, rasterOfRgba } from './grey-or-colour.ts'
import { decodedPicture } from './pictures/decoded-picture.ts'
import type { StandIns } from './pictures/stand-ins.ts'
import type { Drawing } from './placed-pictures.ts'
import type { Affine, Raster } from './raster.ts'
import { upright } from './upright.ts'

const POINTS_AN_INCH = 72

/** A picture is taken as it is where it covers so much of the page and little else can be seen there (a line of a signature). */
const WHOLE_PAGE = 0.85
const MOST_STROKES = 60

/** Pictures between these resolutions are read in their own, and those whose pixels are square to this degree. */
const OWN_DPI = { least: 150, most: 600 }
const SQUARE = 0.05

/** The file with its pictures, and those that stand for them in what the library has opened. */
export interface Replaced {
  readonly file: Buffer
  readonly standIns: StandIns
}

/**
 * The page's only picture, if it is the page and its pixels are worth reading as they are.
 * @param replaced null where the library has opened the file as it is
 */
export async function ownPicture(
  page: PDFPageProxy,
  { pictures, coverage, strokes }: Drawing,
  replaced: Replaced | null,
): Promise<{ readonly raster: Raster; readonly toPage: Affine } | null> {
  const [picture, ...others] = pictures
  if (picture === undefined || others.length > 0 || picture.name === null) return null
  if (coverage < WHOLE_PAGE || strokes > MOST_STROKES) return null
  const stored = replaced?.standIns.standsFor(picture.width, picture.height)
  const data = stored === undefined ? await pictureData(page, picture.name) : null
  const size = stored ?? data
  if (size === null) return null
  const toPage = pixelsToPage(picture.matrix, size)
  const [a, b, c, d] = toPage
  const isAlongAxes = Math.abs(a * d) < 1e-9 || Math.abs(b * c) < 1e-9
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)]
  const dpi = POINTS_AN_INCH / Math.max(across, 1e-9)
  if (!isAlongAxes || Math.abs(across / down - 1) > SQUARE || dpi < OWN_DPI.least || dpi > OWN_DPI.most) return null
  const raster =
    replaced !== null && stored !== undefined
      ? await decodedPicture(replaced.file, stored, dpi)
      : data && rasterOf(data, dpi)
  return raster && upright(raster, toPage)
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
  const grey = new Uint8Array(width * height).fill(255)
  const rowBytes = Math.ceil(width / 8)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = y * rowBytes; x < width; x += 8, from++) {
      const bits = data[from] ?? 0
      const count = Math.min(8, width - x)
      if (bits !== 0xff) for (let i = 0; i < count; i++) if (((bits >> (7 - i)) & 1) === 0) grey[to + i] = 0
      to += count
    }
  return { data: grey, width, height, channels: 1, dpi }
}
