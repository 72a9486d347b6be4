import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Locator } from '../../../src/observe/locator.ts'
import { partLayout } from '../../../src/read/ocr/part-layout.ts'
import type { Affine } from '../../../src/read/ocr/raster.ts'
import type { RecognisedWord } from '../../../src/read/ocr/recognised-word.ts'
import type { LaidPage } from '../../../src/read/pdf/laid-page.ts'
import { pagedDocument } from '../../../src/read/pdf/paged-document.ts'
import { NO_RULES, type Rules } from '../../../src/read/pdf/rules.ts'
import { setLine } from './words.ts'

const DPI = 300
const POINTS = 72 / DPI
const [WIDTH, HEIGHT] = [2480, 3508]

/** The image lies on the page as it is, upside down, or a little smaller and further in. */
const AS_IT_IS: Affine = [POINTS, 0, 0, POINTS, 0, 0]
const UPSIDE_DOWN: Affine = [-POINTS, 0, 0, -POINTS, WIDTH * POINTS, HEIGHT * POINTS]
const FURTHER_IN: Affine = [0.9 * POINTS, 0, 0, 0.9 * POINTS, 20, 30]

const page = (
  words: readonly RecognisedWord[],
  toPage: Affine = AS_IT_IS,
  rules: Rules = NO_RULES,
  number = 1,
): LaidPage => ({
  number,
  size: { width: WIDTH * POINTS, height: HEIGHT * POINTS },
  text: {
    readBy: 'ocr',
    parts: [
      partLayout(number, { words, rules, width: WIDTH, height: HEIGHT, dpi: DPI, toPage, steps: [], differences: [] }),
    ],
  },
})

const lines = (texts: readonly string[], indent = 300): RecognisedWord[] =>
  texts.flatMap((text, line) => setLine(text, { left: indent, baseline: 300 + 70 * line, line }))

describe('words read from an image', () => {
  const word = fc.constantFrom(
    'hợp',
    'tác',
    'xã',
    'Tổng',
    'số',
    '1.840',
    '35',
    '103,8%',
    'năm',
    '2019',
    '(ước',
    'đạt).',
    'UBND',
  )
  const text = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 })

  it('stand in the text where they are, in order, each once, however the image lies on the page', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(AS_IT_IS, UPSIDE_DOWN, FURTHER_IN), (rows, toPage) => {
        const read = lines(rows.map(row => row.join(' ')))
        const document = pagedDocument([page(read, toPage)], 'image/png', [])
        const words = document.words ?? []
        expect(words.map(({ start, end }) => document.text.slice(start, end)).sort()).toEqual(
          read.map(each => each.text).sort(),
        )
        words.forEach(({ start }, i) => {
          expect(start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0)
        })
        for (const { start, end, box } of words) {
          const same = read.filter(each => each.text === document.text.slice(start, end))
          const boxes = same.map(({ box: [left, top, right, bottom] }) => {
            const xs = [left, right].map(x => toPage[0] * x + toPage[4]).sort((a, b) => a - b)
            const ys = [top, bottom].map(y => toPage[3] * y + toPage[5]).sort((a, b) => a - b)
            return [xs[0], ys[0], xs[1], ys[1]]
          })
          const isOneOf = boxes.some(each => each.every((side, i) => Math.abs((side ?? 0) - (box[i] ?? 0)) < 0.1))
          expect([box, isOneOf]).toEqual([box, true])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('go into the cells of a table that rules draw, also where a cell has two lines', () => {
    const cell = (words: string, column: number, line: number, number: number) =>
      setLine(words, { left: 320 + 500 * column, baseline: 360 + 60 * line, line: number })
    const read = [
      ...cell('Chỉ tiêu', 0, 0, 0),
      ...cell('Năm 2019', 1, 0, 1),
      ...cell('Năm 2020', 2, 0, 2),
      ...cell('Tổng số', 0, 2, 3),
      ...cell('hợp tác xã', 0, 3, 4),
      ...cell('35', 1, 2, 5),
      ...cell('1.840', 2, 2, 6),
    ]
    const rule = (at: number, from: number, to: number) => ({ at, from, to })
    const rules: Rules = {
      horizontal: [300, 400, 570].map(at => rule(at, 300, 1800)),
      vertical: [300, 800, 1300, 1800].map(at => rule(at, 300, 570)),
      crowded: false,
    }
    const document = pagedDocument([page(read, AS_IT_IS, rules)], 'image/png', [])
    expect(document.text).toBe('Chỉ tiêu\tNăm 2019\tNăm 2020\nTổng số hợp tác xã\t35\t1.840')
    expect(document.tables).toHaveLength(1)
    expect(document.words?.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      'Chỉ tiêu Năm 2019 Năm 2020 Tổng số hợp tác xã 35 1.840'.split(' '),
    )
  })

  it('give a number its box and the confidence of its least sure word; a line of text gives neither', () => {
    const [first = [], second = []] = [
      setLine('Có (1.840) hợp', { line: 0, confidence: 90 }),
      setLine('tác xã', { line: 0, left: 900, confidence: 40 }),
    ]
    const document = pagedDocument([page([...first, ...second])], 'image/png', [])
    const at = document.text.indexOf('1.840')
    const place = new Locator(document).place({ start: at, end: at + 5 })
    const ink = first[1]?.box ?? [0, 0, 0, 0]
    const letter = ((ink[2] - ink[0]) / 7) * POINTS
    expect(place.recognised).toBe(0.9)
    expect(place.box?.[0]).toBeCloseTo(ink[0] * POINTS + letter, 0)
    expect(place.box?.[2]).toBeCloseTo(ink[2] * POINTS - letter, 0)
    const all = new Locator(document).place({ start: at, end: document.text.length })
    expect(all.recognised).toBe(0.4)
    expect(new Locator({ lines: document.lines }).place({ start: at, end: at + 5 }).recognised).toBeNull()
  })

  it('of two pages of paper on one scan follow each other, on the same page', () => {
    const half = (left: number): Affine => [POINTS / 2, 0, 0, POINTS / 2, left, 0]
    const parts = [0, 300].map(left =>
      partLayout(1, {
        words: lines([left === 0 ? 'Tổng số hợp tác xã' : 'Doanh thu bình quân']),
        ...{ rules: NO_RULES, width: WIDTH, height: HEIGHT, dpi: DPI, toPage: half(left), steps: [], differences: [] },
      }),
    )
    const document = pagedDocument(
      [{ number: 1, size: { width: 595, height: 421 }, text: { readBy: 'ocr', parts } }],
      'image/png',
      [],
    )
    expect(document.text).toBe('Tổng số hợp tác xã\nDoanh thu bình quân')
    expect(document.pages).toHaveLength(1)
    expect(document.words?.every(each => each.page === 1)).toBe(true)
    expect(document.words?.at(-1)?.box[0]).toBeGreaterThan(300)
  })
})
