import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.ts'
import { EditedText } from '../../src/repair/edits.ts'
import { confusionDistance } from '../../src/repair/words/confusion.ts'
import { repairDamagedWords } from '../../src/repair/words/damaged-words.ts'
import { loadRules } from '../../src/rules/rule-set.ts'

const { terms } = loadRules()
const repaired = (text: string): string => new EditedText(text, repairDamagedWords(text, terms)).text

describe('words that a scan damaged', () => {
  it.each([
    ['47 HTX đang lioạt động', '47 HTX đang hoạt động'],
    ['doanh ihu bình quân', 'doanh thu bình quân'],
    ['tổng số thàmh viên', 'tổng số thành viên'],
    ['tổng số thàn¬ viên, bìn¬ quân', 'tổng số thành viên, bình quân'],
    ['35 h0p tác xã thành lập mới', '35 hợp tác xã thành lập mới'],
    ['Quỹ tín dụug nhân dân', 'Quỹ tín dụng nhân dân'],
    ['QUỸ TÍN DỤUG', 'QUỸ TÍN DỤNG'],
    ['lao\nđộug thường xuyên', 'lao\nđộng thường xuyên'],
  ])('are read as the term that they and their neighbours make: %s', (damaged, meant) => {
    expect(repaired(damaged)).toBe(meant)
  })

  it('are an abbreviation like the one that the text is full of', () => {
    const text = 'HTX nông nghiệp, HTX vận tải, HTX thủy sản, HTX dịch vụ, HTX tín dụng và 12 HIX khác'
    expect(repaired(text)).toBe(text.replace('HIX', 'HTX'))
  })

  it.each([
    ['- THỊ: 150 THỊ; chứng thực: trên 70 THĨ; có 12 THT', '- THT: 150 THT; chứng thực: trên 70 THT; có 12 THT'],
    ['thành viên H1X; 12 HIX', 'thành viên HTX; 12 HTX'],
    ['1.350 triệu đồng/HIX', '1.350 triệu đồng/HTX'],
  ])('are such an abbreviation though they are a word, hold a digit or stand behind a unit: %s', (damaged, meant) => {
    const rest =
      ' HTX dịch vụ, HTX vận tải, 14 THT, 9 THT và 20 HTX, bằng 30 HTX, 12 THT, 40 HTX cũ; 3 HTX, 2 HTX, 1 HTX.'
    expect(repaired(damaged + rest.repeat(2))).toBe(meant + rest.repeat(2))
  })

  it.each([
    'THỊ TRẤN EA KAR: 12 THT, 14 THT và 15 THT',
    'Ông Nguyễn THỊ Bình; 12 THT, 14 THT và 15 THT',
    '12 THT, 14 THT, 15 THT theo số 01/TTT/2019 và 155/THI-UBND',
    '150 THỊ và 12 THT',
  ])('are no abbreviation in a name, a title, a number of a document, or where the text has few of it: %s', text => {
    expect(repaired(text)).toBe(text)
  })

  it.each([
    'khóa XIII, khoá XII của Ban Chấp hành Trung ương',
    'Ông Y Thanh Niê, xã Ea Kao, huyện Cư Kuin',
    'theo dõi chi tiêt từng đơn vị',
    'chương trình OCOP và GRDP của tỉnh; HTX Evergrowth',
    'a) Quy mô; đ) Khác',
    'Số: 01/2006/TT-NHNN ngày 20/02/2006 của NHNN Việt Nam',
  ])('are no names, numerals, labels or words that only lost marks: %s', text => {
    expect(repaired(text)).toBe(text)
  })

  it('never change a digit that stands for a number', () => {
    const word = fc.constantFrom(
      'hợp',
      'tác',
      'xã',
      'lioạt',
      'động',
      '1.5O0',
      'l5',
      'h0p',
      '2541',
      '3,5-4',
      'HIX',
      'O5',
      '10%',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), words => {
        const text = words.join(' ')
        const numbers = (s: string) => s.split(' ').filter(w => /\d/.test(w) && !/^\p{L}{1}\d\p{L}/u.test(w))
        expect(numbers(repaired(text))).toEqual(numbers(text))
      }),
    )
  })

  it('cost less the more they look alike', () => {
    expect(confusionDistance('lioat', 'hoat')).toBeLessThan(confusionDistance('xoat', 'hoat'))
    expect(confusionDistance('rn', 'm')).toBeLessThan(1)
    expect(confusionDistance('hoat', 'hoat')).toBe(0)
  })

  it('are all named in a message with both forms, and the offsets stay those of the text as read', async () => {
    const text = 'Năm 2019 toàn tỉnh có 255 h0p tác xã, trong đó 190 hợp tác xã đang lioạt động.\n'
    const read = await extract(new TextEncoder().encode(text), 'a.txt')
    if (!read.ok) throw new Error(read.problem.code)
    const { extraction } = read
    expect(extraction.text).toBe(text)
    const message = extraction.messages.find(m => m.code === 'words-repaired')
    expect(message?.text.en).toContain('h0p → hợp, lioạt → hoạt')
    const numbers = extraction.observations.map(o => text.slice(o.evidence.start, o.evidence.end))
    expect(numbers).toEqual(['255', '190'])
    expect(extraction.observations[1]?.indicator).toBe('organisations_active')
  })
})
