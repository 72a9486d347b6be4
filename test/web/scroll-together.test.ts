import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../src/contract/index.ts'
import { focusOf, scrollFor } from '../../src/web/document/together/focus.ts'
import { Intent } from '../../src/web/document/together/intent.ts'
import { ladderOf, lastAt, offsetAt, type Rung, topAt } from '../../src/web/document/together/ladder.ts'
import { pageLadder } from '../../src/web/document/together/page-ladder.ts'
import { layOutPages } from '../../src/web/page/lay-out-pages.ts'

const view = fc
  .record({
    clientHeight: fc.integer({ min: 100, max: 1000 }),
    beyond: fc.integer({ min: 1, max: 50_000 }),
    covered: fc.integer({ min: 0, max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ clientHeight, beyond, covered, share }) => ({
    ...{ clientHeight, covered, scrollHeight: clientHeight + beyond, scrollTop: share * beyond },
  }))

describe('what is being read', () => {
  test('is in sight, and is what the view is scrolled to again', () => {
    fc.assert(
      fc.property(view, seen => {
        const focus = focusOf(seen)
        expect(focus).toBeGreaterThanOrEqual(seen.scrollTop + seen.covered - 1e-6)
        expect(focus).toBeLessThanOrEqual(seen.scrollTop + seen.clientHeight + 1e-6)
        expect(scrollFor(focus, seen)).toBeCloseTo(seen.scrollTop, 4)
      }),
    )
  })

  test('is the first line at the beginning and the last at the end, in sides of any height', () => {
    const [long, short] = [
      { clientHeight: 500, scrollHeight: 9000, covered: 0 },
      { clientHeight: 400, scrollHeight: 1000, covered: 30 },
    ]
    expect(focusOf({ ...long, scrollTop: 0 })).toBe(0)
    expect(focusOf({ ...long, scrollTop: 8500 })).toBe(9000)
    expect([scrollFor(0, short), scrollFor(1000, short)]).toEqual([0, 600])
    expect(scrollFor(100, { clientHeight: 500, scrollHeight: 300, covered: 0 })).toBe(0)
  })
})

const rungs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 40 })
  .map(steps => {
    let last: Rung = { offset: 0, top: 0 }
    return steps.map(([offset, top]) => {
      last = { offset: last.offset + offset, top: last.top + top }
      return last
    })
  })

describe('places of the text and their heights', () => {
  test('are found by each other, and back, wherever they are between those that are known', () => {
    fc.assert(
      fc.property(rungs, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const [first, last] = [all[0] as Rung, all.at(-1) as Rung]
        const ladder = ladderOf(all)
        const offset = first.offset + share * (last.offset - first.offset)
        expect(offsetAt(ladder, topAt(ladder, offset))).toBeCloseTo(offset, 4)
        for (const rung of all) expect(topAt(ladder, rung.offset)).toBeCloseTo(rung.top, 6)
      }),
    )
  })

  test('never go back, also where a column stands higher than the text before it', () => {
    const ladder = ladderOf([
      { offset: 0, top: 0 },
      { offset: 10, top: 800 },
      { offset: 20, top: 100 },
      { offset: 30, top: 900 },
    ])
    const tops = Array.from({ length: 31 }, (_, offset) => topAt(ladder, offset))
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect([topAt(ladder, -5), topAt(ladder, 99), topAt(ladderOf([]), 3)]).toEqual([0, 900, 0])
  })

  test('are looked up without looking at all of them', () => {
    let asked = 0
    const tops = Array.from({ length: 5_000 }, (_, i) => i * 20)
    const ladder = {
      count: tops.length,
      offsetOf: (rung: number) => rung * 7,
      topOf: (rung: number) => {
        asked += 1
        return tops[rung] ?? 0
      },
    }
    expect(offsetAt(ladder, 50_010)).toBeCloseTo(2500.5 * 7)
    expect(asked).toBeLessThan(20)
    expect(lastAt(5_000, rung => rung, -1)).toBe(-1)
  })

  test('of pages are the heights of the numbers on them', () => {
    const layout = layOutPages(
      [
        { width: 600, height: 800 },
        { width: 600, height: 800 },
      ],
      'width',
      624,
    )
    const box: Box = [100, 390, 120, 410]
    const ladder = pageLadder(
      layout,
      [
        { start: 100, page: 1, box },
        { start: 200, page: null, box: null },
        { start: 300, page: 2, box },
      ],
      400,
    )
    expect([0, 100, 200, 300, 400].map(offset => topAt(ladder, offset))).toEqual([
      0,
      412,
      (412 + 1224) / 2,
      1224,
      layout.height,
    ])
    expect(offsetAt(ladder, 1224)).toBe(300)
  })
})

describe('a side leads', () => {
  test('while the user moves it, and as long as it goes on scrolling from that; the other never at once', () => {
    const intent = new Intent()
    expect(intent.leads('left', 0)).toBe(false)
    intent.move('left', 1000)
    expect([intent.leads('left', 1100), intent.leads('right', 1100)]).toEqual([true, false])
    for (let now = 1200; now < 3000; now += 200) expect(intent.leads('left', now)).toBe(true)
    expect(intent.leads('left', 4000)).toBe(false)
    intent.move('right', 4100)
    expect([intent.leads('left', 4110), intent.leads('right', 4110)]).toEqual([false, true])
  })

  test('while its scroll bar is held, however slowly that is moved', () => {
    const intent = new Intent()
    intent.hold('right', 0)
    expect(intent.leads('right', 5_000)).toBe(true)
    intent.release(6_000)
    expect([intent.leads('right', 6_100), intent.leads('right', 9_000)]).toEqual([true, false])
  })

  test('not when what scrolls was brought into view, nor for keys that do not scroll', () => {
    const intent = new Intent()
    intent.key('left', 'j', 0)
    expect(intent.leads('left', 1)).toBe(false)
    intent.key('left', 'PageDown', 0)
    expect(intent.leads('left', 1)).toBe(true)
    intent.end()
    expect(intent.leads('left', 2)).toBe(false)
  })

  test('by what the user did before the frame that shows it, however late that frame is, and from then on as long as ever', () => {
    let show = (_: number) => {}
    const intent = new Intent((_, tell) => {
      show = tell
    })
    intent.move('left', 1000)
    expect([intent.leads('left', 4000), intent.leads('right', 4000)]).toEqual([true, false])
    show(4010)
    expect([intent.leads('left', 4200), intent.leads('left', 4440), intent.leads('left', 4700)]).toEqual([
      ...[true, true],
      false,
    ])

    intent.hold('right', 5000)
    show(5010)
    intent.release(6000)
    expect(intent.leads('right', 6500)).toBe(true)
    show(6510)
    expect([intent.leads('right', 6700), intent.leads('right', 7000)]).toEqual([true, false])
    intent.key('left', 'PageDown', 8000)
    intent.end()
    expect(intent.leads('left', 8001)).toBe(false)
  })
})
