import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EditedText } from '../../../src/repair/edits.ts'
import { repairHeadingNumerals } from '../../../src/repair/labels/heading-numerals.ts'
import { romanOf } from '../../../src/repair/labels/roman.ts'
import { processorTime } from '../../support/processor-time.ts'
import { linesOf } from './lines-of.ts'

const repaired = (...lines: readonly string[]): string[] => {
  const text = lines.join('\n')
  return new EditedText(text, repairHeadingNumerals(text, linesOf(text))).text.split('\n')
}

describe('the numerals of headings that a scan damaged', () => {
  it.each([
    [
      ['I. HỢP TÁC XÃ', 'H. TỔ HỢP TÁC', 'III. CHÍNH SÁCH HỖ TRỢ'],
      ['I. HỢP TÁC XÃ', 'II. TỔ HỢP TÁC', 'III. CHÍNH SÁCH HỖ TRỢ'],
    ],
    [
      ['I HỢP TÁC XÃ', 'I. TỔ HỢP TÁC', '- 12 tổ', 'HI CHÍNH SÁCH HỖ TRỢ', 'IV. TỒN TẠI'],
      ['I HỢP TÁC XÃ', 'II. TỔ HỢP TÁC', '- 12 tổ', 'III CHÍNH SÁCH HỖ TRỢ', 'IV. TỒN TẠI'],
    ],
    [
      ['1. HỢP TÁC XÃ', '1. Số lượng', 'II. TỔ HỢP TÁC', 'IH, Chính sách hỗ trợ', 'IV. Tồn tại'],
      ['I. HỢP TÁC XÃ', '1. Số lượng', 'II. TỔ HỢP TÁC', 'III. Chính sách hỗ trợ', 'IV. Tồn tại'],
    ],
    [
      ['l. KẾT QUẢ THỰC HIỆN', 'ÏI. KẾ HOẠCH NĂM 2020', 'III. TỔ CHỨC'],
      ['I. KẾT QUẢ THỰC HIỆN', 'II. KẾ HOẠCH NĂM 2020', 'III. TỔ CHỨC'],
    ],
    [
      ['IV. Tồn tại', 'Y. Phương hướng', 'VI. Giải pháp', 'VH. Tổ chức thực hiện'],
      ['IV. Tồn tại', 'V. Phương hướng', 'VI. Giải pháp', 'VII. Tổ chức thực hiện'],
    ],
  ])('are read by those before and after: %j', (damaged, meant) => {
    expect(repaired(...damaged)).toEqual(meant)
  })

  it.each([
    [['A. KẾT QUẢ', 'I. HỢP TÁC XÃ', 'II. TỔ HỢP TÁC', 'B. KẾ HOẠCH', 'I. MỤC TIÊU', 'II. GIẢI PHÁP']],
    [['I. Đánh giá chung', '1. HỢP TÁC XÃ', '2. TỔ HỢP TÁC', '3. LIÊN HIỆP', 'II. Phương hướng']],
    [['G. GIAO THÔNG', 'H. HẠ TẦNG', 'I. INTERNET', 'K. KHÁC']],
    [['I. KẾT QUẢ', 'II. HẠN CHẾ', 'I. MỤC TIÊU', 'II. GIẢI PHÁP', 'III. TỔ CHỨC']],
    [['H. Lắk, H. Ea Kar', 'L. Văn A', 'T. Thị B', 'Vì vậy, năm 2020', 'Tỉnh có 12 HTX']],
    [['HTX NÔNG NGHIỆP', 'I. HỢP TÁC XÃ', '11 HTX: ĐÃ GIẢI THỂ']],
    [['12. Trong đó', '11. Ủy ban', '1. Sở', 'II. Tổ chức', 'III. Kinh phí']],
  ])('are none where letters, digits or another sequence stand: %j', lines => {
    expect(repaired(...lines)).toEqual(lines)
  })

  it('stay wherever they are sound, however long the sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), lengths => {
        const lines = lengths.flatMap(length =>
          Array.from({ length }, (_, i) => `${romanOf(i + 1)}. PHẦN VIỆC ${'ABCDEG'[i % 6]}`),
        )
        expect(repaired(...lines)).toEqual(lines)
      }),
    )
  })

  it('are found again when one of them loses a stroke', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 14 }), fc.nat(), (length, pick) => {
        const lines = Array.from({ length }, (_, i) => `${romanOf(i + 1)}. NHIỆM VỤ CHUNG`)
        const stroked = lines.flatMap((line, i) => (i > 0 && i < length - 1 && /II+\./.test(line) ? [i] : []))
        const at = stroked[pick % stroked.length] ?? 1
        const damaged = lines.map((line, i) => (i === at ? line.replace('I.', '.') : line))
        expect(repaired(...damaged)).toEqual(lines)
      }),
    )
  })

  it('are looked at in time that grows with the number of lines', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 'HI. CHÍNH SÁCH' : 'l. HỖ TRỢ KHÁC'))
    const from = processorTime()
    repaired(...lines)
    expect(processorTime() - from).toBeLessThan(10_000)
  })
})
