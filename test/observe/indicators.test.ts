import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const INDICATORS: Corpus = [
  [
    { indicator: 'organisations_new' },
    [
      'Vận động thành lập được [4] HTX.',
      'Đã ra mắt [4] HTX mới.',
      'Phát triển mới [4] HTX.',
      'Số HTX thành lập mới trong kỳ: [4].',
      'Thành lập được [4] HTX kiểu mới.',
    ],
  ],
  [
    { indicator: 'members' },
    [
      'Các HTX có [1.250] thành viên.',
      'Tổng số xã viên HTX là [1.250] người.',
      'Thu hút [1.250] thành viên tham gia HTX.',
    ],
  ],
  [
    { indicator: 'members_new' },
    [
      'Kết nạp mới [85] thành viên.',
      'Số thành viên mới gia nhập HTX là [85] người.',
      'Thành viên mới tham gia HTX: [85] thành viên.',
    ],
  ],
  [{ indicator: 'members_left' }, ['Có [12] thành viên ra khỏi HTX.', 'Số thành viên xin ra khỏi HTX là [12] người.']],
  [
    { indicator: 'workers' },
    [
      'Giải quyết việc làm cho [640] lao động.',
      'Tạo việc làm thường xuyên cho [640] lao động tại các HTX.',
      'Tổng số lao động thường xuyên trong HTX là [640] người.',
      'Các HTX sử dụng [640] lao động thường xuyên.',
    ],
  ],
  [
    { indicator: 'workers_also_members' },
    [
      'Lao động thường xuyên 640 người, trong đó [410] người đồng thời là thành viên HTX.',
      'Số lao động là thành viên HTX: [410] người.',
    ],
  ],
  [{ indicator: 'managers' }, ['Tổng số cán bộ quản lý HTX là [96] người.', 'Có [96] cán bộ quản lý HTX.']],
  [
    { indicator: 'managers_basic' },
    [
      'Cán bộ quản lý HTX 96 người, trong đó trình độ sơ cấp, trung cấp [41] người.',
      'Số cán bộ quản lý HTX đạt trình độ sơ, trung cấp là [41] người.',
    ],
  ],
  [
    { indicator: 'managers_higher' },
    [
      'Cán bộ quản lý HTX 96 người, trong đó có [20] người trình độ cao đẳng, đại học.',
      'Số cán bộ quản lý HTX có trình độ đại học trở lên là [20] người.',
    ],
  ],
  [
    { indicator: 'trainees' },
    [
      'Mở 03 lớp tập huấn cho [180] lượt người.',
      'Tập huấn cho [180] lượt cán bộ quản lý HTX.',
      'Cử [180] học viên tham gia lớp bồi dưỡng.',
    ],
  ],
  [
    { indicator: 'classes', value: 3 },
    ['Mở [3] lớp tập huấn cho 180 lượt người.', 'Tổ chức [ba] lớp bồi dưỡng nghiệp vụ cho cán bộ HTX.'],
  ],
  [
    { indicator: 'revenue' },
    ['Tổng doanh thu của các HTX đạt [21] tỷ đồng.', 'Doanh thu của các HTX trên địa bàn đạt [21] tỷ đồng.'],
  ],
  [
    { indicator: 'charter_capital', unit: 'VND' },
    ['Tổng vốn điều lệ của các HTX là [38] tỷ đồng.', 'HTX có vốn điều lệ bình quân [1,2] tỷ đồng.'],
  ],
  [
    { indicator: 'loans' },
    [
      'Quỹ cho 12 HTX vay [6,5] tỷ đồng.',
      'Doanh số cho vay đạt [6,5] tỷ đồng.',
      '05 HTX được vay vốn với số tiền [6,5] tỷ đồng.',
    ],
  ],
  [
    { indicator: 'loans_outstanding' },
    ['Dư nợ cho vay HTX đạt [14] tỷ đồng.', 'Tổng dư nợ đối với HTX là [14] tỷ đồng.'],
  ],
  [
    { indicator: 'support_funding' },
    [
      'Kinh phí hỗ trợ [420] triệu đồng.',
      'Hỗ trợ thành lập mới 07 HTX, kinh phí [140] triệu đồng.',
      'Tổng kinh phí thực hiện là [420] triệu đồng.',
    ],
  ],
  [
    { indicator: 'capital_disbursed' },
    ['Đã giải ngân [3.200] triệu đồng.', 'Vốn phân bổ 4.800 triệu đồng, giải ngân [3.200] triệu đồng.'],
  ],
  [
    { indicator: 'capital_allocated' },
    ['Vốn phân bổ [4.800] triệu đồng, giải ngân 3.200 triệu đồng.', 'Đã bố trí [4.800] triệu đồng cho 03 dự án.'],
  ],
  [
    { indicator: 'organisations_digital' },
    ['Có [6] HTX ứng dụng công nghệ số trong quản lý.', 'Có [6] HTX chuyển đổi số.'],
  ],
  [
    { indicator: 'organisations_in_value_chain' },
    [
      'Có [16] HTX tham gia liên kết theo chuỗi giá trị.',
      '[16] HTX liên kết với doanh nghiệp theo chuỗi giá trị sản phẩm.',
    ],
  ],
  [
    { indicator: 'organisations_good' },
    [
      'Xếp loại: tốt [8] HTX, trung bình 10 HTX, yếu 06 HTX.',
      'HTX xếp loại tốt, khá: [8] HTX.',
      'Loại khá, tốt có [8] HTX.',
    ],
  ],
  [{ indicator: 'organisations_average', value: 10 }, ['Xếp loại: tốt 08 HTX, trung bình [10] HTX, yếu 06 HTX.']],
  [
    { indicator: 'organisations_weak', value: 6 },
    ['Xếp loại: tốt 08 HTX, trung bình 10 HTX, yếu [6] HTX.', 'Có [6] HTX yếu kém.'],
  ],
  [
    { indicator: 'member_organisations', unit: 'organisation' },
    ['Có 02 LHHTX với [12] HTX thành viên.', 'Liên hiệp HTX có [12] hợp tác xã thành viên.'],
  ],
  [
    { indicator: 'budget_contribution' },
    ['Các HTX nộp ngân sách [1,1] tỷ đồng.', 'Nộp ngân sách nhà nước [1,1] tỷ đồng.'],
  ],
  [{ indicator: 'products' }, ['Có [9] sản phẩm OCOP của HTX.', 'Có [9] sản phẩm được công nhận OCOP 3 sao.']],
  [{ unit: 'hectare', indicator: 'land_area' }, ['Các HTX được giao [25] ha đất.', 'Diện tích đất thuê là [25]ha.']],
]

const STATISTICS_BEYOND_THE_COLLECTIVE_ECONOMY: Corpus = [
  [
    { value: 45e6, unit: 'VND', measure: 'level' },
    ['GRDP bình quân đầu người đạt [45] triệu đồng.', 'Thu nhập bình quân đầu người đạt [45] triệu đồng/năm.'],
  ],
  [
    { value: 5.2, unit: 'percent', indicator: 'other', subject: 'other', measure: 'share' },
    ['Tỷ lệ hộ nghèo giảm còn [5,2]%.', 'Tỷ lệ hộ nghèo còn [5,2] %.', 'Tỷ lệ hộ dân dùng điện đạt [5,2]%.'],
  ],
  [
    { unit: 'other', indicator: 'other', subject: 'other' },
    [
      'Sản lượng lương thực đạt [22] vạn tấn.',
      'Tổng đàn bò [120] nghìn con.',
      'Thu hút [2,5] triệu lượt khách du lịch.',
    ],
  ],
  [{ value: 220000, unit: 'other' }, ['Sản lượng lương thực đạt [22] vạn tấn.']],
  [
    { indicator: 'other', measure: 'change', subject: 'other' },
    ['Tốc độ tăng trưởng kinh tế đạt [11,2]%.', 'GRDP toàn tỉnh tăng [7,0]%.'],
  ],
  [
    { indicator: 'money_other', subject: 'other' },
    [
      'Giá trị xuất khẩu đạt [120] triệu USD.',
      'Thu ngân sách nhà nước trên địa bàn đạt [3.200] tỷ đồng.',
      'Giá trị sản xuất công nghiệp đạt [12.500] tỷ đồng.',
    ],
  ],
]

const NUMBERS_IN_WORDS: Corpus = [
  [{ value: 2, unit: 'organisation' }, ['Thành lập mới [hai] HTX.', 'Giải thể [hai] hợp tác xã.']],
  [{ value: 2.5e6 }, ['Thu nhập bình quân của lao động trong HTX là [2,5] triệu đồng/tháng.']],
  [{ value: 25, unit: 'organisation' }, ['Toàn huyện có [hai mươi lăm] HTX.', 'Toàn huyện có [25] HTX.']],
]

describe('indicators', () => {
  it.each(INDICATORS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('statistics beyond the collective economy', () => {
  it.each(STATISTICS_BEYOND_THE_COLLECTIVE_ECONOMY)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('numbers in words', () => {
  it.each(NUMBERS_IN_WORDS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('numbers that are no statistics', () => {
  it.each([
    '[một] HTX điển hình là HTX Tân Tiến.',
    'Theo Nghị định số [193]/2013/NĐ-CP của Chính phủ.',
    'Biểu mẫu số [01] kèm theo.',
    'Kế hoạch 5 năm [2016-2020] được triển khai.',
    'Căn cứ Điều [4] Luật Hợp tác xã.',
    'Điện thoại: [0291] 3822 123.',
    'Đề án phát triển [15.000] hợp tác xã, liên hiệp hợp tác xã nông nghiệp hoạt động có hiệu quả đến năm 2020 được triển khai.',
    'Các ngành báo cáo trước ngày [15]/12/2018.',
    'Mục [3] của Kế hoạch này.',
    'Quyết định số 461/QĐ-TTg ngày [27]/4/2018.',
    'Mỗi HTX phải có ít nhất 7 thành viên theo Luật HTX năm [2012].',
    'Chương trình [30a] của Chính phủ.',
    'HTX Nông nghiệp số [2] Tân Tiến.',
  ])('%s', text => {
    expect(inReport(text)).toBeNull()
  })
})
