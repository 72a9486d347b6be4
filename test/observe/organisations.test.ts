import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const ALL_THERE_ARE: Corpus = [
  [
    { indicator: 'organisations', measure: 'level' },
    [
      'Toàn huyện có [17] HTX với 345 thành viên.',
      'Huyện hiện có [17] HTX, thu hút 345 thành viên tham gia.',
      'Đến nay có [17] HTX trên địa bàn các xã.',
      'Nông nghiệp: [17] HTX phục vụ tưới tiêu 1.600 ha.',
      'Lĩnh vực vận tải có [17] HTX với 640 đầu xe.',
      'Toàn huyện có [17] HTX dịch vụ nông nghiệp và 3 HTX vận tải.',
      'Trên địa bàn huyện có [17] hợp tác xã thuộc các lĩnh vực khác nhau.',
      'Cuối năm 2017 có [17] HTX, tăng 02 HTX so với năm 2016.',
      'Theo số liệu thống kê, huyện có [17] HTX và 45 tổ hợp tác.',
      '[17] hợp tác xã có 1.250 thành viên.',
      'Có 118/[142] HTX đang hoạt động.',
      'Địa bàn: Đại Từ 96 HTX, Phú Lương [71], Định Hóa 65.',
      'Nông nghiệp có 04 HTX vận tải, 03 HTX thương mại, [01] HTX xây dựng và 05 quỹ tín dụng nhân dân.',
      'Cả [54] HTX đều làm dịch vụ thủy nông.',
      'Tính đến ngày 30/6/2015 có 1.146 HTX, trong đó 942 HTX đang hoạt động, 204 HTX ngừng hoạt động; ước đến cuối năm 2015 có [1.180] HTX.',
      'HTX hoạt động hiệu quả: từ 65% trở lên; HTX liên kết chuỗi giá trị: 15 HTX; mỗi xã có ít nhất [01] HTX nông nghiệp.',
      'Có khoảng [850] tổ hợp tác với 4.250 thành viên; 750 hợp tác xã với 10.500 thành viên.',
      'Trong năm đã thành lập được 12 HTX, nâng tổng số HTX toàn huyện lên [45] HTX.',
      '44/[53] HTX đang hoạt động.',
      'Ước đến cuối năm 2018 toàn huyện có [55] HTX.',
      'Đến hết năm 2018 có [55] HTX, 01 liên hiệp HTX và 130 THT.',
      'Đến hết năm 2018 có 55 HTX, [01] liên hiệp HTX và 130 THT.',
      'Đến hết năm 2018 có 55 HTX, 01 liên hiệp HTX và [130] THT.',
      'Phấn đấu đến năm 2025 có ít nhất [80] HTX hoạt động trên các lĩnh vực.',
      'Chia theo lĩnh vực: [30] HTX nông nghiệp, 12 HTX tiểu thủ công nghiệp, 5 HTX vận tải.',
      'Chia theo lĩnh vực: 30 HTX nông nghiệp, [12] HTX tiểu thủ công nghiệp, 5 HTX vận tải.',
      'Toàn huyện có 47 HTX, gồm: nông nghiệp [30], tiểu thủ công nghiệp 12, vận tải 5.',
      'Toàn huyện có 47 HTX, gồm: nông nghiệp 30, tiểu thủ công nghiệp [12], vận tải 5.',
      'Trong đó: lĩnh vực nông nghiệp có [30] HTX, lĩnh vực vận tải có 5 HTX.',
      'Huyện Châu Thành có [30] HTX, huyện Mỹ Tú có 12 HTX.',
      'Tổng số hợp tác xã hiện có là [53], trong đó 44 đang hoạt động.',
      'Tính đến thời điểm báo cáo, trên địa bàn huyện có [53] HTX các loại.',
      'Hiện trên địa bàn thị xã có [53] HTX, tập trung chủ yếu ở lĩnh vực nông nghiệp.',
      'Năm 2005 có [312] HTX, năm 2010 có 405 HTX.',
      'Năm 2005 có 312 HTX, năm 2010 có [405] HTX.',
      'Từ [312] HTX năm 2005 tăng lên 405 HTX năm 2010.',
      'Từ 312 HTX năm 2005 tăng lên [405] HTX năm 2010.',
      'Cả tỉnh có [1.320] tổ hợp tác các loại, bình quân mỗi tổ 18 thành viên.',
      'Hệ thống quỹ tín dụng nhân dân có [18] quỹ với 25.000 thành viên.',
      'HTX: [53]; THT: 130; LHHTX: 01.',
      'HTX: 53; THT: [130]; LHHTX: 01.',
      'HTX: 53; THT: 130; LHHTX: [01].',
      '- Số lượng HTX: [53] (KH: 55).',
      '- Số lượng HTX: 53 (KH: [55]).',
    ],
  ],
  [
    { indicator: 'organisations', measure: 'change' },
    [
      'Thành phố có 387 HTX, trong đó 341 HTX đang hoạt động và 46 HTX đã ngừng hoạt động; so với cùng kỳ năm 2014 tăng [08] HTX.',
      'Có 1.520 tổ với 18.240 thành viên; 836 tổ có chứng thực, chiếm 55%; số tổ tăng [240] tổ so với năm 2015.',
      'Toàn huyện có 53 HTX, tăng [5] HTX so với năm 2017.',
    ],
  ],
  [{ indicator: 'organisations', measure: 'share' }, ['HTX nông nghiệp chiếm [64]% tổng số HTX.']],
  [{ indicator: 'organisations', measure: 'plan_completion' }, ['Toàn huyện có 53 HTX, đạt [96]% kế hoạch.']],
]

const STATES: Corpus = [
  [
    { indicator: 'organisations_dissolved', measure: 'level' },
    [
      'Cả năm có 94 HTX được thành lập, [32] HTX hoàn tất thủ tục giải thể.',
      'Trong kỳ thành lập mới 09 và giải thể [06] hợp tác xã.',
      'Giải thể dứt điểm [40]/84 HTX ngừng hoạt động.',
      'TL mới: 09 THT; lên HTX: 02; tan rã: [04].',
      'Thành lập mới 8 HTX; giải thể [03] HTX hoạt động không hiệu quả.',
      'Đã giải thể bắt buộc [04] HTX ngừng hoạt động từ lâu.',
      'Xóa tên [6] HTX trong danh sách.',
      '[6] HTX tự nguyện giải thể.',
      'Có [6] HTX phải giải thể do làm ăn thua lỗ.',
      'Số HTX giải thể trong kỳ: [6] HTX.',
      'Số HTX thành lập mới: 11; giải thể: [3]; hiện có: 53.',
      'Có 2 HTX sáp nhập và [3] HTX giải thể.',
    ],
  ],
  [
    { indicator: 'organisations_suspended', measure: 'level' },
    [
      'Giải thể: 07; chờ giải thể (đã ngừng hoạt động trên 12 tháng): [21].',
      'Giải thể dứt điểm 40/[84] HTX ngừng hoạt động.',
      'Nông nghiệp (189 HTX): hoạt động 148 HTX, ngừng [41] HTX.',
      'Còn [02] HTX là Phú Đức và An Long đã ngưng hoạt động từ vụ Thu đông.',
      'Giải thể dứt điểm 20 trong tổng số [46] hợp tác xã ngừng hoạt động.',
      'Hiện còn [9] HTX ngừng hoạt động nhưng chưa giải thể được.',
      '[9] HTX tạm ngừng hoạt động chờ giải thể.',
      'Số HTX ngưng hoạt động là [9] HTX.',
      '44 HTX hoạt động bình thường, [9] HTX đã ngừng hoạt động.',
    ],
  ],
  [
    { indicator: 'organisations_new', measure: 'level' },
    [
      'Trong kỳ thành lập mới [09] và giải thể 06 hợp tác xã.',
      'Thành lập mới 18 HTX (nông nghiệp 10, phi nông nghiệp 08), [06] THT.',
      'Thành lập mới 18 HTX (đạt 90% kế hoạch), [06] tổ hợp tác.',
      'Thành lập mới 18 HTX, [01] liên hiệp HTX và 06 tổ hợp tác.',
      'Thành lập mới 18 HTX, 01 liên hiệp HTX và [06] tổ hợp tác.',
      'Năm 2017 có 05 HTX và [12] THT thành lập mới.',
      'Năm 2017 có [05] HTX và 12 THT thành lập mới.',
      'Tư vấn thành lập mới 37 HTX (trong đó 31 HTX nông nghiệp, [02] HTX du lịch cộng đồng).',
      'Các HTX đều có lãi; thành lập mới [7] - giải thể 1.',
      'Trong năm có hai tổ phát triển thành HTX, [15] tổ mới ra đời.',
      'Trong năm đã thành lập được [12] HTX, nâng tổng số HTX toàn huyện lên 45 HTX.',
      'Có [12] hợp tác xã được cấp giấy chứng nhận đăng ký hợp tác xã lần đầu.',
      'Số HTX đăng ký thành lập mới là [12], giảm 3 so với năm trước.',
      'Phấn đấu mỗi năm thành lập mới từ [5] đến 7 HTX.',
      'Dự kiến năm 2019 thành lập thêm [8] hợp tác xã và 15 tổ hợp tác.',
      'Dự kiến năm 2019 thành lập thêm 8 hợp tác xã và [15] tổ hợp tác.',
      'Thành lập mới 8 HTX, [02] LHHTX, 15 THT.',
      'Thành lập mới 8 HTX, 02 LHHTX, [15] THT.',
      'Toàn tỉnh thành lập mới 8 HTX (đạt 80% kế hoạch năm), [01] liên hiệp HTX.',
      'Số HTX thành lập mới: [11]; giải thể: 3; hiện có: 53.',
      'Năm rồi ra đời được [6] HTX.',
      'Vận động bà con lập mới [6] tổ hợp tác.',
      'Đến nay đã thành lập và đi vào hoạt động [6] HTX.',
      '[6] HTX mới thành lập đã đi vào hoạt động ổn định.',
      'Trong kỳ có thêm [6] HTX.',
      'Mới thành lập [6] HTX chăn nuôi.',
    ],
  ],
  [
    { indicator: 'organisations_active', measure: 'level' },
    [
      'HTX có trích quỹ: 12/[31] HTX đang HĐ.',
      'Còn 38/[118] HTX đang hoạt động chưa có trụ sở.',
      'Có [118]/142 HTX đang hoạt động.',
      'Xây dựng (52 HTX): [45] HTX hoạt động; doanh thu bình quân 1.780 triệu đồng/HTX.',
      'Nông nghiệp (189 HTX): hoạt động [148] HTX, ngừng 41 HTX.',
      'Trong đó [19] HTX làm ăn được, còn 02 HTX đã ngưng hoạt động.',
      'Tất cả [19] HTX đang hoạt động đều lấy bơm tưới làm chính.',
      'Trong tổng số 53 HTX có [44] HTX đang hoạt động.',
      'Số HTX thực tế hoạt động là [44] HTX, chiếm 83%.',
      '[44]/53 HTX đang hoạt động.',
      'Tổng số hợp tác xã hiện có là 53, trong đó [44] đang hoạt động.',
    ],
  ],
  [
    { indicator: 'organisations_effective', measure: 'level' },
    [
      'Số HTX có lãi năm 2012 là [147], năm 2016 là 352 HTX.',
      'Số HTX có lãi năm 2012 là 147, năm 2016 là [352] HTX.',
      'HTX hoạt động có hiệu quả: 23/36 HTX đang hoạt động (ước đến 12/2019: [26] HTX; KH 27 HTX).',
      'Có [30] HTX hoạt động có hiệu quả, mang lại lợi ích cho thành viên.',
      '[30] HTX sản xuất kinh doanh có hiệu quả.',
      'Trên địa bàn có [30] HTX làm ăn có lãi.',
      'Bà con xã viên phấn khởi, [30] HTX làm ăn có hiệu quả thấy rõ.',
    ],
  ],
  [
    { indicator: 'organisations_new', measure: 'share' },
    ['Mỗi năm thành lập 03 HTX trở lên, trong đó có trên [50]% là HTX nông nghiệp.'],
  ],
  [
    { indicator: 'organisations_converted', measure: 'level' },
    [
      'Chuyển đổi dứt điểm [04] HTX nông nghiệp còn lại.',
      'Có [02] tổ bơm tưới đã làm xong phương án để lên HTX.',
      'Trong năm có [05] tổ hợp tác chuyển lên HTX.',
      'Vận động [05] tổ hợp tác đủ điều kiện thành lập hợp tác xã.',
      'Nâng cấp [05] tổ hợp tác thành HTX.',
      '[05] THT phát triển lên thành HTX nông nghiệp.',
      'Có [03] HTX chuyển đổi sang loại hình công ty cổ phần.',
    ],
  ],
  [
    { indicator: 'organisations_effective', measure: 'share' },
    [
      'Phấn đấu trên [70]% HTX hoạt động sản xuất kinh doanh ổn định, có hiệu quả.',
      'Tỷ lệ HTX hoạt động hiệu quả đạt [65]%.',
    ],
  ],
  [{ indicator: 'organisations_new', measure: 'plan_completion' }, ['Thành lập mới 11 HTX, đạt [110]% kế hoạch năm.']],
  [{ indicator: 'organisations_active', measure: 'share' }, ['Có 44 HTX đang hoạt động, chiếm [83]%.']],
  [
    { indicator: 'organisations_suspended', measure: 'share' },
    ['Có 44 HTX đang hoạt động, 9 HTX ngừng hoạt động (chiếm [17]%).'],
  ],
]

describe('counts of all organisations', () => {
  it.each(ALL_THERE_ARE)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('organisations founded, active, stopped, dissolved, turned into others', () => {
  it.each(STATES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
