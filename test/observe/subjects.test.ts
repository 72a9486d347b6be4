import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const WHOSE_STATISTIC_IT_IS: Corpus = [
  [
    { subject: 'cooperative' },
    [
      'Toàn huyện có [24] HTX.',
      'Số HTX thành lập mới là [24].',
      'Doanh thu bình quân một hợp tác xã đạt [24] tỷ đồng.',
      'Tổng số thành viên HTX là [24] người.',
      'Thu nhập bình quân của lao động làm việc thường xuyên trong HTX đạt [24] triệu đồng/năm.',
    ],
  ],
  [
    { subject: 'cooperative_union' },
    [
      'Trên địa bàn có [2] liên hiệp HTX.',
      'Có [2] LHHTX với 12 HTX thành viên.',
      'Số liên hiệp hợp tác xã đang hoạt động là [2].',
    ],
  ],
  [
    { subject: 'cooperative_group' },
    [
      'Toàn huyện có [140] THT.',
      'Có [140] tổ hợp tác với 1.840 thành viên.',
      'Có 140 tổ hợp tác với [1.840] thành viên.',
      'Doanh thu bình quân một tổ hợp tác đạt [310] triệu đồng/năm.',
      '3. Tổ hợp tác\n\nTổng số thành viên là [1.840] người.',
      'Trong đó [35] THT có đăng ký chứng thực.',
    ],
  ],
  [
    { subject: 'credit_fund' },
    [
      'Trên địa bàn có [5] quỹ tín dụng nhân dân.',
      'Có [5] QTDND hoạt động ổn định.',
      '4. Quỹ tín dụng nhân dân\n\nDư nợ cho vay đạt [85] tỷ đồng.',
    ],
  ],
  [
    { subject: 'support_fund' },
    [
      'Quỹ hỗ trợ phát triển hợp tác xã đã cho vay [6] tỷ đồng.',
      'Vốn điều lệ của Quỹ Hỗ trợ phát triển HTX là [6] tỷ đồng.',
    ],
  ],
  [
    { subject: 'collective_economy' },
    ['Kinh tế tập thể đóng góp [4,5]% GRDP của tỉnh.', 'Khu vực kinh tế tập thể thu hút [4.500] lao động.'],
  ],
]

const BRANCHES: Corpus = [
  [
    { sector: 'agriculture' },
    [
      'Có [18] HTX nông nghiệp.',
      'HTX nông - lâm - ngư nghiệp: [18] HTX.',
      'Lĩnh vực nông nghiệp: [18] HTX, 620 thành viên.',
      'Lĩnh vực nông nghiệp: 18 HTX, [620] thành viên.',
      '2.1. Lĩnh vực nông, lâm, thủy sản\n\nCó [18] hợp tác xã đang hoạt động.',
      'Trong đó có [18] HTX hoạt động trong lĩnh vực nông nghiệp.',
    ],
  ],
  [{ sector: 'industry' }, ['Có [3] HTX công nghiệp - tiểu thủ công nghiệp.', 'Lĩnh vực CN-TTCN: [3] HTX.']],
  [{ sector: 'construction' }, ['Có [3] HTX xây dựng.', 'Lĩnh vực xây dựng: [3] HTX.']],
  [{ sector: 'trade' }, ['Có [3] HTX thương mại, dịch vụ.', 'Lĩnh vực thương mại - dịch vụ: [3] HTX.']],
  [{ sector: 'transport' }, ['Có [3] HTX vận tải.', 'Lĩnh vực giao thông vận tải: [3] HTX với 85 đầu xe.']],
  [{ sector: 'environment' }, ['Có [3] HTX môi trường.', 'Có [3] HTX vệ sinh môi trường.']],
  [{ sector: 'credit' }, ['Lĩnh vực tín dụng: [3] quỹ tín dụng nhân dân.']],
  [{ sector: 'non_agriculture' }, ['Có [3] HTX phi nông nghiệp.']],
  [
    { sector: null },
    [
      'Toàn huyện có [24] HTX, trong đó 18 HTX nông nghiệp.',
      'Toàn huyện có [24] HTX (18 HTX nông nghiệp, 03 HTX vận tải, 03 HTX xây dựng).',
    ],
  ],
]

const FIGURES_NAMED_RESPECTIVELY: Corpus = [
  [
    { value: 12, subject: 'cooperative' },
    [
      'Số HTX và THT thành lập mới lần lượt là [12] và 20.',
      'Thành lập mới [12] HTX, 20 THT.',
      'Thành lập mới [12] HTX và 20 THT.',
    ],
  ],
  [
    { value: 20, subject: 'cooperative_group' },
    [
      'Số HTX và THT thành lập mới lần lượt là 12 và [20].',
      'Thành lập mới 12 HTX, [20] THT.',
      'Thành lập mới 12 HTX và [20] THT.',
    ],
  ],
]

describe('whose statistic it is', () => {
  it.each(WHOSE_STATISTIC_IT_IS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('branches', () => {
  it.each(BRANCHES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('figures named respectively', () => {
  it.each(FIGURES_NAMED_RESPECTIVELY)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
