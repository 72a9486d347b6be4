import { beforeAll, describe, expect, it } from 'vitest'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { imageRules } from '../../../../src/read/ocr/rules/image-rules.ts'
import { withoutRules } from '../../../../src/read/ocr/rules/without-rules.ts'
import { blankPage, difference, pageRaster, repainted } from '../../../support/page-raster.ts'

const isDark = (value: number | undefined) => (value ?? 255) < 128

describe('a page without its ruling lines', () => {
  let text: Raster
  let ruled: Raster
  beforeAll(async () => {
    text = await pageRaster('documents/lang-son-2020.pdf', 2, 300)
    ruled = repainted(text, (old, x, y) => {
      const isInside = x >= 100 && x < 2384 && y >= 100 && y < 3384
      return isInside && ((x - 100) % 760 < 4 || (y - 100) % 328 < 4) ? 0 : old
    })
  })

  /** Within a sixteenth of an inch. */
  const isNearText = (at: number): boolean => {
    for (let dy = -18; dy <= 18; dy++)
      for (let dx = -18; dx <= 18; dx++) if (isDark(text.data[at + dy * text.width + dx])) return true
    return false
  }

  it('has lost the lines, their corners and crossings, and nothing of the text beside them', () => {
    const cleared = withoutRules(ruled, imageRules(ruled))
    const apart = (page: Raster) =>
      page.data.filter((value, i) => isDark(value) && !isDark(text.data[i]) && !isNearText(i)).length
    expect(apart(ruled)).toBeGreaterThan(50_000)
    expect(apart(cleared)).toBe(0)
    const lost = cleared.data.filter((value, i) => !isDark(value) && isDark(text.data[i])).length
    const inked = text.data.filter(isDark).length
    expect(lost / inked).toBeLessThan(0.02)
  })

  it('keeps strokes whole that cross a line', () => {
    const crossed = repainted(blankPage(600, 300), (_, x, y) => {
      const isLine = y >= 150 && y < 154 && x >= 50 && x < 550
      const isStroke = x >= 300 && x < 306 && y >= 130 && y < 175
      return isLine || isStroke ? 0 : 255
    })
    const cleared = withoutRules(crossed, imageRules(crossed))
    const dark = cleared.data.filter(isDark).length
    expect(dark).toBeGreaterThanOrEqual(6 * 45)
    expect(dark).toBeLessThan(6 * 45 + 40)
  })

  it('is the page itself where there are none, and where they are too many', () => {
    const bare = { horizontal: [], vertical: [], crowded: false }
    expect(withoutRules(text, bare)).toBe(text)
    expect(withoutRules(ruled, { ...bare, crowded: true })).toBe(ruled)
    expect(difference(withoutRules(ruled, bare), ruled)).toBe(0)
  })
})
