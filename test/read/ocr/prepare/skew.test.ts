import { beforeAll, describe, expect, it } from 'vitest'
import { levelled } from '../../../../src/read/ocr/prepare/levelled.ts'
import { skewOf } from '../../../../src/read/ocr/prepare/skew.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { blankPage, pageRaster, repainted, scattered } from '../../../support/page-raster.ts'

const ANGLES = [-9, -4.2, -1.5, -0.3, 0, 0.2, 0.7, 2.1, 6.3]

describe('the slope of a page', () => {
  let text: Raster
  let table: Raster
  beforeAll(async () => {
    text = await pageRaster('documents/lang-son-2020.pdf', 1, 100)
    table = await pageRaster('annexes/annexes-ruled.pdf', 1, 100)
  })

  it.each(ANGLES)('is found to a tenth of a degree on text and on a table: %d', angle => {
    for (const page of [text, table]) {
      const sloping = levelled(page, -angle).raster
      expect(Math.abs(skewOf(sloping) - angle)).toBeLessThanOrEqual(0.1)
    }
  })

  it('is found on a page that holds two lines of text', () => {
    const few = repainted(text, (old, _, y) => (y > 0.3 * text.height && y < 0.36 * text.height ? old : 255))
    expect(Math.abs(skewOf(levelled(few, -3).raster) - 3)).toBeLessThanOrEqual(0.15)
  })

  it('is none on a page without lines', () => {
    const dots = repainted(blankPage(800, 1100), (_, x, y) => (scattered(x + 800 * y) < 0.01 ? 0 : 255))
    expect(skewOf(dots)).toBe(0)
    expect(skewOf(blankPage(800, 1100))).toBe(0)
    expect(skewOf(blankPage(800, 1100, 0))).toBe(0)
  })
})
