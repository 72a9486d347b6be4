import { expect, test } from 'vitest'
import { type Corpus, compare, observerOf } from './sentence.ts'

const REPORT_ON_MONTHS = `ỦY BAN NHÂN DÂN
HUYỆN CHÂU THÀNH
Số: 187/BC-UBND
Châu Thành, ngày 28 tháng 9 năm 2018

BÁO CÁO
Tình hình phát triển kinh tế tập thể 9 tháng đầu năm 2018

`

const REPORT_ON_A_YEAR = `ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 87/BC-UBND
Nghệ An, ngày 20 tháng 01 năm 2020

BÁO CÁO
Tình hình kinh tế tập thể năm 2019, kế hoạch năm 2020

`

const PLAN_FOR_A_YEAR = `ỦY BAN NHÂN DÂN
TỈNH SÓC TRĂNG
Số: 204/KH-UBND
Sóc Trăng, ngày 14 tháng 12 năm 2018

KẾ HOẠCH
Phát triển kinh tế tập thể năm 2019

`

const PLAN_FOR_FIVE_YEARS = `ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 20/KH-UBND
Lào Cai, ngày 14 tháng 3 năm 2021

KẾ HOẠCH
Phát triển kinh tế tập thể giai đoạn 2021 - 2025

`

const REPORT_ON_TWENTY_YEARS = `ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 204/BC-UBND
Hà Nam, ngày 14 tháng 10 năm 2022

BÁO CÁO
Tổng kết 20 năm thực hiện Nghị quyết số 13-NQ/TW ngày 18/3/2002 về kinh tế tập thể

`

const PROGRAMME = `TỈNH ỦY BÌNH ĐỊNH
*
Số 17-CTr/TU

Bình Định, ngày 12 tháng 11 năm 2022

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022 về kinh tế tập thể

`

const IN_REPORT_ON_MONTHS: Corpus = [
  [
    { period: '2017-01/2017-09', status: 'actual' },
    [
      '9 tháng thành lập 12 HTX, cùng kỳ năm 2017 là [9] HTX.',
      'Thành lập mới 12 HTX (cùng kỳ [9] HTX).',
      '- TL mới 6 HTX (CK 4), giải thể 2 (CK [3]).',
    ],
  ],
  [
    { period: '2018-01/2018-09', status: 'actual' },
    [
      'Thành lập mới 12 HTX, tăng [3] HTX so với cùng kỳ năm trước.',
      'So cùng kỳ năm 2017 (9 HTX) tăng [3] HTX.',
      'Chỉ tiêu giao năm 2018 là 15 HTX, đến nay đã thành lập [12] HTX.',
      'HTX chè Tân Sơn thành lập năm 2015, có [25] thành viên.',
      'HTX chè Tân Sơn, ra đời ngày 18/8/2016, với vốn điều lệ [2] tỷ đồng.',
      'Có [20] HTX chuyển đổi theo Luật HTX năm 2012.',
      'Theo Luật năm 2012, có [20] HTX đăng ký lại.',
      'Thành lập mới 12 HTX (ước cả năm 15 HTX), giải thể [3] HTX.',
      'Từ đầu năm đến nay thành lập mới [3] HTX.',
      'Trong kỳ đã giải ngân [3] tỷ đồng cho vay.',
      'Đến ngày 15/9/2018 có 30 HTX. Thành lập mới [2] HTX.',
      '- HTX: 45; thành lập mới [6]; giải thể 2.',
      '- TL mới 6 HTX (CK 4), giải thể [2] (CK 3).',
      '- Thu nhập bình quân [4] triệu đồng/tháng, tăng 0,5 triệu đồng so với năm 2017.',
      'Nguyên nhân: do thiên tai từ tháng 7/2018, có [5] HTX thiệt hại.',
      'Còn [5] HTX ngừng hoạt động từ năm 2012 chưa giải thể.',
      'Có [5] HTX ngừng hoạt động nhiều năm trước.',
      'Có [5] HTX được hỗ trợ lãi suất trong 3 năm đầu.',
      'I. THỰC TRẠNG\n\n1. Về HTX: có [45] HTX.',
    ],
  ],
  [
    { period: '2017', status: 'actual' },
    [
      'Đến nay có 45 HTX, so với cuối năm 2017 ([40] HTX) tăng 5 HTX.',
      '- Thu nhập bình quân 4 triệu đồng/tháng (năm 2017 là [3,5] triệu đồng/tháng).',
    ],
  ],
  [
    { period: '2018', status: 'target' },
    [
      'Thành lập mới 12 HTX, đạt 80% kế hoạch năm ([15] HTX).',
      'Thành lập mới 12 HTX/KH năm [15] HTX.',
      'Thành lập mới 12 HTX, vượt 2 HTX so với chỉ tiêu tỉnh giao là [10] HTX.',
      'Thành lập mới 12/[15] HTX kế hoạch.',
      'Chỉ tiêu giao năm 2018 là [15] HTX, đến nay đã thành lập 12 HTX.',
      '- Tổng số HTX: 45 HTX, bằng 90% so với kế hoạch ([50] HTX).',
      'Phấn đấu trong năm thành lập [8] HTX.',
    ],
  ],
  [
    { period: '2018', status: 'estimate' },
    [
      'Thành lập mới 12 HTX (ước cả năm [15] HTX).',
      '9 tháng doanh thu đạt 30 tỷ đồng; dự kiến cả năm [45] tỷ đồng.',
      '- Doanh thu: 9T đạt 20 tỷ đồng; ƯTH cả năm [30] tỷ đồng.',
      '- Tổng số HTX: 45 HTX, ước đến 31/12/2018 là [48] HTX.',
      'II. ƯỚC THỰC HIỆN CẢ NĂM 2018\n\n- Tổng số HTX: [48] HTX.',
      'II. ƯỚC THỰC HIỆN NĂM 2018\n\n- Doanh thu bình quân [900] triệu đồng/HTX.',
      'Dự kiến đến cuối năm có [46] HTX.',
    ],
  ],
  [{ period: '2018-10/2018-12', status: 'target' }, ['III. NHIỆM VỤ 3 THÁNG CUỐI NĂM\n\n- Thành lập mới [3] HTX.']],
  [
    { period: '2019', status: 'target' },
    [
      'III. PHƯƠNG HƯỚNG NĂM 2019\n\n- Thành lập mới [3] HTX.',
      'III. DỰ KIẾN KẾ HOẠCH NĂM 2019\n\n- Doanh thu bình quân [900] triệu đồng/HTX.',
      'Dự kiến năm 2019 thành lập mới [6] HTX.',
    ],
  ],
  [
    { period: '2018', status: 'actual' },
    ['III. PHƯƠNG HƯỚNG NĂM 2019\n\n- Số HTX khá, tốt đạt 60% (năm 2018: [55]%).'],
  ],
  [{ period: '2018-08', status: 'actual' }, ['Trong tháng 8/2018 thành lập mới [3] HTX.']],
  [
    { period: '2018-01/2018-06', status: 'actual' },
    ['Nửa đầu năm thành lập mới [3] HTX.', 'Quý I và quý II thành lập mới [3] HTX.'],
  ],
  [{ period: '2014/2018', status: 'actual' }, ['5 năm qua, thành lập mới [30] HTX.']],
  [{ period: '2015/2018', status: 'actual' }, ['Từ năm 2015 đến nay đã thành lập mới [30] HTX.']],
  [
    { period: '2018-09-15', status: 'actual' },
    [
      'Đến ngày 15/9/2018 có [30] HTX. Trong đó 20 HTX hoạt động hiệu quả.',
      'Đến ngày 15/9/2018 có 30 HTX. Trong đó [20] HTX hoạt động hiệu quả.',
    ],
  ],
  [
    { period: '2018-09-20', status: 'actual' },
    ['- Dư nợ đến 20/9/2018 là [4] tỷ đồng.', '- Giải ngân đến 20/9/2018 được [4] tỷ đồng.'],
  ],
  [{ period: '2020', status: 'target' }, ['Phấn đấu đến năm 2020 có [60] HTX.']],
]

const IN_REPORT_ON_A_YEAR: Corpus = [
  [
    { period: '2019', status: 'actual' },
    [
      'Toàn tỉnh có [400] HTX.',
      'Năm qua thành lập mới [40] HTX.',
      'Số HTX tăng từ 380 HTX năm 2018 lên [400] HTX.',
      'Hai năm 2018, 2019 lần lượt thành lập 30 và [40] HTX.',
      'Dịch tả lợn Châu Phi làm [12] HTX phải ngừng hoạt động.',
      'Đến 31/12/2019, có [400] HTX (cùng kỳ năm 2018: 380 HTX).',
      'Doanh thu đạt 500 tỷ đồng, bằng [105]% so với năm 2018.',
      'Đóng góp của KTTT năm 2018 là 3,1% GRDP. Toàn tỉnh có [15] HTX yếu.',
    ],
  ],
  [
    { period: '2018', status: 'actual' },
    [
      'Năm 2018 có 380 HTX, năm 2019 có 400 HTX. Năm 2018 thành lập [30] HTX.',
      'Số HTX tăng từ [380] HTX năm 2018 lên 400 HTX năm 2019.',
      'Hai năm 2018, 2019 lần lượt thành lập [30] và 40 HTX.',
      '- Phân loại HTX năm 2018: [20] HTX tốt; 30 HTX khá.',
      '- Phân loại HTX (năm 2018): tốt 20; khá [30]; trung bình 10.',
      'Đến 31/12/2019, có 400 HTX (cùng kỳ năm 2018: [380] HTX).',
      'Doanh thu đạt 500 tỷ đồng, tăng 5% so với năm 2018 ([476] tỷ đồng).',
    ],
  ],
  [{ period: '2018/2019', status: 'actual' }, ['Trong hai năm 2018 và 2019 đã thành lập [70] HTX.']],
  [
    { period: '2020', status: 'target' },
    [
      'B. KẾ HOẠCH NĂM 2020\n\n1. Thành lập mới [30] HTX, 5 liên hiệp HTX.',
      'B. KẾ HOẠCH NĂM 2020\n\n- Đến cuối năm có [430] HTX.',
      'Năm 2020, phấn đấu thành lập [30] HTX, giải thể 10 HTX.',
      'Năm 2020, phấn đấu thành lập 30 HTX, giải thể [10] HTX.',
      'B. PHƯƠNG HƯỚNG\n\nMở [30] lớp cho 900 lượt người.',
    ],
  ],
  [{ period: '2019', status: 'estimate' }, ['Doanh thu bình quân năm 2019 ước đạt [500] triệu đồng.']],
]

const IN_PLAN_FOR_A_YEAR: Corpus = [
  [
    { period: '2019', status: 'target' },
    [
      'II. MỤC TIÊU\n\n- Thành lập mới [12] HTX.',
      'Phần thứ hai\nKẾ HOẠCH NĂM 2019\n\nI. DỰ BÁO\n\nII. MỤC TIÊU\n\nCó [12] HTX.',
      'II. MỤC TIÊU\n\nHoàn thành trước ngày 30/6/2019 việc giải thể [12] HTX.',
      'II. MỤC TIÊU\n\nGiải thể [12] HTX trong quý II.',
    ],
  ],
  [
    { period: '2018', status: 'actual' },
    [
      'I. TÌNH HÌNH NĂM 2018\n\n- Toàn tỉnh có [120] HTX.',
      'A. KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2018\n\n- Toàn tỉnh có [120] HTX.',
      'A. THỰC HIỆN NHIỆM VỤ NĂM 2018\n\n- Toàn tỉnh có [120] HTX.',
      'II. MỤC TIÊU\n\n- Củng cố các HTX yếu kém (hiện nay còn [12] HTX).',
      'Phần thứ nhất\nTÌNH HÌNH PHÁT TRIỂN KTTT NĂM 2018\n\nI. KẾT QUẢ\n\nCó [12] HTX.',
    ],
  ],
  [{ period: '2018', status: 'target' }, ['I. TÌNH HÌNH NĂM 2018\n\n- Thành lập mới 12/[15] HTX, đạt 80% kế hoạch.']],
  [{ period: '2018', status: 'estimate' }, ['Phần thứ nhất\nĐÁNH GIÁ NĂM 2018\n\nƯớc năm 2018 có [12] HTX.']],
  [{ period: '2020', status: 'target' }, ['II. MỤC TIÊU\n\nPhấn đấu đến hết năm 2020 giải thể xong [12] HTX.']],
  [{ period: '2017', status: 'actual' }, ['II. MỤC TIÊU\n\nTăng 20% so với năm 2017 ([12] HTX).']],
]

const IN_PLAN_FOR_FIVE_YEARS: Corpus = [
  [
    { period: '2025', status: 'target' },
    [
      'II. MỤC TIÊU\n\n- Đến năm 2025 có [120] HTX.',
      'II. MỤC TIÊU\n\n- Doanh thu bình quân đạt [2] tỷ đồng/HTX/năm.',
      'II. MỤC TIÊU\n\n- Đến cuối kỳ có [120] HTX hoạt động hiệu quả.',
    ],
  ],
  [
    { period: '2021/2025', status: 'target' },
    [
      'II. MỤC TIÊU\n\n- Đến năm 2025 có 120 HTX; mỗi năm thành lập mới [10] HTX.',
      'II. MỤC TIÊU\n\n- Cả giai đoạn thành lập mới [50] HTX.',
      'II. MỤC TIÊU\n\n- Doanh thu tăng bình quân [8]%/năm.',
      'III. KINH PHÍ\n\nTổng kinh phí [50] tỷ đồng, trong đó năm 2021 là 10 tỷ đồng.',
      'IV. NHIỆM VỤ, GIẢI PHÁP\n\n- Mở [20] lớp bồi dưỡng cho 500 lượt người.',
      'II. MỤC TIÊU\n\nBình quân mỗi năm thành lập mới [12] HTX.',
    ],
  ],
  [
    { period: '2030', status: 'target' },
    [
      'II. MỤC TIÊU\n\n- Đến năm 2025 có 120 HTX, đến năm 2030 có [180] HTX.',
      'II. MỤC TIÊU\n\n- Đến năm 2025 và năm 2030 lần lượt có 120 và [180] HTX.',
    ],
  ],
  [
    { period: '2016/2020', status: 'actual' },
    [
      'I. KẾT QUẢ GIAI ĐOẠN 2016 - 2020\n\n- Trong 5 năm thành lập mới [50] HTX.',
      'I. KẾT QUẢ GIAI ĐOẠN 2016 - 2020\n\n- Mở 20 lớp cho [500] lượt người.',
    ],
  ],
  [
    { period: '2020', status: 'actual' },
    [
      'I. KẾT QUẢ GIAI ĐOẠN 2016 - 2020\n\n- Toàn tỉnh có [50] HTX.',
      'I. KẾT QUẢ GIAI ĐOẠN 2016 - 2020\n\n- Số HTX năm 2015 là 80, năm 2020 là [120] HTX.',
      'I. TÌNH HÌNH\n\nĐến hết năm 2020 toàn tỉnh có [300] HTX, 5.000 thành viên.',
      'I. TÌNH HÌNH\n\nĐến hết năm 2020 toàn tỉnh có 300 HTX, [5.000] thành viên.',
    ],
  ],
  [
    { period: '2022', status: 'target' },
    ['III. KINH PHÍ\n\nTổng kinh phí 50 tỷ đồng, trong đó năm 2021 là 10 tỷ đồng, năm 2022 là [12] tỷ đồng.'],
  ],
  [{ period: '2021', status: 'target' }, ['II. MỤC TIÊU\n\nRiêng năm 2021 thành lập mới [12] HTX.']],
  [
    { period: '2016', status: 'actual' },
    ['I. TÌNH HÌNH GIAI ĐOẠN 2016 - 2020\n\nThành lập mới 30 HTX (năm 2016: [5], năm 2017: 7, năm 2018: 18).'],
  ],
  [
    { period: '2018', status: 'actual' },
    ['I. TÌNH HÌNH GIAI ĐOẠN 2016 - 2020\n\nThành lập mới 30 HTX (năm 2016: 5, năm 2017: 7, năm 2018: [18]).'],
  ],
]

const IN_REPORT_ON_TWENTY_YEARS: Corpus = [
  [
    { period: '2002/2022', status: 'actual' },
    ['Sau 20 năm, toàn tỉnh thành lập mới [150] HTX.', 'Trong 20 năm đã mở [300] lớp tập huấn.'],
  ],
  [
    { period: '2002', status: 'actual' },
    ['Năm 2002 có [90] HTX với 5.000 thành viên.', 'Năm 2002 có 90 HTX với [5.000] thành viên.'],
  ],
  [
    { period: '2022', status: 'actual' },
    [
      'Năm 2002 có 90 HTX. Hiện nay có [190] HTX.',
      'Năm 2002 mới có 90 HTX, đến nay đã có [190] HTX.',
      'Tổng số thành viên là [30.000] người.',
    ],
  ],
]

const IN_PROGRAMME: Corpus = [
  [{ period: '2022', status: 'actual' }, ['I- TÌNH HÌNH\n\nToàn tỉnh hiện có [300] hợp tác xã.']],
  [
    { period: '2025', status: 'target' },
    [
      'II- MỤC TIÊU\n\n1. Đến năm 2025\n\n- Có trên [400] hợp tác xã.',
      'II- MỤC TIÊU\n\nĐến năm 2025, có 400 hợp tác xã. Tỷ lệ hợp tác xã khá, tốt chiếm [60]%.',
    ],
  ],
  [{ period: '2030', status: 'target' }, ['II- MỤC TIÊU\n\nPhấn đấu đến năm 2030 có trên [500] hợp tác xã.']],
  [{ period: '2045', status: 'target' }, ['II- MỤC TIÊU\n\nTầm nhìn đến năm 2045: thu hút [20]% dân số tham gia.']],
  [
    { period: '2022-09-30', status: 'actual' },
    [
      'I- TÌNH HÌNH\n\nĐến ngày 30/9/2022 có 300 hợp tác xã. Tỷ lệ hợp tác xã khá, tốt chiếm [40]%.',
      'I- TÌNH HÌNH\n\nĐến ngày 30/9/2022 có 300 hợp tác xã.\n\nTỷ lệ hợp tác xã khá, tốt chiếm [40]%.',
    ],
  ],
  [
    { period: '2023/2025', status: 'target' },
    ['III- NHIỆM VỤ\n\nGiai đoạn 2023 - 2025, mỗi năm mở [20] lớp bồi dưỡng.'],
  ],
]

test.each(IN_REPORT_ON_MONTHS)('report on months: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(REPORT_ON_MONTHS))
  expect(got).toEqual(expected)
})

test.each(IN_REPORT_ON_A_YEAR)('report on a year: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(REPORT_ON_A_YEAR))
  expect(got).toEqual(expected)
})

test.each(IN_PLAN_FOR_A_YEAR)('plan for a year: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(PLAN_FOR_A_YEAR))
  expect(got).toEqual(expected)
})

test.each(IN_PLAN_FOR_FIVE_YEARS)('plan for five years: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(PLAN_FOR_FIVE_YEARS))
  expect(got).toEqual(expected)
})

test.each(IN_REPORT_ON_TWENTY_YEARS)('report on twenty years: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(REPORT_ON_TWENTY_YEARS))
  expect(got).toEqual(expected)
})

test.each(IN_PROGRAMME)('programme: %o', (wanted, texts) => {
  const { got, expected } = compare(wanted, texts, observerOf(PROGRAMME))
  expect(got).toEqual(expected)
})
