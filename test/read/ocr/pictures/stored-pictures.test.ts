import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openPdfPages } from '../../../../src/read/ocr/pdf-page-images.ts'
import { withStandIns } from '../../../../src/read/ocr/pictures/stand-ins.ts'
import { storedPictures } from '../../../../src/read/ocr/pictures/stored-pictures.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { type ScannedSheet, scannedPdf } from '../../../tools/scans/image-pdf.ts'

const [WIDTH, HEIGHT] = [310, 437]

/** Samples that differ from pixel to pixel, smooth enough to be a photograph. */
const samples = (channels: 1 | 3): Buffer =>
  Buffer.from(
    Array.from({ length: WIDTH * HEIGHT * channels }, (_, i) => {
      const [x, y] = [Math.floor(i / channels) % WIDTH, Math.floor(i / channels / WIDTH)]
      return Math.round(128 + 100 * Math.sin(x / 40 + (i % channels)) * Math.cos(y / 30))
    }),
  )

/** A page of the size of the picture at 150 dpi. */
const pdfOf = (data: Buffer, dictionary: string, height = 1): Buffer => {
  const points = { width: (WIDTH * 72) / 150, height: (HEIGHT * 72) / 150 }
  const pictures = Array.from({ length: height }, (_, i) => ({
    ...{ data, dictionary, top: (i * points.height) / height, height: points.height / height },
  }))
  return scannedPdf([{ ...points, pictures, layer: [] } satisfies ScannedSheet])
}

const SIZE = `/Width ${WIDTH} /Height ${HEIGHT} /BitsPerComponent 8`
const GREY = `${SIZE} /ColorSpace /DeviceGray`
const COLOUR = `${SIZE} /ColorSpace /DeviceRGB`

const image = (channels: 1 | 3) => sharp(samples(channels), { raw: { width: WIDTH, height: HEIGHT, channels } })

/** The rows as they stand in a PNG, each with the predictor that the encoder chose for it. */
const predicted = async (channels: 1 | 3): Promise<Buffer> => {
  const png = await image(channels)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .png({ adaptiveFiltering: true })
    .toBuffer()
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return Buffer.concat(parts)
}

const parameters = (channels: number) =>
  `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /Columns ${WIDTH} >>`

const pageOf = async (file: Uint8Array): Promise<Raster> => {
  const { images, close } = await openPdfPages(file, 10_000_000)
  try {
    const found = await images.page(1, 0)
    if ('reason' in found) throw new Error(JSON.stringify(found))
    return found.raster
  } finally {
    await close()
  }
}

/** The word in a comment at its end has every picture of the file left to the library. */
const leftAlone = (file: Buffer): Buffer => Buffer.concat([file, Buffer.from('%/Encrypt\n')])

const largestDifference = (one: Raster, other: Raster): number =>
  one.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (other.data[i] ?? 0))), 0)

describe('a picture stored in a PDF', () => {
  it.each([
    ['grey', 1, 0, async () => pdfOf(deflateSync(samples(1)), `${GREY} /Filter /FlateDecode`)],
    ['colours', 3, 0, async () => pdfOf(deflateSync(samples(3)), `${COLOUR} /Filter [ /FlateDecode ]`)],
    ['grey with predictors', 1, 0, async () => pdfOf(await predicted(1), `${GREY} ${parameters(1)}`)],
    ['colours with predictors', 3, 0, async () => pdfOf(await predicted(3), `${COLOUR} ${parameters(3)}`)],
    [
      'a grey JPEG',
      1,
      3,
      async () => pdfOf(await image(1).toColourspace('b-w').jpeg().toBuffer(), `${GREY} /Filter /DCTDecode`),
    ],
    [
      'a JPEG in colours',
      3,
      6,
      async () =>
        pdfOf(
          await image(3).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
          `${COLOUR} /Filter /DCTDecode`,
        ),
    ],
  ] as const)('is decoded as the library does: %s', async (_, channels, difference, make) => {
    const file = await make()
    expect(storedPictures(file)).toHaveLength(1)
    const [own, library] = [await pageOf(file), await pageOf(leftAlone(file))]
    expect(own).toMatchObject({ width: WIDTH, height: HEIGHT, channels })
    expect(library).toMatchObject({ width: WIDTH, height: HEIGHT, channels })
    expect(largestDifference(own, library)).toBeLessThanOrEqual(difference)
  })

  it('is found where its length and its colours are told elsewhere', () => {
    const file = pdfOf(deflateSync(samples(1)), `${SIZE} /ColorSpace [/ICCBased 90 0 R] /Filter /FlateDecode`)
    const [length] = /\/Length \d+ >>\nstream\nx/.exec(file.toString('latin1')) ?? ['']
    const told = file.toString('latin1').replace(length, length.replace(/\d+/, '91 0 R'))
    const objects = `\n90 0 obj\n<< /N 1 /Length 0 >>\nstream\n\nendstream\nendobj\n91 0 obj\n${/\d+/.exec(length)}\nendobj\n`
    const [picture] = storedPictures(Buffer.from(told + objects, 'latin1'))
    expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT, channels: 1, packing: 'deflate' })
  })

  it.each([
    ['with a mask', `${GREY} /Filter /FlateDecode /SMask 9 0 R`],
    ['with samples that stand for others', `${GREY} /Filter /FlateDecode /Decode [1 0]`],
    ['packed twice', `${GREY} /Filter [/ASCII85Decode /FlateDecode]`],
    ['of an index of colours', `${SIZE} /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /Filter /FlateDecode`],
    [
      'with a predictor for another width',
      `${GREY} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns ${WIDTH + 1} >>`,
    ],
    ['of two levels', `/Width ${WIDTH} /Height ${HEIGHT} /BitsPerComponent 1 /ColorSpace /DeviceGray`],
    ['in inks', `${SIZE} /ColorSpace /DeviceCMYK /Filter /DCTDecode`],
  ])('is left to the library %s', (_, dictionary) => {
    expect(storedPictures(pdfOf(deflateSync(samples(1)), dictionary))).toEqual([])
  })

  it('that is not what its file says is read by the library', async () => {
    const half = deflateSync(samples(1).subarray(0, (WIDTH * HEIGHT) / 2))
    const cut = await pageOf(pdfOf(half, `${GREY} /Filter /FlateDecode`))
    expect(cut).toMatchObject({ width: WIDTH, height: HEIGHT })
    const colours = await image(3).jpeg().toBuffer()
    const inGrey = await pageOf(pdfOf(colours, `${GREY} /Filter /DCTDecode`))
    expect(inGrey).toMatchObject({ width: WIDTH, height: HEIGHT })
  })

  it('is drawn from the file itself where a page holds several', async () => {
    const page = await pageOf(pdfOf(deflateSync(Buffer.alloc(WIDTH * HEIGHT, 40)), `${GREY} /Filter /FlateDecode`, 3))
    expect(page.dpi).toBe(300)
    expect(page.data[(page.height >> 1) * page.width + (page.width >> 1)]).toBe(40)
  })

  it('is told from the others by its stand-in', () => {
    const dictionary = `${GREY} /Filter /FlateDecode`
    const file = pdfOf(deflateSync(samples(1)), dictionary, 12)
    const pictures = storedPictures(file)
    const standIns = withStandIns(file, pictures)
    expect(pictures).toHaveLength(12)
    expect(pictures.map((_, i) => standIns?.standsFor(i + 1, 3))).toEqual(pictures)
    expect(standIns?.standsFor(13, 3)).toBeUndefined()
    expect(standIns?.standsFor(1, HEIGHT)).toBeUndefined()
    expect(standIns?.bytes).toHaveLength(file.length)
  })

  it('is looked for in any bytes', () => {
    const file = pdfOf(deflateSync(samples(1)), `${GREY} /Filter /FlateDecode`)
    const dictionaryAt = file.indexOf('/Image')
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'<>[]()/ 0Rx\n') }),
        (place, text) => {
          const damaged = Buffer.from(file)
          damaged.write(text, dictionaryAt - 40 + place, 'latin1')
          for (const { stream, dictionary } of storedPictures(damaged)) {
            expect(dictionary.from).toBeLessThan(dictionary.to)
            expect(stream.from).toBeGreaterThan(dictionary.to)
            expect(stream.to).toBeLessThanOrEqual(damaged.length)
          }
        },
      ),
    )
  })
})
