import { describe, expect, it } from 'vitest'
import { EditedText } from '../../../src/repair/edits.ts'
import { repairLabelStops } from '../../../src/repair/labels/label-stops.ts'
import { linesOf } from './lines-of.ts'

const repaired = (...lines: readonly string[]): string[] => {
  const text = lines.join('\n')
  return new EditedText(text, repairLabelStops(text, linesOf(text))).text.split('\n')
}

describe('the mark behind a label that a scan damaged', () => {
  it('is a colon between the name of an item and its number', () => {
    expect(repaired('- Giải thể; 02 HTX', '+ Thành viên HTX;1.968 người', 'a) Nông nghiệp; 29 HTX; 12 tổ')).toEqual([
      '- Giải thể: 02 HTX',
      '+ Thành viên HTX:1.968 người',
      'a) Nông nghiệp: 29 HTX; 12 tổ',
    ])
  })

  it('is a full stop between a number that is counted on and a title', () => {
    expect(repaired('2. Thành viên', '- 12 người', '3, Kết quả sản xuất')).toEqual([
      '2. Thành viên',
      '- 12 người',
      '3. Kết quả sản xuất',
    ])
  })

  it.each([
    [['- HTX nông nghiệp: 29; 12 tổ', '- Trong đó; nông nghiệp 12 HTX', 'Giải thể; 02 HTX']],
    [['2. Thành viên', '- 12 người', '5, Kết quả sản xuất']],
    [['1. Quý 1', 'tại các huyện 1,', '2, 5 và 7; 12 xã']],
  ])('is left where something else may stand: %j', lines => {
    expect(repaired(...lines)).toEqual(lines)
  })
})
