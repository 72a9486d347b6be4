import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const MEASURES: Corpus = [
  [
    { measure: 'multiple', value: 4.5 },
    [
      'Doanh thu bình quân 1.450 triệu đồng/HTX, tăng 2,1 lần so với năm 2010 (690 triệu đồng/HTX) và [4,5] lần so với năm 2002.',
    ],
  ],
  [{ measure: 'multiple', value: 1.2 }, ['Doanh thu đạt 12 tỷ đồng, bằng [1,2] lần năm 2017.']],
  [{ measure: 'multiple', value: 2 }, ['Số HTX tăng gấp [hai] lần năm 2012.']],
  [{ measure: 'plan_completion', value: 104 }, ['Thành lập mới 52 HTX (kế hoạch 50 HTX, vượt [4]%).']],
  [
    { measure: 'plan_completion', value: 108.6 },
    ['Cán bộ quản lý 38 người/35 người KH, vượt [8,6]% (ước cả năm 40 người).'],
  ],
  [{ measure: 'plan_completion', value: 50 }, ['DT BQ: 1.150 tr.đ/HTX; KH năm: 2.300; đạt [50]%; so CK tăng 8,2%.']],
  [{ measure: 'share', value: 63.3 }, ['Xếp loại: tốt + khá: [63,3]% (KH: 60%).']],
  [
    { measure: 'change', value: 6.5, subject: 'collective_economy' },
    ['Đưa tốc độ tăng trưởng của khu vực kinh tế tập thể đạt [6,5]%.'],
  ],
  [{ measure: 'change', value: 8.5 }, ['Tốc độ tăng trưởng của khu vực kinh tế tập thể bình quân [8,5]%/năm.']],
  [
    { measure: 'change', value: 11.2, subject: 'other' },
    ['Tốc độ tăng trưởng kinh tế chung của tỉnh ước đạt [11,2]%.'],
  ],
  [
    { measure: 'change', value: 4, indicator: 'organisations_new' },
    ['Thành lập mới được 24 HTX, vượt [4] HTX so với chỉ tiêu giao là 20 HTX.'],
  ],
  [
    { measure: 'change', value: 1, indicator: 'organisations_new' },
    ['Tư vấn thành lập 46 HTX, vượt [01] HTX so với kế hoạch.'],
  ],
  [{ measure: 'change', value: -1.4 }, ['Thành viên HTX: 8.936 người, giảm 124 người (-[1,4]%) so với cùng kỳ.']],
  [
    { measure: 'change', value: 11.5 },
    ['Doanh thu 12 tỷ đồng, lãi 3 tỷ đồng; so với cùng kỳ lần lượt tăng 3,2% và [11,5]%.'],
  ],
  [{ measure: 'change', value: 3.5 }, ['Có 1.520 tổ; số tổ tăng 240 tổ so với năm 2015, bình quân [3,5]%/năm.']],
  [{ measure: 'change', value: 102 }, ['Lợi nhuận 14,9 tỷ đồng, bằng [102]% năm 2017.']],
  [
    { measure: 'change', value: 108 },
    ['Lãi bình quân 39 triệu đồng/HTX, bằng [108]% năm 2017; tổng lãi trên 3,1 tỷ đồng.'],
  ],
  [{ measure: 'share', value: 50 }, ['Số THT được UBND xã chứng thực hợp đồng hợp tác 642 tổ, đạt đúng [50]%.']],
  [{ measure: 'share', value: 41.4 }, ['Có 212 HTX ứng dụng công nghệ số, đạt [41,4]%.']],
  [{ measure: 'share', value: 36 }, ['Có 1.352 cán bộ quản lý, số qua đào tạo là 487 người, đạt [36]%.']],
  [{ measure: 'share', value: 25 }, ['Có chứng thực của UBND cấp xã: 468 tổ, đạt [25]%.']],
  [{ measure: 'plan_completion', value: 84.4 }, ['Thành lập mới 38/45 HTX, đạt [84,4]%.']],
  [{ measure: 'plan_completion', value: 60 }, ['Giải ngân 1.290 triệu đồng, đạt [60]% kế hoạch.']],
  [{ measure: 'plan_completion', value: 87.5 }, ['Số HTX đăng ký mới là 14 (kế hoạch cả năm 16 HTX; đạt [87,5]%).']],
  [{ measure: 'plan_completion', value: 75 }, ['Thành lập mới 06 HTX, đạt [75]%.']],
  [{ comparator: 'about', measure: 'share' }, ['Tham gia chuỗi 20 HTX, chiếm khoảng [12]% tổng số HTX.']],
  [{ comparator: 'about' }, ['Số thành viên tham gia HTX đạt khoảng [420] thành viên.']],
  [{ comparator: 'gt' }, ['HTX khá, tốt chiếm trên [60]%.']],
  [{ comparator: 'le' }, ['Hỗ trợ tối đa 80% chi phí nhưng không vượt [3] tỷ đồng mỗi HTX.']],
  [{ measure: 'change', value: 500 }, ['Giá thu mua cao hơn thị trường [500] đồng/kg.']],
  [{ measure: 'change', value: 5 }, ['Có 25 HTX, hơn cùng kỳ [5] HTX.']],
  [{ measure: 'change', value: 2 }, ['So cùng kỳ (32 HTX): +[02] HTX.']],
  [{ measure: 'change', value: 3 }, ['Số HTX là 28, nhiều hơn năm 2017 [3] HTX.']],
  [{ measure: 'change', value: -3 }, ['Số HTX là 28, ít hơn năm 2017 [3] HTX.']],
  [{ measure: 'change', value: 0.91 }, ['Có 12 HTX; tỷ lệ khá, tốt đạt 55%, cao hơn cùng kỳ [0,91] điểm phần trăm.']],
  [{ comparator: 'gt', measure: 'multiple' }, ['Số thành viên HTX gấp hơn [bốn] lần năm 2002.']],
]

describe('measures in other words', () => {
  it.each(MEASURES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
