import { beforeAll, describe, expect, it } from 'vitest'
import { withoutSpecks } from '../../../../src/read/ocr/prepare/speckle.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { difference, pageRaster, repainted, scattered } from '../../../support/page-raster.ts'

describe('specks', () => {
  let page: Raster
  beforeAll(async () => {
    page = await pageRaster('documents/lang-son-2020.pdf', 1, 300)
  })

  it('go, and every dot, comma and mark of the text stays', () => {
    const specked = repainted(page, (old, x, y) => (scattered(x + page.width * y) < 0.002 ? 20 : old))
    const cleared = withoutSpecks(specked)
    const lost = cleared.data.filter((value, i) => value >= 128 && (page.data[i] ?? 255) < 128).length
    expect(lost).toBe(0)
    expect(difference(cleared, page)).toBeLessThan(0.2 * difference(specked, page))
  })

  it('are not looked for where the page is clean', () => {
    expect(withoutSpecks(page)).toBe(page)
  })

  it('of a millimetre go where no letter is near', () => {
    const isMargin = (x: number, y: number) => x < 130 || y > page.height - 150
    const spots = new Set<number>()
    for (let i = 0; i < 1000; i++)
      spots.add(
        Math.floor(scattered(i) * (page.width / 9 - 1)) + 1000 * Math.floor(scattered(i + 999) * (page.height / 9)),
      )
    const spotted = repainted(page, (old, x, y) =>
      isMargin(x, y) && spots.has(Math.floor(x / 9) + 1000 * Math.floor(y / 9)) && (x % 9) * (y % 9) > 0 ? 0 : old,
    )
    expect(difference(withoutSpecks(spotted), page)).toBeLessThan(0.5 * difference(spotted, page))
  })
})
