import sharp, { type Sharp } from 'sharp'
import type { Affine, Raster } from '../../../src/read/ocr/raster.ts'
import type { Random } from '../../support/random.ts'

type Point = readonly [x: number, y: number]

/** A word of the page with the corners of its ink, in pixels: upper left, upper right, lower right, lower left. */
export interface PlacedWord {
  readonly text: string
  /** Words of the same line, or of the same line of a cell, have the same number. Lines count in reading order from 0. */
  readonly line: number
  readonly corners: readonly [Point, Point, Point, Point]
}

/** An image of a page that knows where each of its words stands. */
export interface ScanPage extends Raster {
  readonly words: readonly PlacedWord[]
}

/** Something that befalls a page between the printer and the file. */
export type Step = (page: ScanPage, random: Random) => Promise<ScanPage>

export const applied = (affine: Affine, [x, y]: Point): Point => {
  const [a, b, c, d, e, f] = affine
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Words after their page was moved. */
export const movedWords = (words: readonly PlacedWord[], affine: Affine): PlacedWord[] =>
  words.map(word => {
    const [p, q, r, s] = word.corners
    return { ...word, corners: [applied(affine, p), applied(affine, q), applied(affine, r), applied(affine, s)] }
  })

/** Left, top, right, bottom of the upright box round a word. */
export const boxOf = ({ corners }: PlacedWord): [number, number, number, number] => {
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export const imageOf = ({ data, width, height, channels }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false })

/** The page with the pixels of an image in place of its own; an image of one colour channel stays so. */
export const withImage = async (page: ScanPage, image: Sharp): Promise<ScanPage> => {
  const flat = page.channels === 1 ? image.toColourspace('b-w') : image.removeAlpha().toColourspace('srgb')
  const { data, info } = await flat.raw().toBuffer({ resolveWithObject: true })
  return { ...page, data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 }
}

export const inColour = async (page: ScanPage): Promise<ScanPage> =>
  page.channels === 3 ? page : await withImage({ ...page, channels: 3 }, imageOf(page))

export const inGrey = async (page: ScanPage): Promise<ScanPage> =>
  page.channels === 1 ? page : await withImage({ ...page, channels: 1 }, imageOf(page).greyscale())

/** Lays a drawing over the page as ink does: what is dark stays dark. Drawn in the page's pixels. */
export const inked = async (page: ScanPage, drawing: string): Promise<ScanPage> => {
  const { width, height } = page
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawing}</svg>`
  return await withImage(page, imageOf(page).composite([{ input: Buffer.from(svg), blend: 'multiply' }]))
}

/** Lays a drawing over the page that hides what is under it. */
export const covered = async (page: ScanPage, drawing: string): Promise<ScanPage> => {
  const { width, height } = page
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawing}</svg>`
  return await withImage(page, imageOf(page).composite([{ input: Buffer.from(svg) }]))
}
