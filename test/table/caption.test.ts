import { describe, expect, it } from 'vitest'
import { modelOf, modelsOf, tabbed } from './drawn.ts'

const TABLE = tabbed('TT | Nội dung | TH 2018 | KH 2019\n1 | Vốn điều lệ | 120 | 135\n2 | Nợ phải trả | 40 | 42')

const captionOver = (above: string) => modelOf(`${above}\n${TABLE}`).caption

describe('the title of a table', () => {
  it.each([
    ['one line above it', 'TÌNH HÌNH TÀI CHÍNH NĂM 2018', 'TÌNH HÌNH TÀI CHÍNH NĂM 2018'],
    [
      'several lines, from top to bottom',
      'TÌNH HÌNH TÀI CHÍNH\nCỦA CÁC HỢP TÁC XÃ NĂM 2018\n',
      'TÌNH HÌNH TÀI CHÍNH CỦA CÁC HỢP TÁC XÃ NĂM 2018',
    ],
    ['without the line of its unit', 'VỐN CỦA CÁC HTX\nĐơn vị tính: triệu đồng', 'VỐN CỦA CÁC HTX'],
    ['without the unit in brackets', 'VỐN CỦA CÁC HTX (ĐVT: triệu đồng)', 'VỐN CỦA CÁC HTX'],
    [
      'without the line that says what it belongs to',
      'VỐN CỦA CÁC HTX\n(Kèm theo Kế hoạch số 12/KH-UBND)',
      'VỐN CỦA CÁC HTX',
    ],
  ])('is %s', (_, above, title) => {
    expect(captionOver(above).title).toBe(title)
  })

  it.each([
    ['where nothing stands above', ''],
    ['where a sentence stands above', 'Các hợp tác xã đã huy động vốn và trả nợ đúng hạn theo cam kết.'],
  ])('is none %s', (_, above) => {
    expect(captionOver(above).title).toBeNull()
  })

  it('is not what stands above another table', () => {
    const other = tabbed('TT | Nội dung | TH 2018 | KH 2019 | KH 2020\n1 | Đất | 12 | 13 | 14\n2 | Máy | 4 | 4 | 5')
    const text = `VỐN CỦA CÁC HTX\nĐơn vị tính: triệu đồng\n${TABLE}\n\nTÀI SẢN CỦA CÁC HTX\n${other}`
    expect(modelsOf(text).map(({ caption: { title, unit } }) => [title, unit?.words.text ?? null])).toEqual([
      ['VỐN CỦA CÁC HTX', 'triệu đồng'],
      ['TÀI SẢN CỦA CÁC HTX', null],
    ])
  })
})

describe('the unit of a whole table', () => {
  it.each([
    ['VỐN CỦA CÁC HTX\nĐơn vị tính: triệu đồng', 'triệu đồng'],
    ['VỐN CỦA CÁC HTX\nĐơn vị: Triệu đồng', 'Triệu đồng'],
    ['VỐN CỦA CÁC HTX\n(Đơn vị tính: triệu đồng)', 'triệu đồng'],
    ['VỐN CỦA CÁC HTX\nĐVT: tr.đ', 'tr.đ'],
    ['VỐN CỦA CÁC HTX\nĐ.v.t: nghìn đồng', 'nghìn đồng'],
    ['VỐN CỦA CÁC HTX\nĐơn vị tính: 1.000 đồng', '1.000 đồng'],
    ['VỐN CỦA CÁC HTX (ĐVT: triệu đồng)', 'triệu đồng'],
    ['VỐN CỦA CÁC HTX (triệu đồng)', 'triệu đồng'],
    ['VỐN CỦA CÁC HTX (triệu đồng, đến 31/10/2018)', 'triệu đồng'],
    ['CƠ CẤU VỐN CỦA CÁC HTX (%)', '%'],
    ['VỐN CỦA CÁC HTX\nĐơn vị tính; triệu đồng', 'triệu đồng'],
  ])('%j', (above, unit) => {
    expect(captionOver(above).unit?.words.text).toBe(unit)
  })

  it.each([
    ['a title without one', 'VỐN CỦA CÁC HTX'],
    ['brackets that hold no unit', 'VỐN CỦA CÁC HTX (tính đến 31/12/2018)'],
    ['brackets that hold other words', 'VỐN CỦA CÁC HTX (dự thảo)'],
  ])('is not in %s', (_, above) => {
    expect(captionOver(above).unit).toBeNull()
  })

  it('is known by its place in the document', () => {
    const text = `VỐN CỦA CÁC HTX\nĐơn vị tính: triệu đồng\n${TABLE}`
    const words = modelOf(text).caption.unit?.words
    expect(text.slice(words?.starts[0], words?.ends.at(-1))).toBe('triệu đồng')
  })
})
