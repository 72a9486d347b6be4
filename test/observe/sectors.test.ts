import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const BRANCHES: Corpus = [
  [
    { sector: 'agriculture' },
    [
      'Toàn huyện có 45 tổ hợp tác, trong đó [12] tổ chăn nuôi bò, 8 tổ vận tải.',
      'Trong đó THT sản xuất lúa [736] tổ, THT nuôi tôm 218 tổ.',
      'Các HTX tưới tiêu cho [2.860] ha.',
      'HTX đảm nhận tưới, tiêu chủ động [940] ha lúa hai vụ.',
      'Bao tiêu lúa với 09 doanh nghiệp, diện tích [18.640] ha.',
      'Có [8] HTX được chứng nhận VietGAP.',
      'Có [8] HTX đạt tiêu chuẩn GlobalGAP.',
      'Diện tích cà phê được chứng nhận 4C là [1.200] ha.',
      '[12] HTX trồng rừng FSC.',
      'Có [6] THT trồng mía.',
      '- Thủy lợi: tưới tiêu cho [940] ha.',
      '- Làm đất: [04] hợp tác xã có 11 máy cày.',
      '- Làm đất: 04 hợp tác xã có [11] máy cày.',
      'Trong đó 312 HTX nông nghiệp với 4.500 thành viên, doanh thu bình quân [850] triệu đồng/HTX.',
      'Có 312 HTX nông nghiệp; còn [20] HTX chưa chuyển đổi.',
      'Trong đó tỷ lệ HTX hoạt động hiệu quả đạt trên 70% và tỷ lệ HTX nông nghiệp hoạt động hiệu quả trên [60]%.',
      '2. Kết quả các khâu dịch vụ\n- Tiêu thụ: [hai] hợp tác xã liên kết với công ty.',
    ],
  ],
  [
    { sector: 'agriculture', subject: 'cooperative_group' },
    ['Trong đó THT sản xuất lúa 736 tổ, THT nuôi tôm nước lợ [218] tổ.'],
  ],
  [
    { sector: 'industry' },
    [
      'Có 02 tổ nuôi cá và [3] tổ đan lát.',
      'Có [4] HTX sản xuất gạch không nung.',
      'Có [4] HTX dệt thổ cẩm.',
      'Có [4] HTX cơ khí, sửa chữa.',
      'Thu nhập của thành viên các tổ mây tre được khoảng [2] triệu đồng/người/tháng.',
    ],
  ],
  [
    { sector: 'construction' },
    [
      'Có 02 tổ nuôi cá, [3] tổ thợ nề.',
      '3. Xây dựng ([52] HTX): 45 HTX hoạt động; doanh thu bình quân 1.780 triệu đồng/HTX.',
      '3. Xây dựng (52 HTX): 45 HTX hoạt động; doanh thu bình quân [1.780] triệu đồng/HTX.',
      '- NN: 47; TTCN: 03; XD: [02]; VT: 04; QTDND: 02.',
    ],
  ],
  [
    { sector: 'transport' },
    [
      'Có [4] HTX taxi, xe buýt.',
      'Có [2] HTX bốc xếp tại cảng.',
      '- NN: 47; TTCN: 03; XD: 02; VT: [04]; QTDND: 02.',
      'Trong vận tải có 64 hợp tác xã với 487 tàu. Doanh thu bình quân [7,2] tỷ đồng/hợp tác xã.',
    ],
  ],
  [
    { sector: 'environment' },
    [
      'Có [2] HTX thu gom rác thải.',
      'Có [2] tổ thu gom, vận chuyển rác thải sinh hoạt.',
      'Trong thương mại - dịch vụ có 45 hợp tác xã; môi trường có [04] hợp tác xã.',
    ],
  ],
  [
    { sector: 'trade' },
    ['Có [2] HTX quản lý chợ.', 'Có [2] HTX du lịch cộng đồng.', 'Có 5 HTX vận tải và [2] HTX siêu thị.'],
  ],
  [
    { sector: 'credit' },
    [
      'Trong đó: 20 HTX nông nghiệp, [5] quỹ tín dụng nhân dân.',
      '- NN: 47; TTCN: 03; XD: 02; VT: 04; QTDND: [02].',
      'Các quỹ tín dụng nhân dân có dư nợ 1.500 tỷ đồng, trong đó [70]% phục vụ nông nghiệp, nông thôn.',
    ],
  ],
  [
    { sector: null },
    [
      'Đã giao đất, cho thuê đất cho 05 HTX, diện tích [2,5] ha.',
      '05 HTX được thuê đất làm trụ sở với [2,5] ha.',
      'Xã cho 02 HTX mượn [0,15] ha đất làm sân phơi, kho chứa.',
      'Trên địa bàn có [hai] HTX là HTX Dịch vụ nông nghiệp Yên Thịnh và HTX Mây tre đan Bình Minh.',
      'Toàn huyện có 3 tổ chăn nuôi, 2 tổ mây tre, tập hợp [74] thành viên.',
      'Toàn tỉnh có 420 HTX, trong đó 312 HTX nông nghiệp; tổng số thành viên [5.500] người.',
      'Có 312 HTX nông nghiệp; [20] HTX ứng dụng công nghệ cao.',
      'Tổ chức cho 20 HTX tham gia hội chợ, xây dựng [15] nhãn hiệu.',
      '[12] HTX được hỗ trợ xúc tiến thương mại.',
      'Hỗ trợ [15] HTX xây dựng nhãn hiệu.',
      'Có [30] HTX vay vốn tại Ngân hàng Nông nghiệp và Phát triển nông thôn.',
      'Trong đó tỷ lệ HTX hoạt động hiệu quả đạt trên [70]% và tỷ lệ HTX nông nghiệp hoạt động hiệu quả trên 60%.',
      '- Tín dụng: [25] HTX vay vốn ngân hàng 58,3 tỷ đồng.',
      'Có 96 hợp tác xã nông nghiệp tham gia chuỗi giá trị, [54] hợp tác xã ứng dụng công nghệ số.',
      'Trong đó 142 hợp tác xã nông nghiệp, [02] liên hiệp hợp tác xã.',
      'Có doanh thu cung cấp dịch vụ cho xã viên [74,3] tỷ đồng.',
      'Thành lập mới 37 HTX (trong đó 31 HTX nông nghiệp, 01 HTX môi trường), đạt 82,2% kế hoạch năm ([45] HTX).',
    ],
  ],
]

describe('branches told by products and work, labels and passages', () => {
  it.each(BRANCHES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
