import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const PROPERTIES: Corpus = [
  [
    { indicator: 'organisations_other', measure: 'level' },
    [
      'Có [32] HTX chưa có trụ sở làm việc.',
      'Hiện còn [15] HTX nợ thuế với số tiền 320 triệu đồng.',
      '[15] hợp tác xã bị thiệt hại do bão số 3, ước 12 tỷ đồng.',
      '[8] HTX thiếu vốn sản xuất, không có tài sản thế chấp.',
      'Toàn huyện có [12] HTX xây dựng được thương hiệu riêng.',
      '[07] HTX nông nghiệp được cấp giấy chứng nhận VietGAP.',
      'Có [5] HTX đã mua bảo hiểm xã hội cho 45 lao động.',
      '[21] HTX chưa tổ chức đại hội thành viên theo quy định.',
      'Sản phẩm OCOP của [14] HTX được công nhận.',
      '[3] quỹ tín dụng nhân dân bị kiểm soát đặc biệt.',
      'Trong số đó [6] HTX không nộp báo cáo tài chính.',
      'Có [11] HTX xuất khẩu trực tiếp sang thị trường Trung Quốc.',
      '[4] HTX phải thuê đất làm trụ sở.',
      '[35]/60 HTX có trụ sở làm việc ổn định.',
      '[17] HTX ứng dụng công nghệ cao vào sản xuất.',
      'HTX có trích quỹ: [12]/31 HTX đang HĐ.',
      'Còn [38]/118 HTX đang hoạt động chưa có trụ sở.',
      'Tổng số thành viên Liên minh là 486 thành viên ([431] HTX, 02 liên hiệp HTX, 38 THT).',
      'Có 68 mã số vùng trồng của [41] HTX.',
      'Toàn tỉnh có 67 sản phẩm OCOP. Chủ thể là [36] HTX.',
      'Số HTX có sản phẩm OCOP: [89].',
      'Có trụ sở riêng: [187] HTX.',
      'Tổ chức lại theo Luật HTX 2012 mới xong [103]/118 HTX.',
      'Đăng ký lại 120 HTX, lũy kế [206] HTX.',
      'Có [8] HTX sáp nhập thành 3 HTX.',
      'Kết nạp 41 thành viên Liên minh, nâng tổng số lên [486] thành viên (431 HTX, 02 liên hiệp HTX, 38 THT).',
      'Kết nạp 41 thành viên Liên minh, nâng tổng số lên 486 thành viên ([431] HTX, 02 liên hiệp HTX, 38 THT).',
      'Lãi bình quân 58 triệu đồng/HTX; có [61] HTX bị lỗ.',
      '[04] HTX lỗ do giá nhiên liệu tăng.',
      'Đã kiểm tra sau đăng ký [20] HTX, xử phạt 02 HTX.',
      'Đã kiểm tra sau đăng ký 20 HTX, xử phạt [02] HTX.',
      'Còn [04] HTX ở các xã ven đê chưa làm xong thủ tục.',
      '[03] HTX để mất khả năng thanh toán với ngân hàng.',
      'Có [06] trong số 08 quỹ được Ngân hàng Nhà nước xếp loại I.',
      'Củng cố [10] HTX, giải thể 07 HTX.',
      'Tiến hành đánh giá, xếp loại đối với [42] HTX.',
      'Năm 2017 đã phân loại [42]/53 HTX.',
      'Có [6] HTX chưa được xếp loại do mới thành lập.',
      'Có [20] HTX tham gia Liên minh HTX tỉnh.',
      '[18] HTX chưa trích lập quỹ dự phòng theo Điều lệ.',
      'Còn [7] HTX nông nghiệp lúng túng trong định hướng sản xuất.',
      'Hiện mới chỉ có [5] HTX xây dựng được kho bảo quản.',
      'Toàn tỉnh có [4] HTX được công nhận sản phẩm OCOP 4 sao.',
      '[10] HTX có giám đốc trình độ đại học.',
      'Có tới [23] HTX không có cán bộ kế toán.',
      '[6] HTX được Thủ tướng Chính phủ tặng Bằng khen.',
      'Biểu dương [20] HTX tiêu biểu xuất sắc.',
      'Một số HTX nợ thuế, trong đó [3] HTX nợ trên 100 triệu đồng.',
      '[12] HTX làm dịch vụ thủy lợi, 8 HTX làm dịch vụ điện.',
      'Hiện còn [11] HTX hoạt động theo mô hình cũ.',
      '[9] HTX mua bảo hiểm y tế cho người lao động.',
      'Đến nay đã có [120]/145 HTX tổ chức lại hoạt động theo Luật HTX năm 2012.',
      'Số HTX đã chuyển đổi, đăng ký lại là [120] HTX.',
      'HTX chưa chuyển đổi theo Luật: [25] HTX.',
      'Có [2] HTX vi phạm pháp luật về đất đai.',
      'Xây dựng thí điểm [3] mô hình HTX kiểu mới tại các huyện.',
      'Lựa chọn [3] HTX làm điểm.',
      'Tổ chức đoàn tham quan học tập tại [3] HTX tiêu biểu ở Lâm Đồng.',
      '[5] HTX có sản phẩm đạt chuẩn hữu cơ.',
      'VietGAP: [5] HTX.',
      'HTX có trụ sở: [35]/53 HTX.',
      'Chưa có trụ sở: [18] HTX (34%).',
      'HTX lỗ: [4].',
      'Có [4] HTX thua lỗ kéo dài.',
      'Trong 53 HTX, có [20] HTX thuê kế toán bên ngoài.',
      '[16] HTX tham gia BHXH cho 85 lao động.',
      'Qua kiểm tra [14] HTX, phát hiện 3 HTX vi phạm.',
      'Qua kiểm tra 14 HTX, phát hiện [3] HTX vi phạm.',
    ],
  ],
  [
    { indicator: 'organisations_other', measure: 'share' },
    [
      'HTX có vốn dưới 200 triệu đồng còn nhiều, chiếm tới [38]% số HTX.',
      '[75]% HTX có trụ sở làm việc.',
      'Phấn đấu [30]% HTX có tổ chức Đảng.',
      'Chưa có trụ sở: 18 HTX ([34]%).',
    ],
  ],
]

const TAKING_PART: Corpus = [
  [
    { indicator: 'organisations_borrowing', measure: 'level' },
    [
      'Quỹ đã giải ngân 6.850 triệu đồng cho 12 hợp tác xã và [09] tổ hợp tác.',
      'Ngân hàng cho vay 12 HTX và [09] tổ hợp tác.',
      'Quỹ hỗ trợ phát triển HTX tỉnh giải ngân cho [09] HTX, 5,6 tỷ đồng.',
      'Dư nợ 19,6 tỷ đồng cho [78] HTX.',
      'Quỹ cho vay 45 tỷ đồng với [60] lượt hợp tác xã.',
      'Trong năm cho [52] hợp tác xã, tổ hợp tác vay 38,5 tỷ đồng.',
      'Ngân hàng CSXH cho [11] HTX vay 5,4 tỷ đồng.',
      'Có [11] HTX tiếp cận được nguồn vốn vay với số tiền 5,4 tỷ đồng.',
      'Quỹ đã giải ngân cho 11 dự án của [11] HTX.',
      'Số HTX còn dư nợ: [11] HTX.',
      'Doanh số cho vay 12 tỷ đồng cho [6] HTX và 9 THT.',
      'Doanh số cho vay 12 tỷ đồng cho 6 HTX và [9] THT.',
      'Có [6] lượt HTX vay vốn.',
      'Trong đó có [6] HTX vay vốn từ Quỹ hỗ trợ phát triển HTX.',
      '[6] HTX được Ngân hàng Nông nghiệp cho vay 3 tỷ đồng.',
    ],
  ],
  [
    { indicator: 'organisations_in_value_chain', measure: 'level' },
    [
      'Có [34] HTX và 57 THT ký hợp đồng bao tiêu lúa với 09 doanh nghiệp.',
      'Có 34 HTX và [57] THT ký hợp đồng bao tiêu lúa với 09 doanh nghiệp.',
      'Vụ đông xuân [09] HTX ký hợp đồng với 4 công ty lương thực.',
      'HTX có HĐ tiêu thụ: [22]/47 HTX (46,8%).',
      'Hiện có [25] HTX liên kết với doanh nghiệp tiêu thụ nông sản.',
      '[25] HTX ký hợp đồng bao tiêu sản phẩm với doanh nghiệp.',
      'Số HTX tham gia chuỗi liên kết sản xuất gắn với tiêu thụ sản phẩm là [25] HTX.',
    ],
  ],
  [
    { indicator: 'organisations_registered', measure: 'share' },
    [
      'Có 702 tổ được UBND xã chứng thực hợp đồng hợp tác, đạt [36,9]% tổng số tổ hiện có.',
      'Phấn đấu [70]% tổ hợp tác có đăng ký chứng thực tại UBND xã.',
      'Có 85 tổ được chứng thực, đạt [71]% tổng số tổ hợp tác.',
    ],
  ],
  [
    { indicator: 'organisations_digital', measure: 'level' },
    [
      'Có 212 HTX ứng dụng công nghệ số; trong đó nhật ký điện tử [37].',
      'CĐS: [07] HTX.',
      'Có [14] HTX sử dụng phần mềm kế toán.',
      '[14] HTX bán hàng trên sàn thương mại điện tử.',
    ],
  ],
  [
    { indicator: 'organisations_in_value_chain', measure: 'share' },
    [
      'Tỷ lệ HTX tham gia chuỗi giá trị đạt 25% vào năm 2020 và tối thiểu [50]% vào năm 2025.',
      '[30]% HTX nông nghiệp tham gia liên kết theo chuỗi giá trị.',
      'Có 25 HTX tham gia chuỗi giá trị, bằng [47]% tổng số HTX.',
    ],
  ],
  [
    { indicator: 'communes_with_cooperative', measure: 'level' },
    [
      'Xã, TT có HTX: [15]/16.',
      'Đến nay có [14]/15 xã có HTX.',
      '[14] xã, thị trấn có HTX hoạt động hiệu quả.',
      'Số xã có HTX: [14]/15 xã.',
    ],
  ],
  [
    { indicator: 'organisations_registered', measure: 'level' },
    [
      'Có 1.100 tổ hợp tác, đa số chưa đăng ký với UBND cấp xã (mới có [236] tổ).',
      'Có [85] tổ hợp tác có hợp đồng hợp tác được UBND xã chứng thực.',
      'Số tổ hợp tác đã đăng ký với UBND xã: [85] tổ.',
      '[85]/120 THT được UBND cấp xã chứng thực.',
      '120 tổ hợp tác, trong đó [85] tổ có chứng thực.',
    ],
  ],
  [
    { indicator: 'organisations_supported', measure: 'level' },
    [
      'Có 09 HTX được thuê đất, và [02] HTX được miễn, giảm tiền thuê đất.',
      'Hỗ trợ [07] HTX mua sắm máy móc, thiết bị với kinh phí 700 triệu đồng.',
      'Đã hỗ trợ thành lập mới cho [07] HTX, mỗi HTX 20 triệu đồng.',
      'Có [07] HTX được giao đất, cho thuê đất.',
      'Đưa 10 cán bộ trẻ về làm việc tại [10] HTX.',
      'Tổ chức cho [15] HTX tham gia hội chợ nông sản.',
      'Quỹ Hỗ trợ nông dân hỗ trợ [6] tổ hợp tác chăn nuôi.',
      'Có [6] HTX được hỗ trợ xây dựng nhãn hiệu.',
      '[6] HTX được hưởng chính sách hỗ trợ lãi suất.',
      'Hỗ trợ kinh phí cho [6] hợp tác xã, mỗi hợp tác xã 50 triệu đồng.',
      'Hỗ trợ xây dựng nhà sơ chế cho [6] HTX.',
      'Cấp giấy chứng nhận quyền sử dụng đất cho [6] HTX.',
    ],
  ],
  [
    { indicator: 'organisations_digital', measure: 'share' },
    ['Phấn đấu [50]% HTX ứng dụng công nghệ số trong quản lý.'],
  ],
  [
    { indicator: 'member_organisations', measure: 'level' },
    ['Liên hiệp HTX Châu Thành gồm [06] HTX thành viên.', '01 liên hiệp HTX với [6] thành viên là HTX.'],
  ],
  [
    { indicator: 'communes_with_cooperative', measure: 'share' },
    ['Phấn đấu [100]% số xã có HTX hoạt động hiệu quả.', 'Bảo đảm [90]% xã, phường, thị trấn có ít nhất 01 HTX.'],
  ],
]

describe('organisations with a property of their own', () => {
  it.each(PROPERTIES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('organisations that take part, borrow, are helped or registered; communes that have one', () => {
  it.each(TAKING_PART)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
