import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const COMPARATORS: Corpus = [
  [
    { comparator: 'about', value: 40 },
    ['Toàn huyện có khoảng [40] HTX.', 'Có gần [40] HTX hoạt động hiệu quả.', 'Có xấp xỉ [40] HTX.'],
  ],
  [
    { comparator: 'ge', value: 40 },
    [
      'Có ít nhất [40] HTX hoạt động hiệu quả.',
      'Tối thiểu [40] HTX tham gia liên kết.',
      'Phấn đấu có từ [40] HTX trở lên.',
      'Phấn đấu tỷ lệ HTX hoạt động hiệu quả đạt từ [40]% trở lên.',
      'Không dưới [40]% HTX hoạt động hiệu quả.',
    ],
  ],
  [
    { comparator: 'gt', value: 40 },
    [
      'Có trên [40] HTX hoạt động hiệu quả.',
      'Tạo việc làm cho hơn [40] lao động trong các HTX.',
      'Phấn đấu trên [40]% HTX hoạt động hiệu quả.',
    ],
  ],
  [{ comparator: 'lt', value: 40 }, ['Dưới [40]% HTX hoạt động hiệu quả.', 'Tỷ lệ HTX yếu kém còn dưới [40]%.']],
  [
    { comparator: 'eq', value: 40 },
    ['Toàn huyện có [40] HTX.', 'Trên địa bàn huyện có [40] HTX.', 'Hơn nữa, huyện có [40] HTX.'],
  ],
  [{ comparator: 'ge', value: 30 }, ['Ít nhất 25 HTX và [30] THT thành lập mới.']],
  [
    { min: 900e6, max: 1030e6 },
    [
      'Doanh thu bình quân của HTX đạt từ [900 – 1.030] triệu đồng/HTX/năm.',
      'Doanh thu bình quân một HTX từ [900 triệu đồng đến 1.030] triệu đồng/năm.',
    ],
  ],
  [
    { comparator: 'le', value: 40_000_000 },
    ['Hỗ trợ tối đa [40] triệu đồng cho một HTX.', 'Mức hỗ trợ không quá [40] triệu đồng/HTX.'],
  ],
  [
    { min: 3_500_000, max: 4_000_000 },
    [
      'Thu nhập bình quân của lao động đạt [3,5-4] triệu đồng/người/tháng.',
      'Thu nhập bình quân của lao động đạt từ [3,5 đến 4] triệu đồng/người/tháng.',
    ],
  ],
]

describe('comparators', () => {
  it.each(COMPARATORS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
