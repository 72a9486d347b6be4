import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inPlan, inReport } from './sentence.ts'

const MONTHS_TO_DATE: Corpus = [
  [
    { period: '2018-01/2018-09', status: 'actual' },
    [
      'Trong 9 tháng đầu năm 2018, toàn huyện thành lập mới [6] HTX.',
      '9 tháng năm 2018 có [6] hợp tác xã thành lập mới.',
      'Chín tháng đầu năm đã giải thể [6] HTX.',
      'Trong 9 tháng, các HTX kết nạp [6] thành viên mới.',
    ],
  ],
  [
    { period: '2018-01/2018-06', status: 'actual' },
    ['6 tháng đầu năm 2018 thành lập mới [4] HTX.', 'Trong 06 tháng đầu năm, huyện mở [4] lớp tập huấn.'],
  ],
  [{ period: '2018-07/2018-09', status: 'actual' }, ['Riêng quý III năm 2018 thành lập mới [2] HTX.']],
]

const AS_OF_A_DAY_OR_THE_END_OF_A_YEAR: Corpus = [
  [
    { period: '2018-08-31', status: 'actual' },
    [
      'Tính đến ngày 31/8/2018, toàn huyện có [24] HTX.',
      'Tính đến thời điểm 31 tháng 8 năm 2018, có [24] HTX.',
      'Đến 31/8/2018 trên địa bàn có [24] hợp tác xã đang hoạt động.',
      'Tổng số HTX tính đến ngày 31/8/2018 là [24] HTX.',
    ],
  ],
  [
    { period: '2017', status: 'actual' },
    [
      'Tính đến 31/12/2017, toàn huyện có [22] HTX.',
      'Cuối năm 2017 toàn huyện có [22] HTX.',
      'Năm 2017, toàn huyện thành lập mới [22] tổ hợp tác.',
      'Năm trước có [22] HTX ngừng hoạt động.',
    ],
  ],
]

const ESTIMATES_HOLD_WHERE_THEY_ARE_SAID: Corpus = [
  [
    { period: '2018', status: 'estimate' },
    [
      'Ước cả năm 2018 thành lập mới [9] HTX.',
      'Ước thực hiện năm 2018, doanh thu bình quân một HTX đạt [900] triệu đồng.',
      'Dự kiến đến hết năm 2018 có [26] HTX.',
      'Ước đến 31/12/2018 toàn huyện có [26] HTX.',
      'Ước đến tháng 12/2018 có [26] HTX.',
      'Hiện có 24 HTX (ước đến 31/12/2018 là [26] HTX).',
      'Thành lập mới 06 HTX, ước cả năm thành lập [9] HTX.',
    ],
  ],
  [
    { period: '2018-01/2018-09', status: 'actual' },
    [
      'Trong 9 tháng đầu năm thành lập mới [6] HTX (ước cả năm 09 HTX), giải thể 01 HTX.',
      'Trong 9 tháng đầu năm thành lập mới 06 HTX (ước cả năm 09 HTX), giải thể [2] HTX.',
      'Trong 9 tháng đầu năm 2018, các HTX kết nạp 120 thành viên (ước cả năm 150 thành viên); [35] thành viên ra khỏi HTX.',
    ],
  ],
]

const TARGETS_BY_A_YEAR: Corpus = [
  [
    { period: '2020', status: 'target' },
    [
      'Phấn đấu đến năm 2020 toàn huyện có [30] HTX.',
      'Mục tiêu đến năm 2020: có [30] HTX hoạt động hiệu quả.',
      'Đến hết năm 2020, phấn đấu thành lập mới [30] tổ hợp tác.',
      'Phấn đấu thu nhập bình quân của lao động trong HTX đạt [60] triệu đồng/người/năm vào năm 2020.',
    ],
  ],
  [
    { period: '2018', status: 'target' },
    [
      'Thành lập mới 06 HTX, đạt 75% kế hoạch (kế hoạch năm 2018 là [8] HTX).',
      'Kế hoạch năm 2018 thành lập [8] HTX, 9 tháng đã thành lập 06 HTX.',
    ],
  ],
]

const CHANGES_AGAINST_THE_SAME_PERIOD: Corpus = [
  [
    { period: '2018-01/2018-09', status: 'actual', measure: 'change' },
    [
      'Trong 9 tháng đầu năm 2018 thành lập mới 06 HTX, tăng [2] HTX so với cùng kỳ năm 2017.',
      '9 tháng đầu năm 2018, tổng doanh thu của các HTX đạt 21 tỷ đồng, tăng [12]% so với cùng kỳ.',
      '9 tháng đầu năm 2018, các HTX thu hút 140 thành viên mới, giảm [8,5]% so cùng kỳ năm trước.',
      '9 tháng đầu năm 2018 thành lập mới 06 HTX, bằng [120]% cùng kỳ.',
    ],
  ],
]

const PERIODS_OF_HEADINGS: Corpus = [
  [
    { period: '2017', status: 'actual' },
    [
      'I. KẾT QUẢ THỰC HIỆN NĂM 2017\n\nToàn huyện có [22] HTX.',
      'I. Kết quả thực hiện năm 2017\n\n1. Về số lượng\n\n- Thành lập mới [22] tổ hợp tác.',
    ],
  ],
  [
    { period: '2018-01/2018-06', status: 'actual' },
    [
      'II. TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2018\n\nThành lập mới [3] HTX.',
      'II. Tình hình 6 tháng đầu năm 2018\n\n1. Hợp tác xã\n\nSố HTX thành lập mới: [3] HTX.',
    ],
  ],
  [
    { period: '2019', status: 'target' },
    [
      'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019\n\nThành lập mới [5] HTX.',
      'III. Kế hoạch năm 2019\n\n- Số HTX thành lập mới: [5] HTX.',
      'III. MỤC TIÊU NĂM 2019\n\n1. Hợp tác xã\n\na) Thành lập mới [5] HTX.',
    ],
  ],
]

const SEVERAL_PERIODS_IN_ONE_SENTENCE: Corpus = [
  [
    { period: '2016/2018', status: 'actual' },
    [
      'Giai đoạn 2016-2018, toàn huyện thành lập mới [14] HTX.',
      'Từ năm 2016 đến năm 2018 đã thành lập [14] HTX.',
      'Trong 3 năm 2016 - 2018, thành lập mới [14] HTX.',
    ],
  ],
  [
    { period: '2018-09-15', status: 'actual' },
    ['Đến ngày 15/9, toàn huyện có [24] HTX.', 'Đến ngày 15 tháng 9 năm 2018 đã có [24] HTX chuyển đổi.'],
  ],
  [
    { period: '2018-01/2018-03', status: 'actual' },
    ['Quý I năm 2018 thành lập mới [2] HTX.', 'Trong quý I/2018, huyện thành lập mới [2] THT.'],
  ],
  [
    { period: '2017', status: 'actual', value: 22 },
    [
      'Toàn huyện có 24 HTX (năm 2017: [22] HTX).',
      'Toàn huyện có 24 HTX, trong khi năm 2017 là [22] HTX.',
      'Số HTX tăng từ [22] HTX năm 2017 lên 24 HTX năm 2018.',
      'Toàn huyện có 24 HTX, năm 2017 có [22] HTX.',
    ],
  ],
  [
    { period: '2018', status: 'estimate', value: 960e6 },
    [
      'Doanh thu bình quân một HTX 9 tháng đạt 720 triệu đồng, ước cả năm đạt [960] triệu đồng.',
      'Doanh thu bình quân một HTX 9 tháng đạt 720 triệu đồng (ước cả năm 2018 đạt [960] triệu đồng).',
      'Doanh thu bình quân một HTX ước cả năm 2018 đạt [960] triệu đồng, 9 tháng đạt 720 triệu đồng.',
    ],
  ],
  [
    { period: '2018-01/2018-09', status: 'actual', value: 720e6 },
    ['Doanh thu bình quân một HTX 9 tháng đạt [720] triệu đồng, ước cả năm đạt 960 triệu đồng.'],
  ],
  [
    { period: '2030', status: 'target' },
    [
      'Đến năm 2030, tầm nhìn 2045, phấn đấu có [80] HTX.',
      'Phấn đấu đến năm 2025 có 50 HTX, đến năm 2030 có [80] HTX.',
      'Mục tiêu đến năm 2025 có 50 HTX và năm 2030 có [80] HTX.',
    ],
  ],
  [
    { period: '2025', status: 'target' },
    [
      'Phấn đấu đến năm 2025 có [50] HTX, đến năm 2030 có 80 HTX.',
      'Đến năm 2025 và 2030 có [50] và 80 HTX.',
      'Đến năm 2025, 2030 lần lượt có [50] và 80 HTX.',
    ],
  ],
]

const WHAT_A_PLAN_SETS: Corpus = [
  [
    { period: '2019', status: 'target' },
    [
      'Năm 2019 phấn đấu có [12] liên hiệp hợp tác xã hoạt động hiệu quả.',
      'II. MỤC TIÊU CỤ THỂ\n\n- Thành lập mới [12] HTX trở lên.',
      'II. MỤC TIÊU CỤ THỂ\n\n- Doanh thu bình quân của HTX đạt [1.200] triệu đồng/năm.',
    ],
  ],
  [{ period: '2018', status: 'actual' }, ['I. ĐÁNH GIÁ TÌNH HÌNH NĂM 2018\n\nTrong năm đã giải thể [4] HTX.']],
  [
    { period: '2025', status: 'target' },
    ['Đến năm 2025, toàn tỉnh có [300] HTX.', 'Phấn đấu đến cuối năm 2025 có [300] HTX hoạt động hiệu quả.'],
  ],
  [{ period: '2016/2020', status: 'target' }, ['Giai đoạn 2016-2020, phấn đấu thành lập mới [60] HTX.']],
  [
    { per: ['year'], status: 'target' },
    [
      'Mỗi năm thành lập mới [10] HTX.',
      'Bình quân hằng năm phấn đấu thành lập mới [10] HTX.',
      'Phấn đấu mỗi năm thành lập mới từ [10] HTX trở lên.',
    ],
  ],
]

describe('months to date', () => {
  it.each(MONTHS_TO_DATE)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('as of a day or the end of a year', () => {
  it.each(AS_OF_A_DAY_OR_THE_END_OF_A_YEAR)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('estimates hold where they are said', () => {
  it.each(ESTIMATES_HOLD_WHERE_THEY_ARE_SAID)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('targets by a year', () => {
  it.each(TARGETS_BY_A_YEAR)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('changes against the same period', () => {
  it.each(CHANGES_AGAINST_THE_SAME_PERIOD)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('periods of headings', () => {
  it.each(PERIODS_OF_HEADINGS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('several periods in one sentence', () => {
  it.each(SEVERAL_PERIODS_IN_ONE_SENTENCE)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('what a plan sets', () => {
  it.each(WHAT_A_PLAN_SETS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inPlan)
    expect(got).toEqual(expected)
  })
})
