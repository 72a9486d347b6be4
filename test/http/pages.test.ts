import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import type { ScanPages } from '../../src/http/schemas.ts'
import { pagePictures } from '../../src/scan-pages/page-pictures.ts'
import { readingPool } from '../../src/work/pool/reading-pool.ts'
import { extractionOf } from '../support/extraction.ts'
import { openApp, settled, upload } from './support.ts'

const scan = (name: string) => Uint8Array.from(readFileSync(new URL(`../../fixtures/scans/${name}`, import.meta.url)))

/** A page half dark at its left, half light, as its file has it. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: '#000000' } },
      left: 0,
      top: 0,
    },
  ])

/** The server with one document in it, which is taken for read. */
const archived = async (
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  environment: Record<string, string> = {},
) => {
  const { app } = await openApp({
    environment,
    extract: async (content, name) => {
      const extraction = extractionOf(content, name)
      return { ok: true, extraction: { ...extraction, document: { ...extraction.document, mediaType } } }
    },
  })
  const id: string = (await upload(app, { scan: bytes })).json().documents[0].document.id
  await settled(app, id)
  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/v1/documents/${id}/pages${path}`, headers })
  return { app, id, ask }
}

describe('the pages of a scan', () => {
  test('have the size in points that boxes are measured in, each page of a TIFF its own picture', async () => {
    const { ask } = await archived(scan('lang-son-2020.clean.tif'), 'image/tiff')
    const { pages } = (await ask('')).json<ScanPages>()
    // A4 at 300 dpi
    expect(pages).toEqual([
      { width: 595.44, height: 841.92 },
      { width: 595.44, height: 841.92 },
    ])
    const [first, second] = [await ask('/1'), await ask('/2')]
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(first.rawPayload.equals(second.rawPayload)).toBe(false)
    const { format, width, height } = await sharp(first.rawPayload).metadata()
    expect(format).toBe('jpeg')
    expect((height ?? 0) / (width ?? 1)).toBeCloseTo(841.92 / 595.44, 2)
  })

  test('stand as their camera says', async () => {
    // orientation 6: the top of the picture is the right side of the file
    const turned = await halves(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { ask } = await archived(Uint8Array.from(turned), 'image/jpeg')
    const { pages } = (await ask('')).json<ScanPages>()
    const [page] = pages
    expect((page?.width ?? 0) / (page?.height ?? 1)).toBeCloseTo(400 / 600, 5)
    const { data, info } = await sharp((await ask('/1')).rawPayload)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([400, 600])
    // what is left in the file is above on the page
    expect(data[100 * 400 + 200]).toBeLessThan(30)
    expect(data[500 * 400 + 200]).toBeGreaterThan(225)
  })

  test('are made smaller where they are very large, and what is see-through is paper', async () => {
    const large = await sharp({ create: { width: 4000, height: 5200, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { ask } = await archived(Uint8Array.from(large), 'image/png')
    const { data, info } = await sharp((await ask('/1')).rawPayload)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([2000, 2600])
    expect(data[0]).toBeGreaterThan(250)
  })

  test('are kept by the browser, and asked for again only when they are others', async () => {
    const { ask } = await archived(Uint8Array.from(await halves(300, 400).png().toBuffer()), 'image/png')
    const first = await ask('/1')
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const tag = String(first.headers.etag)
    const again = await ask('/1', { 'if-none-match': tag })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
    const other = await ask('/1', { 'if-none-match': '"something else"' })
    expect(other.statusCode).toBe(200)
  })

  test('whose file ends early are shown as far as they go', async () => {
    const whole = await halves(1200, 1600).png({ compressionLevel: 0 }).toBuffer()
    const { ask } = await archived(Uint8Array.from(whole.subarray(0, whole.length / 2)), 'image/png')
    const answer = await ask('/1')
    expect([answer.statusCode, (await sharp(answer.rawPayload).metadata()).height]).toEqual([200, 1600])
  })
})

describe('there is no picture', () => {
  test.each([
    ['of a page that the scan does not have', '/3', 404, 'no-such-page'],
    ['of page 0', '/0', 400, 'invalid-request'],
    ['of something that is no number', '/x', 400, 'invalid-request'],
  ])('%s', async (_, path, status, code) => {
    const { ask } = await archived(scan('lang-son-2020.clean.tif'), 'image/tiff')
    const answer = await ask(path)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect([answer.headers.etag, answer.headers['cache-control']]).toEqual([undefined, 'no-store'])
  })

  test('of a document that is none, and the answer says what to do', async () => {
    const { ask } = await archived(new TextEncoder().encode('Năm 2019'), 'text/plain')
    for (const path of ['', '/1']) {
      const answer = await ask(path)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'no-page-pictures'])
      expect(answer.json().cure.en).toContain('/original')
    }
  })

  test('of a page with more pixels than the limit, nor is it decoded', async () => {
    const { ask } = await archived(Uint8Array.from(await halves(1200, 1000).png().toBuffer()), 'image/png', {
      TRICHLUC_MAX_PIXELS: '1000000',
    })
    const answer = await ask('/1')
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-many-pixels'])
    expect((await ask('')).statusCode).toBe(200)
  })

  test('of bytes that are no picture', async () => {
    const bytes = new TextEncoder().encode('\x89PNG\r\n\x1a\nnothing')
    const { ask } = await archived(bytes, 'image/png')
    for (const path of ['', '/1']) {
      const answer = await ask(path)
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'damaged-file'])
    }
  })

  test('of a document that is not there', async () => {
    const { app } = await openApp()
    const answer = await app.inject('/v1/documents/nothing/pages/1')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
  })
})

test('reading processes make the same pictures, and name the same problems', async () => {
  const pool = readingPool({ readers: 1 })
  onTestFinished(() => pool.close())
  const bytes = scan('lang-son-2020.clean.tif')
  const { measure, draw } = pool.pictures
  expect(await measure(bytes, DEFAULT_LIMITS)).toEqual(await pagePictures.measure(bytes, DEFAULT_LIMITS))
  const drawn = await Promise.all([1, 2, 3].map(page => draw(bytes, page, DEFAULT_LIMITS)))
  const direct = await Promise.all([1, 2, 3].map(page => pagePictures.draw(bytes, page, DEFAULT_LIMITS)))
  expect(drawn.map(each => (each.ok ? Buffer.from(each.picture) : each))).toEqual(
    direct.map(each => (each.ok ? Buffer.from(each.picture) : each)),
  )
})
