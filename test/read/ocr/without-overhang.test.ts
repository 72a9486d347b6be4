import { describe, expect, it } from 'vitest'
import { withOverhang, withoutOverhang } from '../../../src/read/ocr/rules/without-overhang.ts'
import type { Rules } from '../../../src/read/pdf/rules.ts'

const rule = (at: number, from: number, to: number) => ({ at, from, to })

/** A table of two columns; its lines from, at and to in pixels at 300 dpi. */
const table = (middle: readonly [number, number], outer: readonly [number, number] = [500, 900]): Rules => ({
  horizontal: [500, 700, 900].map(at => rule(at, 200, 1800)),
  vertical: [rule(200, ...outer), rule(1000, ...middle), rule(1800, ...outer)],
  crowded: false,
})

describe('vertical lines', () => {
  it('that letters of a title lengthen end at the edge of their table', () => {
    expect(withoutOverhang(table([450, 940]), 300)).toEqual(table([500, 900]))
  })

  it('go on where the table does: its last row may have no line below it', () => {
    const open = table([450, 960], [450, 960])
    expect(withoutOverhang(open, 300)).toEqual(open)
  })

  it('that go on further than letters are high are lines', () => {
    const long = table([300, 1100])
    expect(withoutOverhang(long, 300)).toEqual(long)
  })
})

describe('a page whose lines were erased', () => {
  it('gets back what lies beyond the edge of the table, and nothing within', () => {
    const page = (value: number) => ({
      data: new Uint8Array(2000 * 1100).fill(value),
      width: 2000,
      height: 1100,
      channels: 1 as const,
      dpi: 300,
    })
    const [whole, cut] = [table([450, 940]), table([500, 900])]
    const made = withOverhang({ before: page(0), after: page(255) }, { whole, cut })
    const at = (x: number, y: number) => made.data[y * 2000 + x]
    expect([at(1000, 460), at(1000, 930)]).toEqual([0, 0])
    expect([at(1000, 440), at(1000, 499), at(1000, 700), at(1000, 950), at(200, 460), at(960, 460)]).toEqual(
      Array(6).fill(255),
    )
  })
})
