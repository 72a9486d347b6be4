import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const WHOSE: Corpus = [
  [
    { subject: 'cooperative_union' },
    [
      'Liên hiệp HTX lúa gạo Châu Thành ra đời năm 2016, có 05 HTX thành viên, vốn điều lệ [2,5] tỷ đồng.',
      'Có 03 liên hiệp HTX với 19 HTX thành viên và [46] lao động.',
      'Có 01 liên hiệp hợp tác xã với 06 hợp tác xã thành viên, doanh thu [12] tỷ đồng.',
    ],
  ],
  [
    { subject: 'cooperative' },
    [
      'Quỹ Hỗ trợ phát triển HTX tỉnh cho 22 HTX vay 7,4 tỷ đồng; các ngân hàng thương mại cho vay [36,8] tỷ đồng.',
      'Quỹ Hỗ trợ phát triển HTX tỉnh cho 22 HTX vay 7,4 tỷ đồng; các ngân hàng thương mại cho vay 36,8 tỷ đồng, dư nợ [41,2] tỷ đồng.',
      'Ngân hàng Chính sách xã hội và Quỹ Hỗ trợ phát triển HTX tỉnh cho 17 HTX vay [23,8] tỷ đồng.',
      'Sau chuyển đổi, vốn quỹ của các HTX nông nghiệp còn [96,3] tỷ đồng.',
      'Mở rộng diện tích bao tiêu lúa qua HTX, THT lên [25.000] ha.',
      'Có 34 HTX và 57 THT ký hợp đồng với 09 doanh nghiệp, diện tích [18.640] ha.',
      'Có 34 HTX ký hợp đồng tiêu thụ với 09 doanh nghiệp, diện tích [18.640] ha.',
      'HTX được vay vốn tại ngân hàng thương mại [3,2] tỷ đồng.',
      'Các HTX trích lập quỹ dự phòng [3,2] tỷ đồng.',
      'HTX nông nghiệp [20], môi trường 01 và quỹ tín dụng nhân dân 12.',
      'HTX: nông nghiệp 20, môi trường [01] và quỹ tín dụng nhân dân 12.',
      'Hỗ trợ lãi suất: 415 HTX, THT vay [327] tỷ đồng.',
      'Có [100]% số xã có hợp tác xã hoặc tổ hợp tác.',
      'Có 20 HTX môi trường; doanh thu chiếm [35]% tổng doanh thu toàn khu vực.',
      'Có 42 quỹ tín dụng nhân dân. HTX vận tải giảm [03].',
    ],
  ],
  [
    { subject: 'support_fund' },
    [
      'Quỹ Hỗ trợ phát triển HTX tỉnh cho 22 HTX vay [7,4] tỷ đồng; các ngân hàng thương mại cho vay 36,8 tỷ đồng.',
      'Quỹ HTPT HTX giải ngân 6.850 triệu đồng cho 12 HTX và 09 THT, lãi suất cho vay [0,55]%/tháng.',
      'Quỹ hỗ trợ phát triển HTX có vốn điều lệ [15] tỷ đồng.',
      'Phấn đấu đến năm 2020 nguồn vốn điều lệ của quỹ đạt tối thiểu [15] tỷ đồng.',
      'Quỹ HTPT HTX tỉnh: nguồn vốn 44,8 tỷ đồng; trong năm cho 52 hợp tác xã, tổ hợp tác vay [38,5] tỷ đồng.',
      'Quỹ HTPT HTX tỉnh: nguồn vốn 44,8 tỷ đồng; trong năm cho 52 hợp tác xã vay 38,5 tỷ đồng; dư nợ [40,1] tỷ đồng.',
    ],
  ],
  [
    { subject: 'cooperative_group' },
    [
      'Trong năm có [11] tổ phát triển lên thành HTX.',
      'Có [03] tổ đủ điều kiện chuyển lên hợp tác xã.',
      'Có 25 HTX với 300 thành viên và 12 THT với [80] thành viên.',
    ],
  ],
  [
    { subject: 'collective_economy' },
    [
      'Toàn tỉnh có 648 HTX, 02 liên hiệp HTX, 1.265 THT; thu hút [177.000] thành viên.',
      'Toàn tỉnh có 500 HTX, 10 liên hiệp HTX và 2.200 tổ hợp tác với [150.000] thành viên.',
      'Khu vực kinh tế tập thể đóng góp [1,8]% GRDP của tỉnh.',
      'Đóng góp của khu vực vào GRDP năm 2017 khoảng [3,2]%.',
      'Bảo đảm 80% tổ chức kinh tế tập thể hoạt động hiệu quả, trong đó [75]% tham gia các chuỗi liên kết.',
      'Bảo đảm 80% tổ chức kinh tế tập thể hoạt động hiệu quả; [100]% áp dụng chuyển đổi số.',
    ],
  ],
  [
    { subject: 'other' },
    [
      'Xã Triệu Đại có [1.412] hộ, 5.638 khẩu.',
      'Xã Triệu Đại có 1.412 hộ, [5.638] khẩu.',
      'Tỷ lệ hộ nghèo của huyện còn [3,9]%.',
      'Thu nhập bình quân đầu người đạt [30,1] triệu đồng/năm.',
    ],
  ],
  [
    { subject: 'cooperative', measure: 'change' },
    ['Có 400 HTX, 1.750 tổ hợp tác; số lượng HTX tăng bình quân [4,2]%/năm.'],
  ],
  [{ subject: 'credit_fund' }, ['Có 12 quỹ tín dụng nhân dân với [15.000] thành viên.']],
]

describe('whose a figure is that names nobody itself', () => {
  it.each(WHOSE)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
