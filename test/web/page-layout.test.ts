import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxBetween, movedBox } from '../../src/web/page/drawn-box.ts'
import { findNumber, type LineCharacter } from '../../src/web/page/find-number.ts'
import { hasPages } from '../../src/web/page/has-pages.ts'
import { layOutPages, pageInView, pagesWithin } from '../../src/web/page/lay-out-pages.ts'
import { groupMarks } from '../../src/web/page/mark-groups.ts'
import type { Marked } from '../../src/web/page/marked.ts'
import { stepZoom } from '../../src/web/page/zoom.ts'

const A4 = { width: 595, height: 842 }
const ACROSS = { width: 842, height: 595 }

const side = fc.integer({ min: 50, max: 2000 })
const sizes = fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 60 })
const zoom = fc.oneof(fc.constant('width' as const), fc.double({ min: 0.25, max: 4, noNaN: true }))
const paneWidth = fc.integer({ min: 0, max: 3000 })

describe('pages one under the other', () => {
  test('fit the pane each by itself, or are all shown at one scale', () => {
    const fitted = layOutPages([A4, ACROSS], 'width', 624).pages
    expect(fitted.map(({ width }) => width)).toEqual([600, 600])
    expect(fitted.map(({ scale }) => scale)).toEqual([600 / 595, 600 / 842])
    const full = layOutPages([A4, ACROSS], 1, 624).pages
    expect(full.map(({ scale }) => scale)).toEqual([4 / 3, 4 / 3])
  })

  test('never overlap, keep their proportions, stand in the middle, and end within their room', () => {
    fc.assert(
      fc.property(sizes, zoom, paneWidth, (all, at, width) => {
        const layout = layOutPages(all, at, width)
        let bottom = 0
        for (const [i, page] of layout.pages.entries()) {
          expect(page.page).toBe(i + 1)
          expect(page.top).toBeGreaterThan(bottom)
          expect(page.height / page.width).toBeCloseTo((all[i]?.height ?? 0) / (all[i]?.width ?? 1))
          expect(page.left).toBeGreaterThanOrEqual(0)
          expect(page.left + page.width / 2).toBeCloseTo(layout.width / 2)
          bottom = page.top + page.height
        }
        expect(bottom).toBeLessThan(layout.height)
      }),
    )
  })

  test('are found by height: exactly those of which something is seen, and the page being read among them', () => {
    fc.assert(
      fc.property(sizes, paneWidth, fc.double({ min: 0, max: 1, noNaN: true }), (all, width, share) => {
        const layout = layOutPages(all, 'width', width)
        const [from, to] = [share * layout.height, share * layout.height + 700]
        const seen = layout.pages.filter(({ top, height }) => top < to && top + height > from)
        if (seen.length === 0) return
        expect(pagesWithin(layout, from, to)).toEqual(seen)
        expect(seen.map(({ page }) => page)).toContain(pageInView(layout, from, to))
      }),
    )
  })

  test('the page that takes up most of the view is the one being read', () => {
    const layout = layOutPages([A4, A4, A4], 1, 1000)
    const [first, second] = layout.pages
    if (first === undefined || second === undefined) throw new Error('no pages')
    expect(pageInView(layout, 0, 700)).toBe(1)
    expect(pageInView(layout, second.top - 300, second.top + 400)).toBe(2)
    expect(pageInView(layout, second.top - 400, second.top + 300)).toBe(1)
  })
})

test('zoom goes from any size to the next step, and ends at the last', () => {
  expect(stepZoom(0.76, 1)).toBe(0.9)
  expect(stepZoom(0.76, -1)).toBe(0.75)
  expect(stepZoom(1, 1)).toBe(1.1)
  expect(stepZoom(1, -1)).toBe(0.9)
  expect(stepZoom(4, 1)).toBe(4)
  expect(stepZoom(0.1, -1)).toBe(0.25)
})

describe('a box that is drawn', () => {
  const point = fc.tuple(fc.integer({ min: -200, max: 1200 }), fc.integer({ min: -200, max: 1200 }))

  test('has its corners in order and on the page, whichever way it is drawn', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const box = boxBetween(from, to, A4)
        expect(box).toEqual(boxBetween(to, from, A4))
        if (box === null) return
        const [left, top, right, bottom] = box
        expect([left >= 0, top >= 0, right <= A4.width, bottom <= A4.height]).toEqual([true, true, true, true])
        expect([right - left >= 3, bottom - top >= 3]).toEqual([true, true])
      }),
    )
  })

  test('is none after a click', () => {
    expect(boxBetween([100, 100], [101, 102], A4)).toBeNull()
    expect(boxBetween([100, 100], [140, 112], A4)).toEqual([100, 100, 140, 112])
  })

  const key = fc.record({
    key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
    shiftKey: fc.boolean(),
    ctrlKey: fc.boolean(),
  })

  test('moves by arrows without changing its size, is stretched with the shift key, and stays on the page', () => {
    expect(movedBox([10, 10, 50, 30], { key: 'ArrowRight', shiftKey: false, ctrlKey: false }, A4)).toEqual([
      15, 10, 55, 30,
    ])
    expect(movedBox([10, 10, 50, 30], { key: 'ArrowDown', shiftKey: true, ctrlKey: true }, A4)).toEqual([
      10, 10, 50, 30.5,
    ])
    expect(movedBox([10, 10, 50, 30], { key: 'n', shiftKey: false, ctrlKey: false }, A4)).toBeNull()
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), keys => {
        let box = [500, 800, 560, 816] as [number, number, number, number]
        for (const each of keys) {
          const next = movedBox(box, each, A4)
          if (next === null) throw new Error('an arrow moves')
          if (!each.shiftKey) expect(next[2] - next[0]).toBeCloseTo(box[2] - box[0], 5)
          box = next
        }
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= A4.width && box[3] <= A4.height).toBe(true)
        expect(box[2] - box[0] >= 3 && box[3] - box[1] >= 3).toBe(true)
      }),
    )
  })
})

/** A line of words; a blank sets them apart. */
const line = (words: string): LineCharacter[] =>
  [...words].flatMap((character, i) => (character === ' ' ? [] : [{ character, isApart: words[i - 1] === ' ' }]))

describe('a number in a line', () => {
  test.each([
    ['167/172 HTX', '172', [4]],
    ['167/172 HTX', '67', []],
    ['35 và 135 và 35', '35', [0, 9]],
    ['1.559 người', '1.559', [0]],
    ['1.559 người', '559', []],
    ['1.559 người', '1', []],
    ['đạt 103,8%.', '103,8', [3]],
    ['năm 2019.', '2019', [3]],
    ['12 34', '34', [2]],
    ['1 559 người', '1 559', [0]],
    ['4, 5 và 6', '5', [2]],
    ['', '5', []],
    ['5', '', []],
  ])('%j holds %j at %j', (words, number, places) => {
    expect(findNumber(line(words), number)).toEqual(places)
  })

  test('is found wherever it stands between words', () => {
    const word = fc.stringMatching(/^[a-zđêô]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 0, max: 99_999 }), fc.array(word), (before, number, after) => {
        const words = [...before, String(number), ...after]
        expect(findNumber(line(words.join(' ')), String(number))).toEqual([before.join('').length])
      }),
    )
  })
})

const marked = (id: string, change: Partial<Marked> = {}): Marked => ({
  ...{ id, page: 1, box: [10, 20, 30, 32], number: '35', label: id, state: 'open' },
  ...change,
})

describe('marks', () => {
  test('of one number are one, in the state that needs a look most', () => {
    const groups = groupMarks([marked('a', { state: 'settled' }), marked('b', { state: 'suspect' }), marked('c')])
    expect(groups.get(1)).toEqual([
      expect.objectContaining({ ids: ['a', 'b', 'c'], state: 'suspect', label: 'a; b; c', number: '35' }),
    ])
  })

  test('hold each record once, on its page', () => {
    const record = fc.record({ page: fc.integer({ min: 1, max: 3 }), left: fc.integer({ min: 0, max: 3 }) })
    fc.assert(
      fc.property(fc.array(record), all => {
        const records = all.map(({ page, left }, i) => marked(`o${i}`, { page, box: [left, 0, left + 1, 1] }))
        const groups = groupMarks(records)
        const held = [...groups].flatMap(([page, marks]) => marks.flatMap(({ ids }) => ids.map(id => [id, page])))
        expect(held.sort()).toEqual(records.map(({ id, page }) => [id, page]).sort())
      }),
    )
  })
})

test.each([
  ['application/pdf', 14, true],
  ['image/tiff', 2, true],
  ['image/png', 1, true],
  ['image/jpeg', 1, true],
  ['text/plain', null, false],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', null, false],
  ['application/vnd.ms-excel', null, false],
])('%s of %s pages is shown as it looks: %s', (mediaType, pages, shown) => {
  expect(hasPages({ mediaType, pages })).toBe(shown)
})
