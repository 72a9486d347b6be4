import type { Affine } from '../../../../src/read/ocr/raster.ts'
import { imageOf, movedWords, type ScanPage, type Step, withImage } from '../scan-page.ts'

const WHITE = { r: 255, g: 255, b: 255 }

const paperOf = (page: ScanPage) => {
  const shade = page.data[Math.floor(page.width / 2) * page.channels] ?? 255
  return page.channels === 1 ? { r: shade, g: shade, b: shade } : WHITE
}

/** Turns the sheet on the glass by some degrees clockwise; the scanner still cuts out a page of the same size. */
export const skew =
  (degrees: number): Step =>
  async page => {
    const turned = await withImage(page, imageOf(page).rotate(degrees, { background: paperOf(page) }))
    const left = Math.floor((turned.width - page.width) / 2)
    const top = Math.floor((turned.height - page.height) / 2)
    const cut = imageOf(turned).extract({ left, top, width: page.width, height: page.height })
    const words = movedWords(page.words, rotation(degrees, page, turned.width / 2 - left, turned.height / 2 - top))
    return { ...(await withImage(turned, cut)), words }
  }

/** About the centre of the page, which comes to stand at (x, y). */
const rotation = (degrees: number, page: ScanPage, x: number, y: number): Affine => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const [cx, cy] = [page.width / 2, page.height / 2]
  return [cos, sin, -sin, cos, x - cos * cx + sin * cy, y - sin * cx - cos * cy]
}

/** The page lies on its side or its head; clockwise. */
export const turn =
  (degrees: 90 | 180 | 270): Step =>
  async page => {
    const { width: w, height: h } = page
    const affine = ({ 90: [0, 1, -1, 0, h, 0], 180: [-1, 0, 0, -1, w, h], 270: [0, -1, 1, 0, 0, w] } as const)[degrees]
    return { ...(await withImage(page, imageOf(page).rotate(degrees))), words: movedWords(page.words, affine) }
  }

/** Scanned with fewer or more pixels an inch. */
export const resample =
  (dpi: number): Step =>
  async page => {
    const [width, height] = [Math.round((page.width * dpi) / page.dpi), Math.round((page.height * dpi) / page.dpi)]
    const resized = await withImage(page, imageOf(page).resize(width, height, { fit: 'fill', kernel: 'cubic' }))
    const words = movedWords(page.words, [width / page.width, 0, 0, height / page.height, 0, 0])
    return { ...resized, words, dpi }
  }

/** Two pages of an open book or folder on one sheet, with the shadow of the fold between them. */
export const facing = async (left: ScanPage, right: ScanPage): Promise<ScanPage> => {
  const height = Math.max(left.height, right.height)
  const width = left.width + right.width
  const shadow = left.dpi / 3
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset=".5" stop-color="#777"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect x="${left.width - shadow}" width="${2 * shadow}" height="${height}" fill="url(#g)"/></svg>`
  const input = async (page: ScanPage) => await imageOf(page).png({ compressionLevel: 1 }).toBuffer()
  const sheet = { ...left, width, height, data: new Uint8Array(width * height * left.channels).fill(255) }
  const lines = Math.max(0, ...left.words.map(({ line }) => line + 1))
  const image = imageOf(sheet).composite([
    { input: await input(left), left: 0, top: 0 },
    { input: await input(right), left: left.width, top: 0 },
    { input: Buffer.from(svg), blend: 'multiply' },
  ])
  const after = movedWords(right.words, [1, 0, 0, 1, left.width, 0]).map(w => ({ ...w, line: w.line + lines }))
  return { ...(await withImage(sheet, image)), words: [...left.words, ...after] }
}
