import { beforeAll, describe, expect, it } from 'vitest'
import { moved } from '../../../../src/read/ocr/prepare/affine.ts'
import { evenerOf } from '../../../../src/read/ocr/prepare/background.ts'
import { gutterOf } from '../../../../src/read/ocr/prepare/facing.ts'
import { levelled } from '../../../../src/read/ocr/prepare/levelled.ts'
import { preparePage } from '../../../../src/read/ocr/prepare/prepare.ts'
import { quarterTurned } from '../../../../src/read/ocr/prepare/quarter-turn.ts'
import type { Raster } from '../../../../src/read/ocr/raster.ts'
import { imageRules } from '../../../../src/read/ocr/rules/image-rules.ts'
import { withoutRules } from '../../../../src/read/ocr/rules/without-rules.ts'
import {
  blankPage,
  difference,
  onGlass,
  pageCount,
  pageRaster,
  repainted,
  scattered,
} from '../../../support/page-raster.ts'

const DPI = 120

/** Two pages on one glass, the second beside the first. */
function beside(one: Raster, other: Raster): Raster {
  const height = Math.max(one.height, other.height)
  const page = blankPage(one.width + other.width, height, 255, one.dpi)
  const shade = ({ data, width, height: rows }: Raster, x: number, y: number) => (y < rows ? data[y * width + x] : 255)
  return repainted(page, (_, x, y) => (x < one.width ? shade(one, x, y) : shade(other, x - one.width, y)) ?? 255)
}

/** The fold of a thick book, lit from the right: a black line, and a shadow of 15 mm that grows toward it. */
const withFold = (spread: Raster): Raster =>
  repainted(spread, (old, x) => {
    const away = (x - spread.width / 2) / spread.dpi
    if (Math.abs(away) < 0.03) return 25
    return old * (away < 0 ? Math.min(1, 0.45 - away) : Math.min(1, 0.6 + away))
  })

/** A shade of grey added at random to each sample. */
const grained = (page: Raster): Raster =>
  repainted(page, (old, x, y) => 0.9 * old + 24 * (scattered(y * page.width + x) - 0.5))

describe('two facing pages on one scan', () => {
  let left: Raster
  let right: Raster
  beforeAll(async () => {
    left = await pageRaster('documents/lang-son-2020.pdf', 2, DPI)
    right = await pageRaster('documents/lang-son-2020.pdf', 3, DPI)
  })

  it('come as two, the left one first, each with all of its ink', async () => {
    const made = await preparePage(beside(left, right))
    expect(made.map(({ steps }) => steps)).toEqual([['facing'], ['facing']])
    for (const [i, page] of [left, right].entries()) {
      const { raster, toSource } = made[i] ?? { raster: page, toSource: [1, 0, 0, 1, 0, 0] as const }
      const seen = repainted(page, (_, x, y) => {
        const [fromX, fromY] = [x - toSource[4] + i * left.width, y - toSource[5]]
        return fromX >= 0 && fromX < raster.width ? (raster.data[fromY * raster.width + fromX] ?? 255) : 255
      })
      expect(difference(seen, page)).toBe(0)
    }
  })

  it('are found with the shadow of the fold between them, in grain, and by their fold where one is a ruled table', async () => {
    const table = await pageRaster('annexes/annexes-ruled.pdf', 2, DPI)
    const spreads = [
      withFold(beside(left, right)),
      grained(withFold(beside(left, right))),
      withFold(beside(left, table)),
    ]
    for (const spread of spreads) {
      const made = await preparePage(spread)
      expect(made.map(({ steps }) => steps.includes('facing'))).toEqual([true, true])
      const cut = moved(made[1]?.toSource ?? [0, 0, 0, 0, 0, 0], 0, 0)[0]
      expect(Math.abs(cut - spread.width / 2)).toBeLessThan(0.1 * DPI)
    }
  })

  it('are found within black glass that the fold reaches', async () => {
    const made = await preparePage(onGlass(withFold(beside(left, right)), 50, 0.01))
    expect(made.map(({ steps }) => steps[0] === 'borders' && steps.includes('facing'))).toEqual([true, true])
    for (const { raster } of made) {
      const edges = repainted(raster, (old, x) => (x < 30 || x >= raster.width - 30 ? old : 255))
      expect(difference(edges, blankPage(raster.width, raster.height))).toBeLessThan(0.0005)
    }
  })

  it.each([
    [2, -1.5],
    [-1, 1],
    [2.5, 2.5],
  ])('are levelled each by its own slope: %d and %d degrees', async (one, other) => {
    const made = await preparePage(beside(levelled(left, -one).raster, levelled(right, -other).raster))
    const slopes = made.map(({ steps }) => Number(steps.find(step => step.startsWith('level'))?.split(' ')[1]))
    expect(made).toHaveLength(2)
    expect(Math.abs((slopes[0] ?? 0) - one)).toBeLessThan(0.15)
    expect(Math.abs((slopes[1] ?? 0) - other)).toBeLessThan(0.15)
  })

  it('are parted along a gutter that slopes with the book', async () => {
    const sloping = levelled(withFold(beside(left, right)), 3)
    const made = await preparePage(sloping.raster)
    expect(made.map(({ steps }) => steps.find(step => step.startsWith('level'))?.slice(0, 8))).toEqual(
      ['level -3', 'level -3'].map(start => expect.stringContaining(start)),
    )
  })

  it('keep their order when the book lies on its side or on its head', async () => {
    const spread = beside(left, right)
    for (const quarters of [1, 2, 3] as const) {
      const turned = quarterTurned(spread, quarters)
      const made = await preparePage(turned.raster)
      expect(made).toHaveLength(2)
      const middles = made.map(({ raster, toSource }) => {
        const place = moved(toSource, raster.width / 2, raster.height / 2)
        return moved(turned.toSource, ...place)[0]
      })
      expect(middles[0]).toBeLessThan(left.width)
      expect(middles[1]).toBeGreaterThan(left.width)
    }
  })
})

describe('one wide page', () => {
  it.each([
    'annexes/annexes-landscape.pdf',
    'annexes/annexes-rotated.pdf',
    'annexes/annexes-unruled.pdf',
    'documents/bac-kan-2020.pdf',
    'documents/tinh-ke-hoach-2022-bang.pdf',
    'documents/lien-minh-bao-cao-2021.pdf',
    'tables/side-by-side.pdf',
    'tables/three-level-head.pdf',
  ])('of %s stays one', async file => {
    for (let number = 1; number <= Math.min(8, await pageCount(file)); number++) {
      const page = await pageRaster(file, number, 90)
      for (const seen of [page, stretched(page), levelled(page, 2).raster]) expect(gutterIn(seen)).toBeNull()
    }
  })

  it('stays one where its table has no rules and no title that cross its middle', async () => {
    for (const [file, number] of [
      ['annexes/annexes-landscape.pdf', 1],
      ['annexes/annexes-landscape.pdf', 4],
      ['documents/bac-kan-2020.pdf', 10],
      ['documents/tinh-ke-hoach-2022-bang.pdf', 4],
    ] as const) {
      const page = await pageRaster(file, number, 150)
      const erased = withoutRules(page, imageRules(page))
      for (const above of [0, 0.2, 0.4]) {
        const seen = repainted(erased, (old, _, y) => (y < above * page.height ? 255 : old))
        expect(gutterIn(seen), `${file} ${number} ${above}`).toBeNull()
        expect(gutterIn(stretched(seen)), `${file} ${number} ${above} stretched`).toBeNull()
      }
    }
  })
})

const gutterIn = (page: Raster) => gutterOf(page, evenerOf(page)(page))

/** A page that is twice as wide as it was, so that pages held upright can be asked as well. */
const stretched = (page: Raster): Raster => {
  const wide = blankPage(2 * page.width, page.height, 255, page.dpi)
  return repainted(wide, (_, x, y) => page.data[y * page.width + (x >> 1)] ?? 255)
}
