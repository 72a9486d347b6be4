import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageGrids } from '../../../../src/read/ocr/cells/image-grids.ts'
import { levelled } from '../../../../src/read/ocr/prepare/levelled.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { imageRules } from '../../../../src/read/ocr/rules/image-rules.ts'
import { blankPage, pageRaster, repainted, scattered } from '../../../support/page-raster.ts'

const gridsOf = (page: Raster) =>
  imageGrids(imageRules(page), page.dpi).map(
    ({ xs, ys, cells }) => `${ys.length - 1} × ${xs.length - 1}: ${cells.length}`,
  )

describe('the ruling lines of a page image', () => {
  let table: Raster
  let text: Raster
  beforeAll(async () => {
    table = await pageRaster('documents/tinh-ke-hoach-2022-bang.pdf', 4, 300)
    text = await pageRaster('documents/tinh-ke-hoach-2022-bang.pdf', 2, 300)
  })

  it('draw the cells of a table', () => {
    expect(gridsOf(table)).toEqual(['19 × 10: 190'])
  })

  it.each([
    ['faint', (page: Raster) => repainted(page, old => 190 + (old * 65) / 255)],
    [
      'broken, with a twenty-fifth of their ink gone',
      (page: Raster) => repainted(page, (old, x, y) => (scattered((x >> 3) + 4000 * (y >> 3)) < 0.04 ? 255 : old)),
    ],
    [
      'noisy',
      (page: Raster) => repainted(page, (old, x, y) => old * 0.9 + 20 + 30 * (scattered(x + page.width * y) - 0.5)),
    ],
    ['left sloping by a fifth of a degree', (page: Raster) => levelled(page, 0.2).raster],
    [
      'bent by a millimetre, as paper that does not lie flat',
      (page: Raster) =>
        repainted(page, (_, x, y) => page.data[Math.round(y + 6 * Math.sin(x / 500)) * page.width + x] ?? 255),
    ],
  ] as const)('are found where they are %s', (_, damage) => {
    expect(gridsOf(damage(table))).toEqual(['19 × 10: 190'])
  })

  it('are not seen in letters, in a ring or in a picture', () => {
    const ring = repainted(blankPage(900, 900), (_, x, y) =>
      Math.abs(Math.hypot(x - 450, y - 450) - 210) < 3 ? 0 : 255,
    )
    const picture = repainted(blankPage(900, 900), (_, x, y) => 255 * scattered((x >> 2) + 1000 * (y >> 2)))
    for (const page of [text, ring, picture])
      expect(imageRules(page)).toEqual({ horizontal: [], vertical: [], crowded: false })
  })

  it('lie where they were drawn', () => {
    const line = fc.record({
      at: fc.integer({ min: 20, max: 470 }),
      from: fc.integer({ min: 10, max: 60 }),
      length: fc.integer({ min: 150, max: 420 }),
      thickness: fc.integer({ min: 1, max: 8 }),
      isUpright: fc.boolean(),
    })
    fc.assert(
      fc.property(line, ({ at, from, length, thickness, isUpright }) => {
        const page = repainted(blankPage(500, 500), (_, x, y) => {
          const [along, across] = isUpright ? [y, x] : [x, y]
          return along >= from && along < from + length && across >= at && across < at + thickness ? 0 : 255
        })
        const { horizontal, vertical } = imageRules(page)
        const [found, others] = isUpright ? [vertical, horizontal] : [horizontal, vertical]
        expect(found).toEqual([{ at: at + thickness / 2, from, to: from + length }])
        expect(others).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('are read off any image in time', () => {
    for (const page of [
      blankPage(1, 1, 0),
      blankPage(3, 20_000, 0),
      blankPage(2000, 2000, 0),
      repainted(blankPage(2000, 2000), (_, x, y) => ((x + y) % 2 === 0 ? 0 : 255)),
      repainted(blankPage(2000, 2000), (_, x, y) => (y % 4 === 0 && x % 20 > 2 ? 0 : 255)),
      repainted(blankPage(2000, 2000), (_, x, y) => (x % 6 === 0 || y % 6 === 0 ? 0 : 255)),
    ]) {
      const started = performance.now()
      imageRules(page)
      expect(performance.now() - started).toBeLessThan(5000)
    }
  })
})
