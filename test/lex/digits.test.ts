import { describe, expect, it } from 'vitest'
import { withDigits } from '../../src/lex/digits.ts'
import { tokenise } from '../../src/lex/tokenise.ts'

const numbers = (text: string) =>
  tokenise(text)
    .filter(t => t.kind === 'number')
    .map(t => text.slice(t.start, t.end))

describe('a number as written', () => {
  it('keeps its dots and commas, and lets go of the words glued to it', () => {
    expect(numbers('1.840 tổ; 103,8%; 12.000người, 214HTX, 30a, 3,5-4 triệu')).toEqual([
      '1.840',
      '103,8',
      '12.000',
      '214',
      '30',
      '3,5',
      '4',
    ])
  })
  it('may have letters in the place of digits that look like them', () => {
    expect(
      numbers('mở 2O lớp, O5 HTX, l5 thành viên, l.250 người, 1I5 hộ, 1O,5%, 25S người, 3l8 hộ, 1.2S0 người'),
    ).toEqual(['2O', 'O5', 'l5', 'l.250', '1I5', '1O,5', '25S', '3l8', '1.2S0'])
    expect(withDigits('l.250')).toBe('1.250')
  })
  it('is not a word with a digit, a litre or a Roman number', () => {
    expect(numbers('OCOP, Phần I, lO, IL2x, 20l nước, 5S, S5')).toEqual(['2', '20', '5', '5'])
  })
})
