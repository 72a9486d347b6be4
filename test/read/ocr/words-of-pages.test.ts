import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinedNumbers } from '../../../src/read/ocr/joined-numbers.ts'
import { legibleWords } from '../../../src/read/ocr/legible-words.ts'
import { measuredLines } from '../../../src/read/ocr/line-measures.ts'
import { setLine } from './words.ts'

const texts = (words: readonly { readonly text: string }[]): string => words.map(word => word.text).join(' ')

describe('the measures of a line', () => {
  it('are those of its font, whatever letters stand in it', () => {
    const lines = ['a ra xa', 'Hợp tác xã', 'ĐẮK LẮK', '1.840', 'gồm', 'ỦY BAN', 'quý ngày'].map((text, line) =>
      setLine(text, { line, baseline: 100 * (line + 1) }),
    )
    for (const [i, { size, baseline }] of measuredLines(lines.flat()).entries()) {
      expect(size).toBeCloseTo(50, 5)
      expect(baseline).toBeCloseTo(100 * (i + 1), 5)
    }
  })

  it('stay when boxes are some pixels off and one of them is wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 32, maxLength: 32 }), off => {
        const words = [0, 1].flatMap(line =>
          setLine('Tổng số hợp tác xã thành lập mới', { line, baseline: 200 + 60 * line }),
        )
        const shaken = words.map(({ box: [left, top, right, bottom], ...word }, i) => ({
          ...word,
          box: [left, top + (off[i] ?? 0), right, i === 3 ? bottom + 90 : bottom + (off[i + 16] ?? 0)] as [
            number,
            number,
            number,
            number,
          ],
        }))
        const [one, other] = measuredLines(shaken)
        expect(one?.size).toBe(other?.size)
        expect(Math.abs((one?.size ?? 0) - 50)).toBeLessThan(5)
        expect(Math.abs((one?.baseline ?? 0) - 200)).toBeLessThan(4)
      }),
    )
  })

  it('are those of the text on a line of one word, whose box is not to be relied on', () => {
    const [text, word] = measuredLines([
      ...setLine('Tổng số hợp tác xã thành lập mới', { line: 0 }),
      ...setLine('đồng/người/tháng.', { size: 58, baseline: 260, line: 1 }),
    ])
    expect(word?.size).toBe(text?.size)
  })

  it('tell a heading from the text below it', () => {
    const [heading, text] = measuredLines([
      ...setLine('KẾ HOẠCH', { size: 70, baseline: 100, line: 0 }),
      ...setLine('Tổng số hợp tác xã thành lập mới trong năm', { baseline: 200, line: 1 }),
    ])
    expect(heading?.size).toBeCloseTo(70, 5)
    expect(text?.size).toBeCloseTo(50, 5)
  })
})

describe('numbers', () => {
  const joined = (parts: readonly [string, number][]): string => {
    let left = 100
    const words = parts.map(([text, gap]) => {
      const [word] = setLine(text, { left: left + gap })
      left = word?.box[2] ?? 0
      return word
    })
    return texts(joinedNumbers({ words: words.filter(word => word !== undefined), size: 50, baseline: 200 }).words)
  }

  it.each([
    [
      [
        ['3', 0],
        ['0.000', 5],
      ],
      '30.000',
    ],
    [
      [
        ['1.', 0],
        ['840', 6],
      ],
      '1.840',
    ],
    [
      [
        ['12', 0],
        [',5', 4],
      ],
      '12,5',
    ],
    [
      [
        ['12', 0],
        ['15', 14],
      ],
      '12 15',
    ],
    [
      [
        ['năm', 0],
        ['2019', 5],
      ],
      'năm 2019',
    ],
    [
      [
        ['2019.', 0],
        ['Trong', 5],
      ],
      '2019. Trong',
    ],
  ] as [[string, number][], string][])('%j are %s', (parts, expected) => {
    expect(joined(parts)).toBe(expected)
  })
})

describe('what is no text', () => {
  it('is left out, and words beside it stay', () => {
    const words = [
      ...setLine('| 12 |15 18| ‖'),
      ...setLine('Hợp tác xã', { line: 1 }),
      ...setLine('~ .', { line: 2 }),
      ...setLine('TfƒV xw\u00AFj Qqz', { line: 3, confidence: 24 }),
    ]
    const { words: kept, dropped } = legibleWords(words)
    expect(texts(kept)).toBe('12 15 18 Hợp tác xã')
    expect(kept.length + dropped.length).toBe(words.length)
  })

  it('is never a number in a line of text, however unsure', () => {
    expect(texts(legibleWords([...setLine('Tổng số có'), ...setLine('1.840', { confidence: 3 })]).words)).toBe(
      'Tổng số có 1.840',
    )
  })

  it('is no dash of an empty cell and no bracket in a pair', () => {
    expect(texts(legibleWords([...setLine('-'), ...setLine('[1] (2) (%) [3', { line: 1 })]).words)).toBe(
      '- [1] (2) (%) 3',
    )
  })

  it('is a speck that was taken for a mark, and a stroke of a pen beside, above or below the text', () => {
    const lines = [1, 2, 3, 4].flatMap(line =>
      setLine('Tổng số hợp tác xã: 47, tăng 3 .', { line, baseline: 200 + 60 * line }),
    )
    const speck = { ...setLine(':', { line: 1, left: 1400, baseline: 260 })[0], box: [1400, 240, 1404, 244] }
    const pen = [
      ...setLine('24', { line: 5, left: 1500, baseline: 300, confidence: 36 }),
      ...setLine('MA', { line: 6, left: 600, baseline: 900, confidence: 11 }),
    ]
    const words = [...lines, speck as (typeof lines)[0], ...pen]
    const { words: kept, dropped } = legibleWords(words)
    expect(texts(kept)).toBe(texts(lines))
    expect(texts(dropped)).toBe(': 24 MA')
  })

  it('is no number below the others of a column, however unsure', () => {
    const lines = [1, 2, 3].flatMap(line => [
      ...setLine('Doanh thu bình quân', { line, baseline: 200 + 60 * line }),
      ...setLine('1.840', { line, baseline: 200 + 60 * line, left: 1400, confidence: line === 2 ? 5 : 95 }),
    ])
    expect(legibleWords(lines).dropped).toEqual([])
  })

  it('makes no text disappear: words of Vietnamese stay as they are', () => {
    const word = fc.constantFrom(
      'hợp',
      'tác',
      'xã',
      'KẾ',
      'HOẠCH',
      'Đắk',
      'năm',
      '2019',
      '103,8%',
      'UBND',
      '155/KH-UBND',
      'tỷ',
    )
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 100 }),
        (line, confidence) => {
          expect(texts(legibleWords(setLine(line.join(' '), { confidence })).words)).toBe(line.join(' '))
        },
      ),
    )
  })
})
