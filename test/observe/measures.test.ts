import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const COMPLETION_OF_A_PLAN: Corpus = [
  [
    { measure: 'plan_completion', indicator: 'organisations_new', subject: 'cooperative', unit: 'percent', value: 75 },
    [
      'Thành lập mới 06 HTX, đạt [75]% kế hoạch.',
      'Thành lập mới 06/08 HTX, đạt [75]% KH năm.',
      'Thành lập mới 06 HTX (đạt [75]% so với kế hoạch).',
      'Thành lập mới 06 HTX, bằng [75]% kế hoạch năm.',
      'Thành lập mới 06 HTX, hoàn thành [75]% chỉ tiêu kế hoạch.',
    ],
  ],
  [
    { measure: 'plan_completion', indicator: 'revenue_per_organisation', value: 102.5 },
    ['Doanh thu bình quân một HTX đạt 940 triệu đồng/năm, đạt [102,5]% kế hoạch.'],
  ],
  [{ measure: 'plan_completion', value: 105 }, ['Thành lập mới 21 THT, vượt [5]% kế hoạch.']],
]

const SHARES: Corpus = [
  [
    { measure: 'share', indicator: 'organisations_effective', unit: 'percent', value: 62 },
    [
      'Có 15 HTX hoạt động hiệu quả, chiếm [62]%.',
      'Có 15 HTX hoạt động hiệu quả, chiếm tỷ lệ [62]% tổng số HTX.',
      'Tỷ lệ HTX hoạt động hiệu quả đạt [62]%.',
      'HTX hoạt động hiệu quả chiếm [62]% tổng số HTX.',
      'Có 15 HTX hoạt động có hiệu quả ([62]%).',
    ],
  ],
  [
    { measure: 'share', indicator: 'managers_higher', value: 21 },
    [
      'Số cán bộ quản lý HTX có trình độ cao đẳng, đại học là 34 người, chiếm [21]%.',
      'Cán bộ quản lý có trình độ cao đẳng, đại học trở lên chiếm [21]%.',
    ],
  ],
]

const CHANGES: Corpus = [
  [
    { measure: 'change', indicator: 'members', unit: 'person', value: -150 },
    [
      'Tổng số thành viên HTX là 2.310 người, giảm [150] người so với năm 2017.',
      'Tổng số thành viên HTX 2.310 người, giảm [150] thành viên so với cùng kỳ.',
    ],
  ],
  [
    { measure: 'change', indicator: 'organisations', unit: 'organisation', value: 3 },
    [
      'Toàn huyện có 24 HTX, tăng [3] HTX so với năm 2017.',
      'Toàn huyện có 24 HTX (tăng [3] HTX so với cùng kỳ).',
      'Toàn huyện có 24 HTX, tăng thêm [3] HTX so với cuối năm 2017.',
    ],
  ],
  [
    { measure: 'change', indicator: 'revenue_per_organisation', unit: 'percent', value: 8.2 },
    ['Doanh thu bình quân một HTX đạt 940 triệu đồng, tăng [8,2]% so với năm trước.'],
  ],
  [
    { measure: 'change', indicator: 'profit_per_organisation', unit: 'VND', value: 12e6 },
    ['Lãi bình quân một HTX đạt 110 triệu đồng/năm, tăng [12] triệu đồng so với năm 2017.'],
  ],
  [
    { measure: 'change', indicator: 'income_per_worker', unit: 'percent', value: -4 },
    ['Thu nhập bình quân của lao động trong HTX đạt 42 triệu đồng/người/năm, giảm [4]% so với cùng kỳ.'],
  ],
]

const MULTIPLES: Corpus = [
  [
    { measure: 'multiple', unit: 'times', value: 1.5 },
    [
      'Doanh thu bình quân một HTX đạt 940 triệu đồng, gấp [1,5] lần năm 2012.',
      'Số thành viên HTX tăng [1,5] lần so với năm 2012.',
      'Doanh thu của các HTX gấp [1,5] lần so với năm 2015.',
    ],
  ],
]

const THE_FIGURE_THAT_OTHERS_QUALIFY: Corpus = [
  [
    { measure: 'level', indicator: 'organisations', value: 24 },
    [
      'Toàn huyện có [24] HTX, tăng 3 HTX so với năm 2017, đạt 96% kế hoạch.',
      'Toàn huyện hiện có tổng số [24] hợp tác xã, đạt 96% kế hoạch.',
    ],
  ],
  [
    { measure: 'level', indicator: 'organisations_dissolved' },
    ['Giải thể [3] HTX hoạt động yếu kém.', 'Đã giải thể, xóa tên [3] HTX.', 'Có [3] HTX giải thể.'],
  ],
  [
    { measure: 'level', indicator: 'organisations_suspended' },
    ['Có [3] HTX ngừng hoạt động.', 'Còn [3] HTX tạm ngừng hoạt động chưa giải thể.'],
  ],
]

describe('completion of a plan', () => {
  it.each(COMPLETION_OF_A_PLAN)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('shares', () => {
  it.each(SHARES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('changes', () => {
  it.each(CHANGES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('multiples', () => {
  it.each(MULTIPLES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('the figure that others qualify', () => {
  it.each(THE_FIGURE_THAT_OTHERS_QUALIFY)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
