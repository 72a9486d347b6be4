import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved } from '../../../../src/read/ocr/prepare/affine.ts'
import { levelled } from '../../../../src/read/ocr/prepare/levelled.ts'
import { preparePage } from '../../../../src/read/ocr/prepare/prepare.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { blankPage, pageRaster, repainted } from '../../../support/page-raster.ts'

/** Sizes and contents that no office makes and somebody will send. */
const odd: fc.Arbitrary<Raster> = fc
  .record({
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
    channels: fc.constantFrom(1 as const, 3 as const),
    dpi: fc.constantFrom(1, 72, 150, 300, 600, 2400),
    content: fc.constantFrom('black', 'white', 'noise', 'stripes', 'bars'),
    seed: fc.nat(),
  })
  .map(({ width, height, channels, dpi, content, seed }) => {
    const shades: Record<typeof content, (at: number) => number> = {
      black: () => 0,
      white: () => 255,
      noise: at => (Math.imul(at + seed, 2_654_435_761) >>> 13) & 255,
      stripes: at => (Math.floor(at / channels / width) % 7 < 3 ? 0 : 255),
      bars: at => ((Math.floor(at / channels) % width) % 9 < 2 ? 20 : 240),
    }
    const data = Uint8Array.from({ length: width * height * channels }, (_, at) => shades[content](at))
    return { data, width, height, channels, dpi }
  })

describe('a prepared page', () => {
  it('is a grey image of sane size whatever comes in', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async page => {
        for (const { raster, toSource, steps } of await preparePage(page)) {
          expect(raster.channels).toBe(1)
          expect(raster.data.length).toBe(raster.width * raster.height)
          expect(raster.data.length).toBeLessThanOrEqual(4 * page.width * page.height)
          expect(toSource.every(Number.isFinite)).toBe(true)
          expect(new Set(steps).size).toBe(steps.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [1, 30_000],
    [10, 30_000],
    [30_000, 70],
  ])('comes of a strip of %d × %d pixels', async (width, height) => {
    for (const shade of [0, 128, 255]) {
      const [made] = await preparePage(blankPage(width, height, shade))
      expect(made?.raster.data.length).toBe(width * height)
    }
  })

  it('is the page itself where nothing is wrong with it', async () => {
    const page = await pageRaster('documents/lang-son-2020.pdf', 1, 300)
    const [made] = await preparePage(page)
    expect(made).toEqual({ raster: page, toSource: [1, 0, 0, 1, 0, 0], steps: [] })
  })

  it('has 300 pixels an inch where it was scanned finer, and leads back to the finer image', async () => {
    const page = await pageRaster('documents/lang-son-2020.pdf', 1, 300)
    const made = await preparePage({ ...page, dpi: 500 })
    expect(made[0]?.steps).toEqual(['scale 300 dpi'])
    expect(made[0]?.raster.width).toBe(Math.round(page.width * 0.6))
    const corner = moved(
      made[0]?.toSource ?? [0, 0, 0, 0, 0, 0],
      made[0]?.raster.width ?? 0,
      made[0]?.raster.height ?? 0,
    )
    expect(corner.map(Math.round)).toEqual([page.width, page.height])
    expect((await preparePage({ ...page, dpi: 2400 }))[0]?.raster.width).toBe(page.width)
  })

  it('knows where its pixels were in the image given', async () => {
    const page = await pageRaster('documents/lang-son-2020.pdf', 1, 200)
    const spots = [
      [130, 90],
      [1500, 100],
      [120, 2200],
      [1480, 2210],
    ] as const
    const spotted = repainted(page, (old, x, y) => (spots.some(([sx, sy]) => Math.hypot(x - sx, y - sy) < 9) ? 0 : old))
    const sloping = levelled(spotted, 2.4)
    const [made] = await preparePage(sloping.raster)
    if (made === undefined) throw new Error('no page')
    expect(made.steps).toEqual([expect.stringMatching(/^level -2\.[34]/)])
    for (const spot of spots) {
      const [x, y] = middleOfDiscNear(made.raster, spot)
      const [backX, backY] = moved(sloping.toSource, ...moved(made.toSource, x, y))
      expect(Math.hypot(backX - spot[0] - 0.5, backY - spot[1] - 0.5)).toBeLessThan(1.5)
    }
  })
})

/** The middle of mass of the ink within 25 pixels of a place. */
function middleOfDiscNear({ data, width }: Raster, [nearX, nearY]: readonly [number, number]): [number, number] {
  let [mass, sumX, sumY] = [0, 0, 0]
  for (let y = nearY - 25; y <= nearY + 25; y++)
    for (let x = nearX - 25; x <= nearX + 25; x++) {
      const ink = 255 - (data[y * width + x] ?? 255)
      mass += ink
      sumX += ink * (x + 0.5)
      sumY += ink * (y + 0.5)
    }
  return [sumX / mass, sumY / mass]
}
