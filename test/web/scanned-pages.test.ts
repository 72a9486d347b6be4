import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Box } from '../../src/contract/index.ts'
import { scannedPdf } from '../tools/scans/image-pdf.ts'
import { ScanTruth } from '../tools/scans/truth.ts'
import { noChromium } from './browser.ts'
import { drawn, mark, openSheets, record, type Sheets, select, told } from './open-sheets.ts'

let sheets: Sheets
beforeAll(async () => {
  if (!noChromium) sheets = await openSheets()
})
afterAll(() => sheets?.close())

const SCANS = new URL('../../fixtures/scans/', import.meta.url)

/** Pixels that two pictures are compared at. */
const SAME_SIZE = { width: 64, height: 24, fit: 'fill' } as const

const greys = async (picture: Sharp): Promise<number[]> => [
  ...(await picture.flatten({ background: '#fff' }).greyscale().resize(SAME_SIZE).raw().toBuffer()),
]

/** Pixels of a scan, about 3 points; the first is none. */
const SHIFTS = [0, -12, 12].flatMap(x => [0, -12, 12].map(y => [x, y] as const))

/** How two pictures agree: 1 where they are the same, about 0 where they have nothing to do with each other. */
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length
  const [ma, mb] = [mean(a), mean(b)]
  const sum = (of: (x: number, y: number) => number) =>
    a.reduce((total, x, i) => total + of(x - ma, (b[i] ?? 0) - mb), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum(x => x * x) * sum((_, y) => y * y))
}

/** What is seen of the paper behind a mark. */
const behind = async (page: Page, id: string): Promise<Sharp> => {
  const place = await page.locator(`[data-records="${id}"]`).boundingBox()
  if (place === null) throw new Error('the mark is not seen')
  await page.evaluate("document.querySelectorAll('.sheet-mark').forEach(mark => { mark.hidden = true })")
  // The ink alone, without the two pixels around it.
  const clip = { x: place.x + 2, y: place.y + 2, width: place.width - 4, height: place.height - 4 }
  const shot = await page.screenshot({ clip })
  await page.evaluate("document.querySelectorAll('.sheet-mark').forEach(mark => { mark.hidden = false })")
  return sharp(shot)
}

describe.skipIf(noChromium)('the pages of scans (need Chromium)', () => {
  const scans: readonly (readonly [string, string, string, number, number])[] = [
    ['lang-son-2020.skewed-1.jpg', 'lang-son-2020.skewed', 'image/jpeg', 1, 1],
    ['krong-nang-2021-2025-bang.turned-2.png', 'krong-nang-2021-2025-bang.turned', 'image/png', 2, 1],
    ['lang-son-2020.clean.tif', 'lang-son-2020.clean', 'image/tiff', 2, 2],
  ]
  test.each(scans)('%s: marks stand on the ink of their numbers', async (file, name, mediaType, number, shownAs) => {
    const truth = ScanTruth.parse(JSON.parse(readFileSync(new URL(`${name}.json`, SCANS), 'utf8'))).pages[number - 1]
    if (truth === undefined) throw new Error('the scan has no such page')
    const bytes = Uint8Array.from(readFileSync(new URL(file, SCANS)))
    const page = await sheets.open({ bytes, mediaType, pages: shownAs }, { width: 3000, height: 1600 })
    await drawn(page)
    const points = 72 / truth.dpi
    const words = truth.words.filter(({ text }) => /^\d[\d.]{2,}$/.test(text)).slice(0, 5)
    expect(words.length).toBe(5)
    await mark(
      page,
      words.map(({ text, box }, i) => record(`o${i}`, shownAs, box.map(px => px * points) as unknown as Box, text)),
    )
    for (const [i, { text, box }] of words.entries()) {
      await select(page, `o${i}`)
      await page.locator('.sheet-mark[aria-current]').waitFor()
      await drawn(page, shownAs)
      const [left, top, right, bottom] = box.map(Math.round) as [number, number, number, number]
      const seen = await greys(await behind(page, `o${i}`))
      const shifted = await Promise.all(
        SHIFTS.map(async ([x, y]) => {
          const part = { left: left + x, top: top + y, width: right - left, height: bottom - top }
          return correlation(seen, await greys(sharp(bytes, { page: shownAs - 1 }).extract(part)))
        }),
      )
      expect(shifted[0], `${text} at ${box}`).toBeGreaterThan(0.5)
      expect(shifted[0], `${text} at ${box}`).toBe(Math.max(...shifted))
    }
  })

  test('the mouse draws a box at once and asks with a click, a finger scrolls', async () => {
    const bytes = Uint8Array.from(readFileSync(new URL('lang-son-2020.skewed-1.jpg', SCANS)))
    const page = await sheets.open({ bytes, mediaType: 'image/jpeg', pages: 1 })
    await drawn(page)
    const sheet = await page.locator('.sheet').boundingBox()
    if (sheet === null) throw new Error('no page')
    const scale = sheet.width / 595.44
    await page.mouse.move(sheet.x + 100 * scale, sheet.y + 120 * scale)
    await page.mouse.down()
    await page.mouse.move(sheet.x + 160 * scale, sheet.y + 140 * scale, { steps: 3 })
    await page.mouse.up()
    const [place] = (await told(page)).boxes
    expect(place).toEqual({
      page: 1,
      box: [expect.closeTo(100, 0), expect.closeTo(120, 0), expect.closeTo(160, 0), expect.closeTo(140, 0)],
    })
    expect((await told(page)).numerals).toEqual([])
    await page.mouse.click(sheet.x + 50 * scale, sheet.y + 40 * scale)
    expect((await told(page)).boxes).toEqual([place, null])
    expect((await told(page)).numerals).toEqual([
      { page: 1, at: { point: [expect.closeTo(50, 0), expect.closeTo(40, 0)] } },
    ])
    expect(await page.evaluate("getComputedStyle(document.querySelector('.sheet-draw')).touchAction")).toBe('auto')
  })
})

const SIDE = 64

/** A black square in the middle of white paper. */
const square = () => {
  const isInk = (at: number): boolean => at >= SIDE / 4 && at < (3 * SIDE) / 4
  const samples = Array.from({ length: SIDE * SIDE }, (_, i) =>
    isInk(i % SIDE) && isInk(Math.floor(i / SIDE)) ? 0 : 255,
  )
  return sharp(Uint8Array.from(samples), { raw: { width: SIDE, height: SIDE, channels: 1 } })
}

/** The bits of the only strip of a TIFF, as CCITT T.6 codes them. */
const group4 = async (): Promise<Buffer> => {
  // In a TIFF of this kind 0 is ink, and the codes are those of its bits: what is to be coded as ink must be 1.
  const tiff = await square()
    .toColourspace('b-w')
    .threshold()
    .negate()
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer()
  const directory = tiff.readUInt32LE(4)
  const tags = new Map(
    Array.from({ length: tiff.readUInt16LE(directory) }, (_, i) => {
      const at = directory + 2 + 12 * i
      const short = tiff.readUInt16LE(at + 2) === 3
      return [tiff.readUInt16LE(at), short ? tiff.readUInt16LE(at + 8) : tiff.readUInt32LE(at + 8)]
    }),
  )
  const offset = tags.get(273) ?? 0
  return tiff.subarray(offset, offset + (tags.get(279) ?? 0))
}

const uint32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i)
  return bytes
}

/** A segment of JBIG2 on page 1 (ISO/IEC 14492, 7.2). */
const segment = (number: number, type: number, data: Buffer): Buffer =>
  Buffer.concat([uint32(number), Buffer.from([type, 0, 1]), uint32(data.length), data])

/** A page of one generic region that is coded as T.6 codes it. */
const jbig2 = async (): Promise<Buffer> =>
  Buffer.concat([
    segment(0, 48, Buffer.concat([uint32(SIDE, SIDE, 0, 0), Buffer.from([0, 0, 0])])),
    segment(1, 38, Buffer.concat([uint32(SIDE, SIDE, 0, 0), Buffer.from([0, 1]), await group4()])),
  ])

/** The square as JPEG 2000, which nothing here can write. */
const JPX =
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAQAAAAEAAAQcHAAAAAAAPY29scgEAAAAAABEAAAHAanAyY/9P/1EAKQAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAAAQcBAf9SAAwAAAABAAIEBAAB/1wACkBASEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAABSAAB/5PfZTgpIgSCjG6pQY9k/Zz0qVoQsgn2eMs1gqAj2MrY+/2i/f8YjUAAGEM1i2uvAZesoX81nKRf2Ps+L7HREaVIZmbP5+4R7BGAIWlpSOs8wg7p920wr7LTePHgGA8R8IlTD7wfCD0z4zzsJPMyChfI4eUZuev8zbOj/dgAsTZ9eig0K0HR2GvM1HSlywiG4sRxGNKIj7lpEncpzDxhDbvPmMT6T0PjGnLTWvtbYEp7wJiAVtkxFQSCnv33tO9u7S5C3N7w4jxjNxVqPv7Yx6OqGzETAcCIKzDJMaVDiiTLowINkWST7AO77UvPmPz5j0PmFrWgAJg85tni8jE+3LBRUmuaywxRx+EioDkksGw1s0+WOKfabImdS5go3MnlgmyKF5F/BUhF/MXrVnKhGd+UA/w6XT+bgxMbYv/Z'

const TWO_LEVELS = '/BitsPerComponent 1'
const GREY = '/BitsPerComponent 8'
const FAX = `/DecodeParms << /K -1 /Columns ${SIDE} /Rows ${SIDE} >>`

describe.skipIf(noChromium)('a PDF of scans is drawn under the content security policy (needs Chromium)', () => {
  const coded: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
    ['JPEG', () => square().toColourspace('b-w').jpeg().toBuffer(), `${GREY} /Filter /DCTDecode`],
    ['CCITT group 4', group4, `${TWO_LEVELS} /Filter /CCITTFaxDecode ${FAX}`],
    ['JBIG2', jbig2, `${TWO_LEVELS} /Filter /JBIG2Decode`],
    ['JPEG 2000', async () => Buffer.from(JPX, 'base64'), `${GREY} /Filter /JPXDecode`],
  ]
  test.each(coded)('coded as %s', async (_, encode, filter) => {
    const dictionary = `/Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceGray ${filter}`
    const picture = { data: await encode(), dictionary, top: 0, height: 400 }
    const bytes = Uint8Array.from(scannedPdf([{ width: 400, height: 400, pictures: [picture], layer: [] }]))
    const page = await sheets.open({ bytes, mediaType: 'application/pdf', pages: 1 })
    await drawn(page)
    const shot = sharp(await page.locator('.sheet').screenshot()).greyscale()
    const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) =>
      data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels]
    expect([at(0.5, 0.5), at(0.3, 0.3), at(0.7, 0.7)].every(grey => (grey ?? 255) < 60)).toBe(true)
    expect([at(0.15, 0.5), at(0.5, 0.15), at(0.85, 0.85)].every(grey => (grey ?? 0) > 200)).toBe(true)
  })
})
