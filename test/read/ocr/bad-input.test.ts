import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { tinyPdf } from '../../../fixtures/tiny-pdf.ts'
import { DEFAULT_LIMITS, extract } from '../../../src/extract.ts'
import { DEFAULT_OCR, type OcrSettings } from '../../../src/read/ocr/ocr-settings.ts'
import { readDocument } from '../../../src/read/read.ts'
import { randomOf } from '../../support/random.ts'
import { manyPageTiff } from '../../tools/scans/encode.ts'
import { type LayerWord, type ScannedSheet, scannedPdf, sheetOf } from '../../tools/scans/image-pdf.ts'

const SCANS = new URL('../../../fixtures/scans/', import.meta.url)

const LAYER: LayerWord[] = Array.from({ length: 18 }, (_, i) => {
  const text = 'Tổng số hợp tác xã đến nay là 242 hợp tác xã, trong đó 35 hợp tác xã thành lập mới.'
  return { text, box: [20, 20 + 14 * i, 440, 31 + 14 * i], visible: true }
})
const TEXT_PAGE: ScannedSheet = { width: 595, height: 842, pictures: [], layer: LAYER }

/** A page of grey blocks at random places. */
const blocks = (seed: string): Promise<ScannedSheet> => {
  const random = randomOf(seed)
  const [width, height] = [620, 877]
  const data = new Uint8Array(width * height).fill(255)
  for (let i = 0; i < 60; i++) {
    const [left, top] = [Math.floor(random.next() * 560), Math.floor(random.next() * 840)]
    for (let y = top; y < top + 30; y++) data.fill(90 + 2 * i, y * width + left, y * width + left + 55)
  }
  return sheetOf({ data, width, height, channels: 1, dpi: 75, words: [] }, { kind: 'png', bits: 8 })
}

const outcome = async (bytes: Uint8Array, ocr: Partial<OcrSettings> = {}) => {
  const result = await readDocument(bytes, { ...DEFAULT_LIMITS, ocr: { ...DEFAULT_OCR, ...ocr } })
  if (!result.ok) return { problem: result.problem, text: '', messages: [] }
  const { text, messages } = result.document
  return { problem: null, text, messages: messages.map(({ level, code, text: { en } }) => `${level} ${code}: ${en}`) }
}

/** A picture whose head tells of other sides than it has. */
const claiming = (png: Buffer, width: number, height: number): Buffer => {
  const made = Buffer.from(png)
  made.writeUInt32BE(width, 16)
  made.writeUInt32BE(height, 20)
  // gzip ends with the checksum that PNG uses, and the length
  made.writeUInt32BE(gzipSync(made.subarray(12, 29)).readUInt32LE(gzipSync(made.subarray(12, 29)).length - 8), 29)
  return made
}

const folders: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('a document that is hard to read', () => {
  it('of more page images than its time allows names those that were not read, and keeps the rest', async () => {
    const sheets = [TEXT_PAGE, ...(await Promise.all(Array.from({ length: 40 }, (_, i) => blocks(`block ${i}`))))]
    const { text, messages } = await outcome(scannedPdf(sheets), { secondsPerDocument: 0.01 })
    expect(text).toContain('242 hợp tác xã')
    expect(messages).toEqual([
      'error pages-not-recognised: Page 2–41 could not be recognised: the limit of 0.01 seconds for the document was reached; raise TRICHLUC_OCR_DOCUMENT_SECONDS or split the document.',
    ])
  })

  it('of grey blocks has no words, and each page is accounted for', async () => {
    const sheets = [TEXT_PAGE, ...(await Promise.all([1, 2, 3].map(i => blocks(`block ${i}`))))]
    const { text, messages } = await outcome(scannedPdf(sheets))
    expect(text.trim().split('\n')).toHaveLength(18)
    const said = messages.join('\n')
    expect(said).toMatch(/error pages-not-recognised: .*no printed text was found/)
    const named = [...said.matchAll(/Page ([\d–, ]+)/g)].flatMap(([, pages = '']) => pages.match(/\d+(–\d+)?/g) ?? [])
    const numbers = named.flatMap(range => {
      const [from = 0, to = from] = range.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    })
    expect(numbers.toSorted()).toEqual([2, 3, 4])
  })

  it('of 3,000 pages is refused with its number of pages', async () => {
    const { problem } = await outcome(tinyPdf(Array.from({ length: 3000 }, () => 'picture' as const)))
    expect(problem).toEqual({ code: 'too-many-pages', details: { pages: 3000, limit: 2000 } })
  })

  it('that claims to be an image of 30,000 by 30,000 pixels is refused before it is decoded', async () => {
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const { problem } = await outcome(claiming(small, 30_000, 30_000))
    expect(problem).toMatchObject({ code: 'too-many-pixels', details: { pages: '1', limit: 120_000_000 } })
  })

  it('whose TIFF ends within its pages gives what is there, and says that it is cut off', async () => {
    const tiff = readFileSync(new URL('lang-son-2020.clean.tif', SCANS))
    const page = sharp(tiff, { page: 0 }).extract({ left: 300, top: 150, width: 2100, height: 620 })
    const { data, info } = await page.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: 1, dpi: 300, words: [] } as const
    const two = await manyPageTiff(
      [1, 2].map(() => ({ ...raw, data: new Uint8Array(data) })),
      8,
    )
    const { text, messages, problem } = await outcome(two.subarray(0, two.length * 0.6))
    expect(problem).toBeNull()
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(messages.join('\n')).toMatch(/^error pages-cut-off: /m)
  })

  it('written by hand is called poor, or not recognised', async () => {
    const random = randomOf('hand')
    const strokes = Array.from({ length: 220 }, (_, i) => {
      const [x, y] = [150 + 75 * (i % 22), 250 + 150 * Math.floor(i / 22)]
      const point = () => `${x + 60 * random.next()} ${y - 45 + 90 * random.next()}`
      return `<path d="M${point()} C${point()} ${point()} ${point()} S${point()} ${point()}"/>`
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1900" height="1900"><rect width="100%" height="100%" fill="#fff"/><g fill="none" stroke="#223" stroke-width="5">${strokes.join('')}</g></svg>`
    const page = await sharp(Buffer.from(svg)).toColourspace('b-w').png().toBuffer()
    const result = await extract(page, 'hand.png')
    if (!result.ok) {
      expect(result.problem).toMatchObject({ code: 'not-recognised', details: { pages: '1' } })
      return
    }
    const { messages } = result.extraction
    expect(messages.map(({ level, code, page }) => `${level} ${code} ${page}`)).toContain('warning pages-poor 1')
  })

  it('keeps its text pages where tesseract is killed on the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'))
    folders.push(folder)
    writeFileSync(join(folder, 'tesseract'), '#!/bin/sh\n[ "$1" = --version ] || kill -9 $$\n', { mode: 0o755 })
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`)
    const { data, info } = await sharp(readFileSync(new URL('lang-son-2020.skewed-1.jpg', SCANS)))
      .extract({ left: 300, top: 150, width: 2100, height: 620 })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const scan = { data, width: info.width, height: info.height, channels: 1, dpi: 300, words: [] } as const
    const sheets = [TEXT_PAGE, await sheetOf({ ...scan }, { kind: 'jpeg', quality: 80 })]
    const { text, messages } = await outcome(scannedPdf(sheets), { engine: 'native' })
    expect(text).toContain('242 hợp tác xã')
    expect(messages.join('\n')).toContain('Page 2 could not be recognised: the recogniser failed (tesseract: SIGKILL)')
  })
})
