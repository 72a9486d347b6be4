import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const CAPITAL: Corpus = [
  [
    { indicator: 'charter_capital' },
    [
      'Vốn điều lệ của cả 05 hợp tác xã là [2 tỷ 350 triệu] đồng.',
      'Vốn điều lệ 142,99 tỷ đồng; tính bình quân 54 thành viên/HTX và [790] triệu đồng/HTX.',
      'Quỹ hỗ trợ phát triển HTX tỉnh có vốn ban đầu 5 tỷ đồng, nay là [23,8] tỷ đồng.',
      'Bổ sung vốn điều lệ cho Quỹ hỗ trợ phát triển hợp tác xã 5 tỷ đồng để Quỹ đạt mức [15] tỷ đồng.',
    ],
  ],
  [
    { indicator: 'capital_allocated' },
    ['Kết cấu hạ tầng: 07 HTX được hỗ trợ đầu tư 11 công trình; tổng vốn [21,6] tỷ đồng.'],
  ],
]

const DEBTS: Corpus = [
  [
    { indicator: 'money_other' },
    [
      'Công nợ phải thu của xã viên còn 86.240 triệu đồng, trong đó nợ khó đòi quá 05 năm [31.915] triệu đồng.',
      'Thu nhập của Quỹ từ hoạt động cho vay là [2.096] triệu đồng.',
      'Thu nợ gốc 36,1 tỷ đồng, thu lãi [3,95] tỷ đồng.',
      'Ngân sách 320 triệu đồng, HTX đối ứng [320] triệu đồng.',
      'Giá trị hợp đồng ghi nhớ được ký tại các hội chợ đạt xấp xỉ [14] tỷ đồng.',
      'Doanh số bán qua mạng khoảng [9,3] tỷ đồng.',
    ],
  ],
  [{ indicator: 'loans_bad' }, ['Dư nợ 58,7 tỷ đồng; nợ xấu [2,3] tỷ đồng.']],
  [
    { indicator: 'loans_outstanding_short', value: 41_500_000_000 },
    ['HTX còn dư nợ 58,3 tỷ đồng tại các ngân hàng (ngắn hạn [41,5]; trung, dài hạn 16,8).'],
  ],
]

const INCOME: Corpus = [
  [
    { indicator: 'income_per_member' },
    [
      'Thu nhập của thành viên các tổ chăn nuôi 55 triệu đồng/năm, còn thành viên các tổ mây tre chỉ được khoảng [2] triệu đồng một tháng.',
      'Thu nhập của lao động 5,2 tr.đ/người/tháng; TV: [4,4] tr.đ/người/tháng.',
    ],
  ],
  [{ indicator: 'income_per_person' }, ['Thu nhập bình quân của thành viên và người lao động gấp [1,5] lần năm 2010.']],
  [
    { indicator: 'money_other', subject: 'other', per: ['person'] },
    ['Thu nhập bình quân đầu người của tỉnh [45] triệu đồng.', 'GRDP bình quân đầu người đạt [45] triệu đồng.'],
  ],
]

const REVENUE: Corpus = [
  [
    { indicator: 'revenue' },
    [
      'Doanh thu của 35 HTX đạt [20] tỷ đồng.',
      'Doanh thu của khu vực HTX (không tính quỹ tín dụng) ước trên [203] tỷ đồng.',
    ],
  ],
  [
    { indicator: 'revenue_from_others' },
    ['Doanh thu từ thành viên chiếm 62%, còn lại [38]% là bán ra ngoài.', 'Doanh thu ngoài xã viên [144] tỷ đồng.'],
  ],
  [
    { indicator: 'revenue_per_organisation', measure: 'multiple' },
    ['Doanh thu bình quân 1.450 triệu đồng/HTX, gấp 2,1 lần so với năm 2010 và [4,5] lần so với năm 2002.'],
  ],
  [
    { indicator: 'revenue_per_organisation', comparator: 'about' },
    ['Doanh thu bình quân một HTX đạt khoảng [400] triệu đồng.'],
  ],
]

const BESIDE_A_MEAN: Corpus = [
  [
    { indicator: 'profit_per_organisation', per: ['organisation'] },
    [
      'Bình quân mỗi hợp tác xã đạt doanh thu 1.240 triệu đồng, tăng 6,9%, lợi nhuận [96] triệu đồng.',
      'Doanh thu bình quân 590 triệu đồng/hợp tác xã, lãi [19] triệu đồng.',
    ],
  ],
  [
    { indicator: 'income_per_worker', per: ['person', 'month'] },
    ['Thu nhập của lao động đạt 3,9 triệu đồng/người/tháng, cao nhất là vận tải [5,6] triệu đồng.'],
  ],
  [
    { indicator: 'loans' },
    [
      'Quỹ giải ngân cho vay 58 dự án với [42,7] tỷ đồng.',
      'Quỹ hỗ trợ phát triển HTX tỉnh giải ngân cho 09 HTX, [5,6] tỷ đồng.',
    ],
  ],
]

const PER: Corpus = [
  [
    { per: ['person', 'month'] },
    [
      'Đưa 10 sinh viên về làm việc tại HTX, mỗi người được hỗ trợ không quá [3] triệu đồng/tháng.',
      'Tiền công của lao động trong HTX đạt [4,5] triệu đồng một tháng.',
    ],
  ],
  [
    { per: ['organisation'] },
    ['Hỗ trợ 144 lượt HTX, mỗi lượt không quá [60] triệu đồng.', 'Tính ra mỗi HTX lãi [43] triệu đồng.'],
  ],
]

describe.each([
  ['capital', CAPITAL],
  ['debts', DEBTS],
  ['income', INCOME],
  ['revenue', REVENUE],
  ['beside a mean', BESIDE_A_MEAN],
  ['what an amount is per', PER],
] as const)('%s', (_, corpus) => {
  it.each(corpus)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
