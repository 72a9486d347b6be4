import { describe, expect, it } from 'vitest'
import { isSideways, isUpsideDown } from '../../../../src/read/ocr/prepare/orientation.ts'
import { preparePage } from '../../../../src/read/ocr/prepare/prepare.ts'
import { type Quarters, quarterTurned } from '../../../../src/read/ocr/prepare/quarter-turn.ts'
import { overviewOf } from '../../../../src/read/ocr/prepare/resize.ts'
import { blankPage, difference, pageRaster, scattered } from '../../../support/page-raster.ts'

const PAGES = [
  ['documents/lang-son-2020.pdf', 1],
  ['documents/tinh-ke-hoach-2022-bang.pdf', 2],
  ['documents/tinh-ke-hoach-2022-bang.pdf', 4],
  ['documents/huyen-bao-cao-2017.pdf', 1],
  ['annexes/annexes-ruled.pdf', 2],
] as const

describe('the orientation of a page', () => {
  it.each(PAGES)('of %s, page %d, is found whichever way it was laid on the glass', async (file, number) => {
    const page = await pageRaster(file, number, 200)
    for (const quarters of [0, 1, 2, 3] satisfies Quarters[]) {
      const turned = quarterTurned(page, quarters)
      const [made] = await preparePage(turned.raster)
      if (made === undefined) throw new Error('no page')
      expect(made.steps.filter(step => step.startsWith('turn'))).toEqual(
        { 0: [], 1: ['turn 90', 'turn 180'], 2: ['turn 180'], 3: ['turn 90'] }[quarters],
      )
      expect(difference(made.raster, page)).toBe(0)
    }
  })

  it('is left alone where there are no letters to tell it by', async () => {
    const noise = {
      ...blankPage(1600, 2300),
      data: Uint8Array.from({ length: 1600 * 2300 }, (_, i) => (scattered(i) < 0.02 ? 0 : 255)),
    }
    for (const page of [blankPage(1600, 2300), blankPage(1600, 2300, 0), noise]) {
      expect(isSideways(await overviewOf(page))).toBe(false)
      expect(isUpsideDown(page)).toBe(false)
    }
  })
})

describe('a quarter turn', () => {
  it('goes clockwise, and its map leads back to the same pixel', () => {
    const page = { ...blankPage(3, 2), data: Uint8Array.from([1, 2, 3, 4, 5, 6]) }
    expect([...quarterTurned(page, 1).raster.data]).toEqual([4, 1, 5, 2, 6, 3])
    expect([...quarterTurned(page, 2).raster.data]).toEqual([6, 5, 4, 3, 2, 1])
    expect([...quarterTurned(page, 3).raster.data]).toEqual([3, 6, 2, 5, 1, 4])
    for (const quarters of [0, 1, 2, 3] satisfies Quarters[]) {
      const { raster, toSource } = quarterTurned(page, quarters)
      raster.data.forEach((value, i) => {
        const [x, y] = [(i % raster.width) + 0.5, Math.floor(i / raster.width) + 0.5]
        const [a, b, c, d, e, f] = toSource
        expect(page.data[Math.floor(b * x + d * y + f) * 3 + Math.floor(a * x + c * y + e)]).toBe(value)
      })
    }
  })
})
