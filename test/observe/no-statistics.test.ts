import { describe, expect, it } from 'vitest'
import { inReport } from './sentence.ts'

/** Numbers in square brackets that count nothing of the collective economy. */
const NO_STATISTICS: readonly (readonly [string, readonly string[]])[] = [
  [
    'dates without a month',
    [
      'Các đơn vị gửi báo cáo trước ngày [20] hàng tháng để tổng hợp.',
      'Báo cáo định kỳ chậm nhất ngày [15] tháng cuối quý.',
      'Gửi về Sở Kế hoạch và Đầu tư trước ngày [05] của tháng sau.',
      'Hằng tháng báo cáo Văn phòng trước ngày [20] để tổng hợp.',
      'Các xã báo cáo chậm nhất là ngày [25] hàng quý.',
      'Hạn chót ngày [10] tháng sau.',
      'Vào ngày [20] hằng tháng, các HTX nộp báo cáo.',
      'Từ ngày [15] đến ngày 20 hàng tháng.',
      'Từ ngày 15 đến ngày [20] hàng tháng các HTX khóa sổ.',
      'Trước mùng [5] hàng tháng các HTX nộp báo cáo.',
    ],
  ],
  [
    'addresses',
    [
      'Liên minh HTX tỉnh (tầng [2], số 15 đường Yên Ninh) tư vấn thành lập HTX.',
      'Liên minh HTX tỉnh (tầng 2, số [15] đường Yên Ninh) tư vấn thành lập HTX.',
      'Phòng Tài chính - Kế hoạch (số [01] Lý Nam Đế) tổng hợp.',
      'Trụ sở tại số nhà [45], đường Trần Phú, phường 3.',
      'Trụ sở tại số nhà 45, đường Trần Phú, phường [3].',
      'HTX Tân Tiến tại khóm [5], phường 2.',
      'HTX đặt tại ấp [3], xã An Bình.',
      'HTX Rau sạch, tổ [7], khu phố 4.',
    ],
  ],
  [
    'names of cooperatives',
    [
      'HTX vận tải 20/10, HTX số [3] Nghĩa Lộ kinh doanh khá.',
      'HTX vận tải [20]/10, HTX số 3 Nghĩa Lộ kinh doanh khá.',
      'một số HTX như HTX [19]/5 Giao Thuỷ, HTX Toàn Thắng 2 nhiều năm không đại hội.',
      'một số HTX như HTX 19/5 Giao Thuỷ, HTX Toàn Thắng [2] nhiều năm không đại hội.',
      'HTX [2]/9 Ea Kao doanh thu khá.',
      'Điển hình là HTX 2/[9] Ea Kao.',
      'HTX [27]/7 của thương binh huyện.',
      'HTX nông nghiệp [1] Đại Hiệp hoạt động tốt.',
      'HTX nông nghiệp Điện Phước [1] và Điện Phước 2 hoạt động tốt.',
      'HTX nông nghiệp Điện Phước 1 và Điện Phước [2] hoạt động tốt.',
    ],
  ],
  [
    'stars and programmes',
    [
      'Có 21 sản phẩm của HTX đạt OCOP [3 - 4] sao.',
      'Có 5 sản phẩm được công nhận đạt [3] sao trở lên.',
      'Sản phẩm hạng [4] sao của HTX.',
      'Sản phẩm đạt tiêu chuẩn OCOP [3], 4 sao.',
      'Thực hiện Quyết định 1231/QĐ-BNN về [15.000] HTX hiệu quả.',
      'theo Đề án [15.000] HTX, liên hiệp HTX nông nghiệp hoạt động có hiệu quả đến năm 2020',
      'Triển khai Đề án phát triển [15.000] hợp tác xã',
      'theo kế hoạch [15.000] HTX nông nghiệp hoạt động hiệu quả của Chính phủ',
    ],
  ],
  [
    'minimums and conditions',
    [
      'số xã viên ban đầu ít nhất là [07] theo quy định',
      'HTX phải có tối thiểu [07] thành viên theo luật.',
      'Theo Luật, HTX được thành lập khi có ít nhất [07] thành viên tự nguyện.',
      'Luật HTX năm 2012 quy định HTX phải có từ [07] thành viên trở lên.',
      'Chi bộ có dưới [03] đảng viên chính thức thì sinh hoạt ghép theo Điều lệ Đảng.',
      'nhiều HTX có dưới [7] thành viên',
      '49 HTX có dưới [7] thành viên thực góp vốn.',
      'HTX có vốn dưới [200] triệu đồng còn nhiều',
      'Các HTX có doanh thu dưới [1] tỷ đồng chiếm đa số.',
    ],
  ],
  [
    'staff of the state',
    [
      'Sở Kế hoạch và Đầu tư có [02] cán bộ, 10 huyện, thành phố mỗi nơi 01 cán bộ kiêm nhiệm theo dõi HTX.',
      'Sở Kế hoạch và Đầu tư có 02 cán bộ, 10 huyện, thành phố mỗi nơi [01] cán bộ kiêm nhiệm theo dõi HTX.',
      'Phòng Nông nghiệp các huyện chỉ bố trí [01] công chức theo dõi kiêm nhiệm.',
      'Biên chế làm công tác quản lý nhà nước về HTX ở mỗi huyện chỉ [01] người kiêm nhiệm',
      'Cấp huyện bố trí [01] cán bộ Phòng Tài chính - Kế hoạch kiêm nhiệm.',
      'Phòng Kinh tế hợp tác có [05] biên chế.',
      'Liên minh được giao [21] biên chế, hiện có mặt 19 người.',
      'Liên minh được giao 21 biên chế, hiện có mặt [19] người.',
      'Cơ quan Liên minh có [14] cán bộ, công chức, viên chức.',
      'Ban Chỉ đạo gồm [15] thành viên do Phó Chủ tịch UBND tỉnh làm Trưởng ban.',
      'Chỉ có [01] chuyên viên theo dõi KTTT.',
    ],
  ],
  [
    'counts of districts and communes',
    [
      'Thành phố có [21] đơn vị hành chính (13 phường, 08 xã).',
      'Thành phố có 21 đơn vị hành chính ([13] phường, 08 xã).',
      'Thành phố có 21 đơn vị hành chính (13 phường, [08] xã).',
      'Huyện có [18] xã, thị trấn.',
      'Tỉnh có [11] đơn vị hành chính cấp huyện với 226 xã, phường, thị trấn.',
      'Tỉnh có 11 đơn vị hành chính cấp huyện với [226] xã, phường, thị trấn.',
      'UBND [21] xã, phường báo cáo về Phòng Tài chính - Kế hoạch.',
    ],
  ],
  [
    'distances, weather',
    [
      'địa bàn rộng với [13] huyện, thành phố, thị xã.',
      'Xã có [09] thôn, bản.',
      'xâm nhập mặn sâu hơn [60] km theo sông Hậu.',
      'Xã cách trung tâm huyện [12] km.',
      'Tuyến đường dài [4,5] km do HTX quản lý.',
      'Lượng mưa trung bình năm [1.800] mm.',
      'Nhiệt độ có ngày trên [39] độ C.',
    ],
  ],
  [
    'frequencies, durations, ages',
    [
      'Độ mặn [4] phần nghìn vào sâu trong nội đồng.',
      'Tuyên truyền trên đài truyền thanh xã mỗi tuần [hai] lần.',
      'Họp giao ban mỗi quý [01] lần.',
      'Giao ban [02] lần/năm.',
      'Rà soát quỹ đất công ích [5]% để HTX thuê làm trụ sở.',
      'về phát triển kinh tế tập thể [5] năm trên địa bàn tỉnh Lai Châu',
      'Kế hoạch phát triển kinh tế tập thể [5] năm 2021 - 2025.',
      'Người lao động trên [45] tuổi khó học nghề.',
      'Họp từ [8] giờ đến 11 giờ.',
      'Giám đốc HTX sinh năm [1975].',
      'Việc thành lập HTX qua [04] bước.',
      'Điện thoại: [0974] 123 456.',
      'Tiêu chí [13] về tổ chức sản xuất.',
      'đạt tiêu chí số [13] trong xây dựng nông thôn mới',
      'Quốc lộ [1A] chạy qua xã.',
      'Chuyến công tác tại Hội nghị Trung ương [5] khóa IX.',
      'Nghị quyết Trung ương [5] khóa XIII.',
      'sau hơn [10] năm thực hiện Luật',
      'HTX có thời gian hoạt động trên [20] năm.',
      'một số chủ nhiệm đã công tác trên [20] năm',
    ],
  ],
]

const STATISTICS: readonly string[] = [
  'Có hai sản phẩm lên sàn, trong đó [một] sản phẩm được công nhận OCOP 3 sao.',
  '[Năm] hợp tác xã này thu hút 1.236 thành viên.',
  'vận động thành lập mới [một] tổ.',
  'Trên địa bàn xã chỉ còn [một] hợp tác xã.',
  'tư vấn pháp lý qua điện thoại trên [300] lượt.',
  'ký 29 hợp đồng, biên bản ghi nhớ trị giá [21] tỷ đồng.',
  'Tuổi bình quân của giám đốc là [53,6] tuổi.',
  'hỗ trợ cho 20 dự án của [20] hợp tác xã',
  'hiện có [34] người làm việc tại 29 HTX',
  'Cán bộ quản lý HTX đạt trình độ Cao đẳng, Đại học: [30] người',
  'Huyện có [12] HTX, trong đó 10 HTX nông nghiệp.',
  'Xã Tân Lập có [8] tổ hợp tác.',
  'Phấn đấu có [300] HTX theo kế hoạch.',
  'Kế hoạch phát triển [15] HTX mới trong năm 2019.',
  'vận động thành lập 01 hợp tác xã với ít nhất [07] thành viên',
  'Mỗi HTX có ít nhất [07] thành viên.',
  'Mỗi ngày HTX thu mua [20] tấn rau.',
]

describe('numbers that are no statistics', () => {
  it.each(NO_STATISTICS)('%s', (_, texts) => {
    expect(texts.filter(text => inReport(text) !== null)).toEqual([])
  })
})

describe('numbers like them that are', () => {
  it.each(STATISTICS)('%s', text => {
    expect(inReport(text)).not.toBeNull()
  })
})
