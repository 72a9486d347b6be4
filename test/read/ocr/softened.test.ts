import { describe, expect, it } from 'vitest'
import { softened } from '../../../src/read/ocr/softened.ts'
import { blankPage, pageRaster, repainted } from '../../support/page-raster.ts'

/** How much neighbours in a row differ at the most. */
const steepest = (data: Uint8Array): number => {
  let most = 0
  for (let i = 1; i < data.length; i++) most = Math.max(most, Math.abs((data[i] ?? 0) - (data[i - 1] ?? 0)))
  return most
}
const inkOf = (data: Uint8Array): number => data.filter(value => value < 128).length

describe('a page before it is recognised', () => {
  it('has soft edges, and as much ink in the same place', async () => {
    const page = await pageRaster('documents/lang-son-2020.pdf', 1, 300)
    const crisp = repainted(page, old => (old < 128 ? 0 : 255))
    const soft = await softened(crisp)
    expect([soft.width, soft.height, soft.dpi]).toEqual([crisp.width, crisp.height, crisp.dpi])
    expect(steepest(soft.data)).toBeLessThan(0.5 * steepest(crisp.data))
    expect(Math.abs(inkOf(soft.data) / inkOf(crisp.data) - 1)).toBeLessThan(0.1)
    const half = crisp.width * Math.floor(crisp.height / 2)
    expect(Math.abs(inkOf(soft.data.slice(0, half)) / inkOf(crisp.data.slice(0, half)) - 1)).toBeLessThan(0.1)
  })

  it('stays as it is where its letters are small, or where it has none', async () => {
    const small = await pageRaster('documents/lang-son-2020.pdf', 1, 96)
    expect(await softened(small)).toBe(small)
    const blank = blankPage(600, 800)
    expect(await softened(blank)).toBe(blank)
  })
})
