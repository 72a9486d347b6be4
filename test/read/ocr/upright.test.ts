import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moved } from '../../../src/read/ocr/prepare/affine.ts'
import type { Affine, Raster } from '../../../src/read/ocr/raster.ts'
import { upright } from '../../../src/read/ocr/upright.ts'

/** The eight ways in which a page may show a picture along its axes, ten points a pixel. */
const ways = (width: number, height: number): Affine[] => {
  const scale = 10
  return [1, -1].flatMap(x =>
    [1, -1].flatMap((y): Affine[] => {
      const left = (side: number) => (x > 0 ? 0 : side * scale)
      const top = (side: number) => (y > 0 ? 0 : side * scale)
      return [
        [x * scale, 0, 0, y * scale, left(width), top(height)],
        [0, y * scale, x * scale, 0, left(height), top(width)],
      ]
    }),
  )
}

it('a picture stands as the page shows it, and each pixel stays at its place on the page', () => {
  const picture = fc
    .record({
      width: fc.integer({ min: 1, max: 6 }),
      height: fc.integer({ min: 1, max: 6 }),
      channels: fc.constantFrom(1, 3),
    })
    .map(({ width, height, channels }): Raster => {
      const data = Uint8Array.from({ length: width * height * channels }, (_, i) => i)
      return { data, width, height, channels: channels as 1 | 3, dpi: 300 }
    })
  fc.assert(
    fc.property(picture, fc.nat(7), (image, way) => {
      const toPage = ways(image.width, image.height)[way] as Affine
      const made = upright(image, toPage)
      const [a, b, c, d] = made.toPage
      expect([a > 0, b, c, d > 0]).toEqual([true, 0, 0, true])
      expect(made.raster.data).toHaveLength(image.data.length)
      for (let y = 0; y < image.height; y++)
        for (let x = 0; x < image.width; x++) {
          const place = moved(toPage, x + 0.5, y + 0.5)
          const column = Math.floor((place[0] - made.toPage[4]) / a)
          const row = Math.floor((place[1] - made.toPage[5]) / d)
          const at = (row * made.raster.width + column) * image.channels
          const from = (y * image.width + x) * image.channels
          expect([...made.raster.data.subarray(at, at + image.channels)]).toEqual([
            ...image.data.subarray(from, from + image.channels),
          ])
        }
    }),
  )
})
