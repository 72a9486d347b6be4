import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PlacedWord, ScanPage } from './scan-page.ts'

const DPI = 300

/**
 * The pages of a PDF as they leave the printer, one after the other: grey images of 300 dpi, with the words of the text layer
 * and the places of their ink. Needs poppler-utils.
 */
export async function* printedPages(pdf: string, work: string): AsyncGenerator<ScanPage> {
  const words = wordsOf(pdf)
  for (const [i, boxed] of words.entries()) {
    const prefix = join(work, `page-${basename(pdf)}-${i + 1}`)
    execFileSync('pdftoppm', [
      '-r',
      String(DPI),
      '-gray',
      '-f',
      `${i + 1}`,
      '-l',
      `${i + 1}`,
      '-singlefile',
      pdf,
      prefix,
    ])
    const raster = greyMap(await readFile(`${prefix}.pgm`))
    await rm(`${prefix}.pgm`)
    yield { ...raster, words: boxed.map(word => onInk(word, raster)) }
  }
}

/** Reads a binary PGM file of 8 bits a pixel. */
const greyMap = (file: Buffer) => {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64)) ?? []
  if (head === undefined) throw new Error('pdftoppm did not write a PGM file')
  const raster = { width: Number(width), height: Number(height), channels: 1 as const, dpi: DPI }
  return { ...raster, data: new Uint8Array(file.subarray(head.length)) }
}

interface BoxedWord {
  readonly text: string
  readonly line: number
  readonly box: readonly [number, number, number, number]
}

const ELEMENT =
  /<(page|line)\b|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g

const wordsOf = (pdf: string): BoxedWord[][] => {
  const pages: BoxedWord[][] = []
  let line = -1
  for (const [, opened, left, top, right, bottom, text] of execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }).matchAll(ELEMENT)) {
    if (opened === 'page') {
      pages.push([])
      line = -1
    } else if (opened === 'line') line++
    else {
      const [l, t, r, b] = [left, top, right, bottom].map(v => (Number(v) * DPI) / 72)
      pages.at(-1)?.push({ text: unescaped(text ?? ''), line, box: [l ?? 0, t ?? 0, r ?? 0, b ?? 0] })
    }
  }
  return pages
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as string] ?? "'",
  )

const INK = 160

/** Marks stand so far from their letter at most, other lines further, as a share of the font's height. */
const MARK_GAP = 0.1

/** The text layer gives the height of the font; the ink of a word is lower, and other lines' ink may reach into it. */
const onInk = ({ text, line, box }: BoxedWord, page: Pixels): PlacedWord => {
  const [x0, x1] = [Math.max(0, Math.floor(box[0])), Math.min(page.width, Math.ceil(box[2]))]
  const [y0, y1] = [Math.max(0, Math.floor(box[1])), Math.min(page.height, Math.ceil(box[3]))]
  const inked = (y: number) => inkOf(page.data.subarray(y * page.width + x0, y * page.width + x1))
  const rows = Array.from({ length: Math.max(0, y1 - y0) }, (_, i) => inked(y0 + i))
  const gap = Math.round(MARK_GAP * rows.length)
  const middle = Math.round(0.6 * rows.length)
  const top = reach(rows.slice(0, middle).reverse(), gap)
  const bottom = reach(rows.slice(middle), gap)
  const own = rows.slice(middle - top, middle + bottom).filter(row => row !== null)
  const left = x0 + Math.min(...own.map(row => row.first))
  const right = x0 + Math.max(...own.map(row => row.last)) + 1
  const [l, t, r, b] = own.length === 0 ? [x0, y0, x1, y1] : [left, y0 + middle - top, right, y0 + middle + bottom]
  return {
    text,
    line,
    corners: [
      [l, t],
      [r, t],
      [r, b],
      [l, b],
    ],
  }
}

const inkOf = (row: Uint8Array) => {
  const first = row.findIndex(value => value < INK)
  return first < 0 ? null : { first, last: row.findLastIndex(value => value < INK) }
}

/** How many rows belong together from the first on: until so many without ink come. */
const reach = (rows: readonly unknown[], gap: number): number => {
  let end = 0
  for (let i = 0; i < rows.length && i - end <= gap; i++) if (rows[i] !== null) end = i + 1
  return end
}

type Pixels = Pick<ScanPage, 'data' | 'width' | 'height'>
