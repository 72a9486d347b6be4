import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { plainTiff } from '../../../src/read/ocr/plain-tiff.ts'
import type { Raster } from '../../../src/read/ocr/raster.ts'

const fileOf = (raster: Raster): Buffer => {
  const { before, after } = plainTiff(raster)
  return Buffer.concat([before, raster.data, after])
}

describe('an image as a plain TIFF', () => {
  it('is the same image, sample by sample, with its resolution', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 70, max: 1200 }),
        fc.uint8Array({ minLength: 1600, maxLength: 1600 }),
        async (width, height, dpi, samples) => {
          const data = samples.subarray(0, width * height)
          const file = fileOf({ data, width, height, channels: 1, dpi })
          const read = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
          expect(read.info).toMatchObject({ width, height, channels: 1 })
          expect(Buffer.compare(read.data, data)).toBe(0)
          expect((await sharp(file).metadata()).density).toBe(dpi)
        },
      ),
      { numRuns: 60 },
    ))

  it('has one channel', () => {
    const colour: Raster = { data: new Uint8Array(3), width: 1, height: 1, channels: 3, dpi: 300 }
    expect(() => plainTiff(colour)).toThrow(RangeError)
  })
})
