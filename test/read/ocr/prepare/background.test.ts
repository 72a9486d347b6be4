import { beforeAll, describe, expect, it } from 'vitest'
import { evenerOf } from '../../../../src/read/ocr/prepare/background.ts'
import { overviewOf } from '../../../../src/read/ocr/prepare/resize.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { difference, pageRaster, repainted } from '../../../support/page-raster.ts'

describe('the paper of a page', () => {
  let page: Raster
  beforeAll(async () => {
    page = await pageRaster('documents/lang-son-2020.pdf', 1, 200)
  })

  it('is left alone where it is white', async () => {
    expect(evenerOf(await overviewOf(page))(page)).toBe(page)
  })

  it('comes out white where it lay in the shadow of a fold and in slanting light, with its text', async () => {
    const shaded = repainted(
      page,
      (old, x, y) => (old * 0.85 + 20) * (0.35 + 0.65 * Math.min(1, x / 330)) * (1 - 0.3 * (y / page.height)),
    )
    expect(difference(shaded, page, 160)).toBeGreaterThan(0.05)
    const even = evenerOf(await overviewOf(shaded))(shaded)
    expect(difference(even, page, 160)).toBeLessThan(0.004)
  })
})
