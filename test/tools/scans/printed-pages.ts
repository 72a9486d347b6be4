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

/** The text layer gives the height of the font; the ink of a word is lower. */
const onInk = ({ text, line, box }: BoxedWord, { data, width, height }: Pixels): PlacedWord => {
  const [x0, y0] = [Math.max(0, Math.floor(box[0])), Math.max(0, Math.floor(box[1]))]
  const [x1, y1] = [Math.min(width, Math.ceil(box[2])), Math.min(height, Math.ceil(box[3]))]
  let [left, top, right, bottom] = [x1, y1, x0, y0]
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if ((data[y * width + x] ?? 255) < INK) {
        left = Math.min(left, x)
        top = Math.min(top, y)
        right = Math.max(right, x + 1)
        bottom = Math.max(bottom, y + 1)
      }
  if (left >= right) [left, top, right, bottom] = [x0, y0, x1, y1]
  return {
    text,
    line,
    corners: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  }
}

type Pixels = Pick<ScanPage, 'data' | 'width' | 'height'>
