import { beforeAll, describe, expect, it } from 'vitest'
import { withoutBorders } from '../../../../src/read/ocr/prepare/borders.ts'
import { preparePage } from '../../../../src/read/ocr/prepare/prepare.ts'
import { overviewOf } from '../../../../src/read/ocr/prepare/resize.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { blankPage, difference, onGlass, pageRaster, repainted, scattered } from '../../../support/page-raster.ts'

const DPI = 100

const bared = async (page: Raster): Promise<Raster> => withoutBorders(page, await overviewOf(page)).grey

describe('black around a page', () => {
  let pages: Raster[]
  beforeAll(async () => {
    pages = [
      await pageRaster('documents/lang-son-2020.pdf', 1, DPI),
      await pageRaster('annexes/annexes-ruled.pdf', 2, DPI),
    ]
  })

  it.each([
    [40, 0],
    [90, 0.01],
    [60, -0.04],
  ])('of %d pixels, sloping by %d, goes, and all of the text stays', async (margin, slope) => {
    for (const page of pages) {
      const glass = onGlass(page, margin, slope)
      const negative = onGlass({ ...page, data: page.data.map(value => 255 - value) }, margin, slope)
      const bare = await bared(glass)
      let [lost, black] = [0, 0]
      glass.data.forEach((value, i) => {
        const isText = value < 128 && (negative.data[i] ?? 0) > 127
        if (isText && bare.data[i] !== value) lost++
        if (!isText && (bare.data[i] ?? 255) < 128) black++
      })
      expect(lost).toBe(0)
      expect(black).toBeLessThan(0.0002 * glass.data.length)
    }
  })

  it('goes where only a corner or one side is black', async () => {
    const [page] = pages
    if (page === undefined) throw new Error('no page')
    const corner = repainted(page, (old, x, y) => (x + y < 100 ? 30 : old))
    const side = repainted(page, (old, x, y) => (x < 15 + 6 * scattered(y >> 3) ? 30 : old))
    for (const seen of [corner, side]) expect(difference(await bared(seen), page)).toBe(0)
  })

  it('is not seen in ink that runs off the paper, nor in what is dark within it', async () => {
    const [text, table] = pages
    if (text === undefined || table === undefined) throw new Error('no page')
    const cropped = repainted(
      blankPage(table.width - 170, table.height, 255, DPI),
      (_, x, y) => table.data[y * table.width + x + 85] ?? 255,
    )
    const photo = repainted(text, (old, x, y) => (x > 260 && x < 460 && y > 200 && y < 400 ? 40 : old))
    for (const seen of [text, table, cropped, photo]) expect(await bared(seen)).toBe(seen)
  })

  it('is not seen in paper that lies in shadow up to the edge', async () => {
    for (const page of pages) {
      const shaded = repainted(page, (old, x) => old * (0.45 + 0.55 * Math.min(1, x / 300)))
      expect(await bared(shaded)).toBe(shaded)
    }
  })

  it('is the page where it is nearly all of it', async () => {
    for (const seen of [blankPage(800, 1100, 0), repainted(pages[0] ?? blankPage(1, 1), old => 255 - old)])
      expect(await bared(seen)).toBe(seen)
  })

  it('is named among the steps', async () => {
    const [made] = await preparePage(onGlass(pages[0] ?? blankPage(1, 1), 90, 0))
    expect(made?.steps).toEqual(['borders'])
  })
})
