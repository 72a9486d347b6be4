import { describe, expect, it } from 'vitest'
import { partLayout } from '../../../src/read/ocr/part-layout.ts'
import type { Affine } from '../../../src/read/ocr/raster.ts'
import type { RecognisedWord } from '../../../src/read/ocr/recognised-word.ts'
import { pagedDocument } from '../../../src/read/pdf/paged-document.ts'
import { NO_RULES } from '../../../src/read/pdf/rules.ts'
import { setLine } from './words.ts'

const AS_IT_IS: Affine = [0.24, 0, 0, 0.24, 0, 0]

const linesOf = (words: readonly RecognisedWord[]): string[] => {
  const part = {
    words,
    rules: NO_RULES,
    width: 2480,
    height: 3508,
    dpi: 300,
    toPage: AS_IT_IS,
    steps: [],
    differences: [],
  }
  const size = { width: 595, height: 842 }
  return pagedDocument(
    [{ number: 1, size, text: { readBy: 'ocr', parts: [partLayout(1, part)] } }],
    'image/png',
    [],
  ).text.split('\n')
}

/** The words of a line with blanks of so many pixels between them. */
const spaced = (text: string, blank: (i: number) => number, line: number): RecognisedWord[] => {
  let left = 200
  return text.split(' ').flatMap((word, i) => {
    const set = setLine(word, { left, line, baseline: 200 + 60 * line })
    left = (set[0]?.box[2] ?? 0) + blank(i)
    return set
  })
}

describe('words that the engine set in one line', () => {
  it('stay in one where their boxes overlap', () => {
    const [so, number, one, symbol] = setLine('số 24/201// 1 I-BTC')
    const words = [so, number, one, symbol].filter(word => word !== undefined)
    const overlapping = words.map((word, i): RecognisedWord => {
      const [left, top, right, bottom] = word.box
      return i === 1 ? { ...word, box: [left, top, right + 30, bottom] } : word
    })
    expect(linesOf(overlapping)).toEqual(['số 24/201// 1 I-BTC'])
  })

  it('are running text where wide blanks part them evenly, as a typewriter sets lines from margin to margin', () => {
    const lines = [
      spaced('- Doanh thu: 48,6 tỷ đồng, bình quân', i => 84 + 3 * (i % 3), 0),
      spaced('đồng/HTX; thu nhập bình quân triệu', i => 120 - 4 * (i % 2), 1),
    ]
    expect(linesOf(lines.flat())).toEqual([
      '- Doanh thu: 48,6 tỷ đồng, bình quân',
      'đồng/HTX; thu nhập bình quân triệu',
    ])
  })

  it('are cells where the blanks between some are wider than between others, and where they are numbers', () => {
    const rows = ['Tổng số hợp tác xã 35 47', 'Số thành viên hợp tác 68 92'].map((text, line) =>
      spaced(text, i => (i < 4 ? 14 : 300), line),
    )
    expect(linesOf(rows.flat())).toEqual(['Tổng số hợp tác xã\t35\t47', 'Số thành viên hợp tác\t68\t92'])
    const numbers = ['12 15 18 20 25 30', '13 16 19 21 26 31'].map((text, line) => spaced(text, () => 200, line))
    expect(linesOf(numbers.flat())[0]).toBe('12\t15\t18\t20\t25\t30')
  })
})
