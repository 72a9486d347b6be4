import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { tinyPdf } from '../../../fixtures/tiny-pdf.ts'
import { imagePageImages } from '../../../src/read/ocr/image-page-images.ts'
import type { NoImage, PageImage } from '../../../src/read/ocr/page-image.ts'
import { openPdfPages } from '../../../src/read/ocr/pdf-page-images.ts'
import { scannedPdf, sheetOf } from '../../tools/scans/image-pdf.ts'
import type { ScanPage } from '../../tools/scans/scan-page.ts'

const MAX = 20_000_000

/** A white page, dark in its upper left quarter. */
const quarter = (width: number, height: number, dpi: number): ScanPage => {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height / 2; y++) data.fill(0, y * width, y * width + width / 2)
  return { data, width, height, channels: 1, dpi, words: [] }
}

const grey = ({ data, width, height }: ScanPage) =>
  sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w')

const image = (found: PageImage | NoImage): PageImage => {
  if ('reason' in found) throw new Error(JSON.stringify(found))
  return found
}

/** The middles of the four quarters: D dark, L light. */
const quarters = ({ raster: { data, width, height, channels } }: PageImage): string =>
  [0.25, 0.75]
    .flatMap(y => [0.25, 0.75].map(x => data[(Math.floor(y * height) * width + Math.floor(x * width)) * channels] ?? 0))
    .map(value => (value < 100 ? 'D' : 'L'))
    .join('')

const ofFile = (bytes: Uint8Array, page = 1, max = MAX) => imagePageImages(bytes, max).page(page, 0)

describe('a picture file', () => {
  it.each([
    [
      'grey of 8 bits',
      () =>
        grey(quarter(400, 600, 300))
          .png()
          .toBuffer(),
      1,
    ],
    [
      'two levels',
      () =>
        grey(quarter(400, 600, 300))
          .threshold()
          .tiff({ compression: 'ccittfax4', bitdepth: 1 })
          .toBuffer(),
      1,
    ],
    [
      'grey of 16 bits',
      () =>
        grey(quarter(400, 600, 300))
          .toColourspace('grey16')
          .png()
          .toBuffer(),
      1,
    ],
    [
      'a palette',
      () =>
        grey(quarter(400, 600, 300))
          .png({ palette: true, colours: 4 })
          .toBuffer(),
      1,
    ],
    [
      'four inks',
      () =>
        grey(quarter(400, 600, 300))
          .toColourspace('cmyk')
          .jpeg({ quality: 100 })
          .toBuffer(),
      1,
    ],
  ] as const)('of %s comes as 8 bits of grey', async (_, file, channels) => {
    const page = image(await ofFile(await file()))
    expect(page.raster).toMatchObject({ width: 400, height: 600, channels })
    expect(quarters(page)).toBe('DLLL')
    expect(page.cutOff).toBe(false)
  })

  it('keeps its colours where it has any, and what is clear is paper', async () => {
    const clear = await sharp({
      create: { width: 300, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .composite([
        { input: { create: { width: 150, height: 150, channels: 3, background: '#c01010' } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer()
    const { raster } = image(await ofFile(clear))
    expect(raster.channels).toBe(3)
    expect([...raster.data.subarray(0, 3)]).toEqual([0xc0, 0x10, 0x10])
    expect([...raster.data.subarray(-3)]).toEqual([255, 255, 255])
  })

  it('is turned as its camera says', async () => {
    const turned = image(
      await ofFile(
        await grey(quarter(400, 600, 300))
          .withMetadata({ orientation: 6 })
          .jpeg()
          .toBuffer(),
      ),
    )
    expect(turned.raster).toMatchObject({ width: 600, height: 400 })
    expect(quarters(turned)).toBe('LDLL')
  })

  it('has the size that its resolution gives, or that of A4', async () => {
    const scanned = await grey(quarter(1240, 1754, 150))
      .withMetadata({ density: 150 })
      .png()
      .toBuffer()
    expect(image(await ofFile(scanned)).size.height).toBeCloseTo((1754 / 150) * 72, 3)
    for (const density of [72, 5000]) {
      const guessed = image(
        await ofFile(
          await grey(quarter(1240, 1754, 150))
            .withMetadata({ density })
            .png()
            .toBuffer(),
        ),
      )
      expect(guessed.size.height).toBeCloseTo(11.69 * 72, 3)
      expect(guessed.raster.dpi).toBeCloseTo(150, 0)
    }
  })

  it('of more pixels than the limit is not decoded', async () => {
    const bomb = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await ofFile(bomb)).toMatchObject({ reason: 'too-many-pixels' })
  })

  it('that ends early is read as far as it goes, or named as damaged', async () => {
    const file = await grey(quarter(400, 600, 300))
      .jpeg()
      .toBuffer()
    expect(image(await ofFile(file.subarray(0, file.length * 0.7))).cutOff).toBe(true)
    expect(await ofFile(file.subarray(0, 20))).toMatchObject({ reason: 'damaged' })
    const scans = readFileSync(new URL('../../../fixtures/scans/lang-son-2020.clean.tif', import.meta.url))
    expect(await ofFile(scans.subarray(0, 200))).toMatchObject({ reason: 'damaged' })
    expect(await ofFile(scans, 3)).toMatchObject({ reason: 'damaged' })
    expect(image(await ofFile(scans, 2)).raster).toMatchObject({ width: 2481, height: 3508, dpi: 300 })
  })

  it('of one pixel is a page of one pixel', async () => {
    const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(image(await ofFile(pixel)).raster).toMatchObject({ width: 1, height: 1 })
  })
})

const BITS = { kind: 'png', bits: 1 } as const

async function ofPdf(bytes: Uint8Array, { page = 1, minCoverage = 0, max = MAX } = {}): Promise<PageImage | NoImage> {
  const { images, close } = await openPdfPages(bytes, max)
  try {
    return await images.page(page, minCoverage)
  } finally {
    await close()
  }
}

describe('a page of a PDF', () => {
  it('that is one picture gives it pixel by pixel', async () => {
    const scan = quarter(1240, 1754, 150)
    const page = image(await ofPdf(scannedPdf([await sheetOf(scan, BITS)])))
    expect(page.raster).toMatchObject({ width: 1240, height: 1754, channels: 1 })
    expect(page.raster.dpi).toBeCloseTo(150, 1)
    expect(Buffer.compare(page.raster.data, scan.data)).toBe(0)
    expect(page.toPage[0]).toBeCloseTo(72 / 150, 4)
    const photo = image(await ofPdf(scannedPdf([await sheetOf(scan, { kind: 'jpeg', quality: 90 })])))
    expect(photo.raster).toMatchObject({ width: 1240, height: 1754, channels: 1 })
    expect(quarters(photo)).toBe('DLLL')
  })

  it('is turned as the page is', async () => {
    const file = scannedPdf([await sheetOf(quarter(1240, 1754, 150), BITS)])
    const turned = Buffer.from(file.toString('latin1').replace('/MediaBox', '/Rotate 90 /MediaBox'), 'latin1')
    const page = image(await ofPdf(turned))
    expect(page.raster).toMatchObject({ width: 1754, height: 1240 })
    expect(page.size.width).toBeCloseTo((1754 * 72) / 150, 1)
    expect(quarters(page)).toBe('LDLL')
  })

  it('is drawn at 300 dpi where it holds more than one picture, or one too coarse', async () => {
    const strips = await sheetOf(quarter(620, 877, 150), BITS, { strips: 100 })
    const coarse = await sheetOf(quarter(310, 438, 75), BITS)
    for (const sheet of [strips, coarse]) {
      const page = image(await ofPdf(scannedPdf([sheet])))
      expect(page.raster.width).toBeCloseTo(1240, -1)
      expect(page.raster.dpi).toBe(300)
      expect(quarters(page)).toBe('DLLL')
    }
  })

  it('of three metres is drawn as finely as its size allows', async () => {
    const file = Buffer.from(
      Buffer.from(tinyPdf([['Hop tac xa']]))
        .toString('latin1')
        .replace('595 842', '595 8504'),
      'latin1',
    )
    const { raster, size } = image(await ofPdf(file))
    expect(size.height).toBeCloseTo(8504, 0)
    expect(raster.width * raster.height).toBeLessThanOrEqual(50_100_000)
    expect(raster.height).toBeLessThanOrEqual(32_000)
    expect(raster.dpi).toBeGreaterThan(200)
  })

  it('says why it has no image', async () => {
    expect(await ofPdf(tinyPdf([[]]))).toMatchObject({ reason: 'empty' })
    expect(await ofPdf(tinyPdf([['Hop tac xa']]), { minCoverage: 0.5 })).toMatchObject({ reason: 'not-pictured' })
    const scan = scannedPdf([await sheetOf(quarter(1240, 1754, 150), BITS)])
    expect(await ofPdf(scan, { max: 1_000_000 })).toMatchObject({ reason: 'too-many-pixels' })
    expect(await ofPdf(scan, { page: 2 })).toMatchObject({ reason: 'damaged', size: null })
  })
})
