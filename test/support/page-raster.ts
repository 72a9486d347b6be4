import { readFileSync } from 'node:fs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { Raster } from '../../src/read/ocr/raster.ts'
import { openPdf } from '../../src/read/pdf/open-pdf.ts'

type Drawing = Parameters<PDFPageProxy['render']>[0]

interface CanvasFactory {
  readonly create: (width: number, height: number) => { canvas: Drawing['canvas']; context: Drawing['canvasContext'] }
}

const Drawn = z.object({ data: z.instanceof(Uint8ClampedArray) })

/** A page of a PDF among the fixtures, drawn in grey as a perfect scanner would see it. */
export async function pageRaster(file: string, number: number, dpi: number): Promise<Raster> {
  const opened = await openPdf(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url)))
  if ('problem' in opened) throw new Error(opened.problem.code)
  const page = await opened.pdf.getPage(number)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const { canvas, context } = (opened.pdf.canvasFactory as CanvasFactory).create(width, height)
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { data } = Drawn.parse(context.getImageData(0, 0, width, height))
  await opened.close()
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i++) grey[i] = data[4 * i] ?? 0
  return { data: grey, width, height, channels: 1, dpi }
}

/** How many pages a PDF among the fixtures has. */
export async function pageCount(file: string): Promise<number> {
  const opened = await openPdf(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url)))
  if ('problem' in opened) throw new Error(opened.problem.code)
  await opened.close()
  return opened.pdf.numPages
}

/** A page of one shade. */
export const blankPage = (width: number, height: number, shade = 255, dpi = 300): Raster => ({
  data: new Uint8Array(width * height).fill(shade),
  width,
  height,
  channels: 1,
  dpi,
})

/** The page with each sample made anew from its old value and its place. */
export const repainted = (page: Raster, shade: (old: number, x: number, y: number) => number): Raster => ({
  ...page,
  data: page.data.map((old, i) =>
    Math.round(Math.min(255, Math.max(0, shade(old, i % page.width, Math.floor(i / page.width))))),
  ),
})

/** The share of pixels that one page has dark and the other light. */
export function difference(one: Raster, other: Raster, threshold = 128): number {
  let differing = 0
  one.data.forEach((value, i) => {
    if (value < threshold !== (other.data[i] ?? 0) < threshold) differing++
  })
  return differing / one.data.length
}

/** A number from 0 to 1 that looks random, always the same for a seed. */
export function scattered(seed: number): number {
  let bits = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}

/** The page on black glass that it does not cover, turned a little, with edges that are not straight. */
export function onGlass(page: Raster, margin: number, slope: number): Raster {
  const glass = blankPage(page.width + 2 * margin, page.height + 2 * margin, 0, page.dpi)
  return repainted(glass, (_, x, y) => {
    const fromX = Math.round(x - margin - slope * (y - glass.height / 2))
    const fromY = Math.round(y - margin + slope * (x - glass.width / 2))
    const rough = 4 * scattered(y >> 4)
    const isPage = fromX >= rough && fromX < page.width - rough && fromY >= rough && fromY < page.height - rough
    return isPage ? (page.data[fromY * page.width + fromX] ?? 255) : 15 + 30 * scattered(x + y * glass.width)
  })
}
