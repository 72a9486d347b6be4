import { describe, expect, it } from 'vitest'
import { settled, sheetsToReread } from '../../../../src/read/ocr/cells/read-twice.ts'
import type { CellWords } from '../../../../src/read/ocr/cells/words-of-sheet.ts'
import type { RecognisedWord } from '../../../../src/read/ocr/recognised-word.ts'
import { blankPage } from '../../../support/page-raster.ts'

const word = (text: string, confidence: number): RecognisedWord => ({ text, confidence, box: [0, 0, 40, 30], line: 0 })

const cell = (index: number, words: readonly RecognisedWord[], isGuessed = false): CellWords => ({
  cell: { index, line: index, box: [10, 10 + 60 * index, 150, 50 + 60 * index], toPage: [0, 0] },
  words,
  isGuessed,
})

const textOf = ({ words }: CellWords): string => words.map(({ text }) => text).join(' ')

const textAfter = (first: CellWords, second: readonly RecognisedWord[]): string =>
  settled([first], new Map([[0, second]]))
    .read.map(textOf)
    .join()

describe('a cell', () => {
  it('is read again where the first reading gives nothing, a guess, or nothing that the engine believes', () => {
    const read = [
      cell(0, [word('KH', 97)]),
      cell(1, []),
      cell(2, [word('Ước', 0), word('TH', 0)]),
      cell(3, [word('4', 90)], true),
      cell(4, [word('Năm', 0), word('2021', 90)]),
    ]
    const again = sheetsToReread(blankPage(200, 400), read).flatMap(({ cells }) => cells.map(({ index }) => index))
    expect(again).toEqual([1, 2, 3])
  })

  it('has the words of the second reading where the first was not believed and the second is sure', () => {
    expect(textAfter(cell(0, [word('Uóc', 0), word('TH', 0)]), [word('Ước', 96), word('TH', 97)])).toBe('Ước TH')
    expect(textAfter(cell(0, [word('Ước', 0), word('TH', 0)]), [word('Uóc', 20), word('TH', 97)])).toBe('Ước TH')
    expect(textAfter(cell(0, [word('Ước', 90), word('TH', 91)]), [word('Uóc', 96), word('TH', 97)])).toBe('Ước TH')
  })

  it('whose readings differ in their digits is doubtful, and both are told', () => {
    const { read, differences } = settled([cell(0, [word('128', 95)])], new Map([[0, [word('126', 95)]]]))
    expect(differences).toEqual([{ first: '128', second: '126' }])
    expect(read[0]?.words[0]).toMatchObject({ text: '128', confidence: 50 })
  })
})
