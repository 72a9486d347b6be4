import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetCell } from '../../../../src/read/ocr/cells/cell-sheet.ts'
import { partAtCells } from '../../../../src/read/ocr/cells/part-at-cells.ts'

const DIGIT = 20
const GAP = 12

/** Texts set beside each other as cells of a line; digits and marks as broad as type has them. */
const lineOf = (texts: readonly string[]): SheetCell[] => {
  let left = 10
  return texts.map((text, index) => {
    const width = [...text].reduce((sum, character) => sum + (/\d/.test(character) ? DIGIT : DIGIT / 2), 0)
    const cell: SheetCell = { index, line: 0, box: [left, 0, left + width, 30], toPage: [0, 0] }
    left += width + GAP
    return cell
  })
}

/** What an engine makes of cells that it reads as one word. */
const glued = (texts: readonly string[], cells: readonly SheetCell[], slack = 0) => ({
  text: texts.join(''),
  box: [(cells[0]?.box[0] ?? 0) + slack, 2, (cells.at(-1)?.box[2] ?? 0) + slack, 28] satisfies [
    number,
    number,
    number,
    number,
  ],
  confidence: 90,
  line: 0,
})

const texts = (parts: ReturnType<typeof partAtCells>): Record<number, string> =>
  Object.fromEntries(parts.map(({ cell, word }) => [cell.index, word.text]))

describe('words that an engine read over several cells', () => {
  it('come apart where the cells of any figures do, whether the box is a little off or not', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.integer({ min: 10, max: 2_000 }).map(n => `${Math.floor(n / 10)},${n % 10}`),
    )
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 8 }), fc.integer({ min: -3, max: 3 }), (row, slack) => {
        const cells = lineOf(row)
        expect(texts(partAtCells(glued(row, cells, slack), cells))).toEqual({ ...row })
      }),
    )
  })

  it('lose the marks that the engine set between the cells', () => {
    const cells = lineOf(['9', '5', '6', '4'])
    const word = { ...glued(['9', '5', '6', '4'], cells), text: '95.64' }
    expect(texts(partAtCells(word, cells))).toEqual({ 0: '9', 1: '5', 2: '6', 3: '4' })
  })

  it('stay whole within one cell, and go to the nearest one from beside it', () => {
    const cells = lineOf(['275', '290'])
    const [left, from, to] = [cells[0]?.box[0] ?? 0, cells[1]?.box[0] ?? 0, cells[1]?.box[2] ?? 0]
    const word = { text: '290', confidence: 90, line: 0 }
    expect(texts(partAtCells({ ...word, box: [from - 4, 2, to + 2, 28] }, cells))).toEqual({ 1: '290' })
    expect(texts(partAtCells({ ...word, box: [left - 9, 2, left - 5, 28] }, cells))).toEqual({ 0: '290' })
  })
})
