import { expect, test } from 'vitest'
import { type Corpus, compare, observerOf } from './sentence.ts'

const SURVEY_OF_THREE_YEARS = `CỤC THỐNG KÊ TỈNH NAM ĐỊNH
Số: 46/BC-CTK
Nam Định, ngày 25 tháng 3 năm 2021

BÁO CÁO
Thực trạng hợp tác xã qua kết quả điều tra các năm 2018, 2019, 2020

`

const MONITORING = `HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NAM
Số: 38/BC-KTNS
Quảng Nam, ngày 08 tháng 6 năm 2020

BÁO CÁO
Kết quả giám sát việc thực hiện các chính sách hỗ trợ phát triển hợp tác xã giai đoạn 2016 - 2019

`

const IN_SURVEY: Corpus = [
  [
    { period: '2018' },
    [
      'Số HTX hoạt động năm 2020 là 371 HTX (năm 2018: 352 HTX); số ngừng hoạt động tăng từ [39] lên 48 HTX.',
      'Năm 2020 các HTX có 2.095 cán bộ, hơn năm 2018 là 40 người; tỷ lệ chưa qua đào tạo giảm từ [43,5]% xuống 36,2%.',
      'Lao động ít hơn 0,7 người so với năm 2018, năm 2020 còn 24 người. Tỷ lệ qua đào tạo từ [31]% tăng lên 38,6%.',
      'Tỷ lệ lao động nữ ba năm lần lượt là [46,2]%, 47,0% và 47,5%.',
    ],
  ],
  [{ period: '2019' }, ['Tỷ lệ lao động nữ ba năm lần lượt là 46,2%, [47,0]% và 47,5%.']],
  [
    { period: '2020' },
    [
      'Số HTX hoạt động năm 2020 là 371 HTX (năm 2018: 352 HTX); số ngừng hoạt động tăng từ 39 lên [48] HTX.',
      'Năm 2019 tăng 17 HTX so với năm 2018, năm 2020 tăng [11] HTX so với năm 2019.',
      'Có 50 HTX năm 2018 và 52 HTX năm 2019; số ngừng hoạt động tăng từ 39 lên [48] HTX năm 2020.',
    ],
  ],
  [
    { indicator: 'organisations', unit: 'organisation', period: '2018' },
    ['Tại thời điểm 31/12 các năm 2018, 2019 và 2020, tỉnh có tương ứng [391], 408 và 419 hợp tác xã.'],
  ],
  [
    { indicator: 'organisations', sector: 'trade' },
    [
      'Khu vực nông nghiệp tăng từ 268 lên 285 HTX, khu vực dịch vụ tăng từ [71] lên 87 HTX.',
      'Khu vực nông nghiệp tăng từ 268 lên 285 HTX, khu vực dịch vụ tăng từ 71 lên [87] HTX.',
    ],
  ],
  [{ period: '2018/2020' }, ['Nộp ngân sách ba năm được [58,2] tỷ đồng.']],
  [
    { indicator: 'organisations', sector: 'agriculture' },
    ['Khu vực nông nghiệp tăng từ [268] lên 285 hợp tác xã.', 'Khu vực nông nghiệp tăng từ 268 lên [285] hợp tác xã.'],
  ],
  [{ measure: 'change', value: -26 }, ['Có 118 HTX ngừng hoạt động, bớt được [26] HTX so với hai năm trước.']],
  [{ measure: 'change', value: -130 }, ['Lao động thường xuyên có 9.180 người, mất [130] việc làm.']],
]

const IN_MONITORING: Corpus = [
  [
    { period: '2016/2019' },
    [
      '1. Chính sách xúc tiến thương mại\n\nCó [37] sản phẩm của hợp tác xã được chứng nhận OCOP.',
      '2. Chính sách đầu tư\n\nĐã xây [15] nhà kho, 06 xưởng sơ chế. Hợp tác xã đối ứng 8,2 tỷ đồng.',
      '2. Chính sách đầu tư\n\nĐã xây 15 nhà kho. Hợp tác xã đối ứng [8,2] tỷ đồng.',
    ],
  ],
  [
    { period: '2019-01/2019-06' },
    ['2. Kết quả các chính sách (số liệu 6 tháng đầu năm 2019):\n\n- Bồi dưỡng: mở [11] lớp, 300 lượt người.'],
  ],
  [
    { comparator: 'eq' },
    [
      'Có 54,5% cán bộ quản lý chưa qua đào tạo (210 trên [385] người).',
      'Đã giải ngân 540 triệu đồng trên [1.180] triệu đồng dự toán.',
      'Các tổ hợp tác canh tác trên [38.700] ha.',
    ],
  ],
  [{ comparator: 'gt' }, ['Doanh thu đạt trên [540] triệu đồng.', 'Có trên [1.180] thành viên.']],
]

test.each(IN_SURVEY)('survey of three years: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(SURVEY_OF_THREE_YEARS))
  expect(got).toEqual(expected)
})

test.each(IN_MONITORING)('monitoring of policies: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(MONITORING))
  expect(got).toEqual(expected)
})
