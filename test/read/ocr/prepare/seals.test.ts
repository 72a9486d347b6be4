import { beforeAll, describe, expect, it } from 'vitest'
import { greyOf } from '../../../../src/read/ocr/prepare/grey.ts'
import { withoutSeals } from '../../../../src/read/ocr/prepare/seals.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { blankPage, difference, pageRaster } from '../../../support/page-raster.ts'

type Colour = readonly [red: number, green: number, blue: number]
const RED: Colour = [205, 40, 60]
const BLUE: Colour = [50, 70, 165]

/** A ring with a filled star in it, as round seals have it, printed over a page in a colour. */
function stamped(page: Raster, [middleX, middleY]: readonly [number, number], radius: number, ink: Colour): Raster {
  const data = new Uint8Array(page.data.length * 3)
  page.data.forEach((value, i) => {
    const [dx, dy] = [(i % page.width) - middleX, Math.floor(i / page.width) - middleY]
    const away = Math.hypot(dx, dy) / radius
    const isInked = (away < 1 && away > 0.93) || away < 0.35 + 0.15 * Math.sin(5 * Math.atan2(dy, dx))
    ink.forEach((channel, k) => {
      data[3 * i + k] = isInked ? (value * channel) / 255 : value
    })
  })
  return { ...page, data, channels: 3 }
}

describe('seals', () => {
  let page: Raster
  beforeAll(async () => {
    page = await pageRaster('documents/lang-son-2020.pdf', 1, 200)
  })

  it.each([
    ['red', RED],
    ['blue', BLUE],
  ])('in %s go, and the text beneath them stays', (_, ink) => {
    const seal = stamped(page, [800, 1000], 145, ink)
    const cleared = withoutSeals(seal, greyOf(seal))
    expect(difference(greyOf(seal), page, 160)).toBeGreaterThan(0.004)
    expect(difference(cleared, page, 160)).toBeLessThan(0.0003)
  })

  it('are told from numbers filled in with coloured ink, which stay', () => {
    const filledIn = stamped(blankPage(800, 800, 255, 200), [400, 400], 40, BLUE)
    const grey = greyOf(filledIn)
    expect(withoutSeals(filledIn, grey)).toBe(grey)
  })

  it('are not seen in the colour of the paper, nor in a page that is coloured throughout', () => {
    for (const paper of [
      [255, 215, 190],
      [200, 60, 60],
    ] satisfies Colour[]) {
      const tinted: Raster = {
        ...page,
        channels: 3,
        data: Uint8Array.from(
          { length: page.data.length * 3 },
          (_, i) => ((page.data[Math.floor(i / 3)] ?? 0) * (paper[i % 3] ?? 0)) / 255,
        ),
      }
      const grey = greyOf(tinted)
      expect(withoutSeals(tinted, grey)).toBe(grey)
    }
  })
})
