import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentsOf } from '../../../../src/read/ocr/prepare/components.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'

const image: fc.Arbitrary<Raster> = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    rows: fc.array(fc.nat({ max: 4095 }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ width, rows }) => ({
    data: Uint8Array.from({ length: width * rows.length }, (_, i) =>
      ((rows[Math.floor(i / width)] ?? 0) >> (i % width)) & 1 ? 0 : 255,
    ),
    width,
    height: rows.length,
    channels: 1,
    dpi: 300,
  }))

/** The same by painting from pixel to pixel: the areas of what hangs together, sorted. */
function paintedAreas({ data, width, height }: Raster): number[] {
  const seen = new Set<number>()
  const areas: number[] = []
  data.forEach((value, first) => {
    if (value >= 128 || seen.has(first)) return
    const reached = [first]
    seen.add(first)
    for (const at of reached)
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) {
          const [x, y] = [(at % width) + dx, Math.floor(at / width) + dy]
          const next = y * width + x
          if (x < 0 || x >= width || y < 0 || y >= height || (data[next] ?? 255) >= 128 || seen.has(next)) continue
          seen.add(next)
          reached.push(next)
        }
    areas.push(reached.length)
  })
  return areas.sort((one, other) => one - other)
}

describe('components', () => {
  it('are what hangs together, at corners too, and their runs are their pixels', () => {
    fc.assert(
      fc.property(image, page => {
        const { all, runsOf } = componentsOf(page, 128)
        expect(all.map(({ area }) => area).sort((one, other) => one - other)).toEqual(paintedAreas(page))
        const visited = all.map(() => 0)
        runsOf(
          () => true,
          (start, end, index) => {
            const { left, right, top, bottom } = all[index] ?? { left: 0, right: 0, top: 0, bottom: 0 }
            expect(start % page.width).toBeGreaterThanOrEqual(left)
            expect((end - 1) % page.width).toBeLessThanOrEqual(right)
            expect(Math.floor(start / page.width)).toBeGreaterThanOrEqual(top)
            expect(Math.floor(start / page.width)).toBeLessThanOrEqual(bottom)
            visited[index] = (visited[index] ?? 0) + end - start
          },
        )
        expect(visited).toEqual(all.map(({ area }) => area))
      }),
    )
  })
})
