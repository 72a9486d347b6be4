import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictureOf } from '../../../../src/read/ocr/prepare/resize.ts'
import { withoutShowThrough } from '../../../../src/read/ocr/prepare/show-through.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { difference, pageRaster, repainted } from '../../../support/page-raster.ts'

describe('what shows through from the back', () => {
  let page: Raster
  let back: Raster
  beforeAll(async () => {
    page = await pageRaster('documents/lang-son-2020.pdf', 1, 300)
    const other = await pageRaster('documents/lang-son-2020.pdf', 2, 300)
    const soft = await pictureOf(other).flop().blur(2).toColourspace('b-w').raw().toBuffer()
    back = { ...other, data: new Uint8Array(soft) }
  })

  it('goes, and the text stays', () => {
    const shown = repainted(page, (old, x, y) =>
      Math.min(old, 250 - (255 - (back.data[y * page.width + x] ?? 255)) * 0.4),
    )
    const single = withoutShowThrough(shown)
    const shadows = (seen: Raster) => seen.data.filter((value, i) => value < 200 && page.data[i] === 255).length
    expect(shadows(shown)).toBeGreaterThan(100_000)
    expect(shadows(single)).toBeLessThan(1000)
    expect(difference(single, page, 100)).toBeLessThan(0.001)
  })

  it('is told from faint printing beside dark', () => {
    const half = repainted(page, (old, _, y) => (y > page.height / 2 ? 160 + (old * 95) / 255 : old))
    expect(withoutShowThrough(half)).toBe(half)
    expect(withoutShowThrough(page)).toBe(page)
  })

  it('is told from faint printing that the scanner has blurred as it blurred the dark', async () => {
    const half = repainted(page, (old, _, y) => (y > page.height / 2 ? 160 + (old * 95) / 255 : old))
    const blurred = await sharp(half.data, { raw: { width: page.width, height: page.height, channels: 1 } })
      .blur(1.2)
      .toColourspace('b-w')
      .raw()
      .toBuffer()
    const scanned = { ...half, data: new Uint8Array(blurred) }
    expect(withoutShowThrough(scanned)).toBe(scanned)
  })
})
