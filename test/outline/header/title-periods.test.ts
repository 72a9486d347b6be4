import { expect, test } from 'vitest'
import type { DocumentKind } from '../../../src/contract/index.ts'
import { readPeriods } from '../../../src/outline/header/periods.ts'

/** Kind and year of issue, what is reported on and planned for, and the titles that say so. */
const CORPUS: readonly (readonly [DocumentKind, string, string | null, string | null, readonly string[]])[] = [
  [
    'report',
    '2019-06-18',
    '2019-01/2019-06',
    '2019-07/2019-12',
    [
      'Tình hình KTTT 6 tháng đầu năm, ước thực hiện cả năm và kế hoạch 6 tháng cuối năm 2019',
      'Kết quả hoạt động của hợp tác xã 6 tháng đầu năm 2019, nhiệm vụ 6 tháng cuối năm',
      'Kết quả công tác sáu tháng đầu năm và nhiệm vụ sáu tháng cuối năm 2019',
      'Tình hình kinh tế tập thể nửa đầu năm 2019 và nhiệm vụ nửa cuối năm',
      'Kết quả công tác 6T đầu năm 2019; phương hướng 6T cuối năm 2019',
      'Sơ kết công tác 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm',
    ],
  ],
  [
    'report',
    '2022-04-02',
    '2022-01/2022-03',
    '2022-04/2022-06',
    [
      'Kết quả công tác quý I, nhiệm vụ trọng tâm quý II năm 2022',
      'Tình hình hợp tác xã quý I/2022 và phương hướng quý II/2022',
      'Tình hình kinh tế tập thể quý 1 năm 2022, nhiệm vụ quý 2 năm 2022',
    ],
  ],
  [
    'report',
    '2018-12-05',
    '2018',
    '2019',
    [
      'Tình hình kinh tế tập thể năm 2018 và phương hướng, nhiệm vụ năm 2019',
      'Kết quả thực hiện nhiệm vụ năm 2018; phương hướng, nhiệm vụ năm 2019',
      'Đánh giá tình hình thực hiện kế hoạch năm 2018 và xây dựng kế hoạch năm 2019',
      'Công tác năm 2018, kế hoạch năm 2019 của Liên minh Hợp tác xã tỉnh',
      'Tổng kết hoạt động năm 2018 và dự kiến kế hoạch năm 2019',
    ],
  ],
  [
    'report',
    '2017-10-27',
    '2002/2017',
    null,
    [
      'Tổng kết 15 năm thực hiện Nghị quyết số 13-NQ/TW ngày 18/3/2002 của Ban Chấp hành Trung ương khóa IX',
      'Kết quả 15 năm thực hiện Nghị quyết Trung ương 5 khóa IX về kinh tế tập thể',
      'Tổng kết mười lăm năm thực hiện Nghị quyết số 13-NQ/TW',
    ],
  ],
  [
    'report',
    '2021-03-25',
    '2018/2020',
    null,
    [
      'Thực trạng hợp tác xã qua kết quả điều tra các năm 2018, 2019, 2020',
      'Tình hình hợp tác xã ba năm 2018, 2019 và 2020',
    ],
  ],
  [
    'report',
    '2011-10-06',
    '2011-01/2011-09',
    '2012',
    ['V/v hoạt động của các HTX ngành công thương 9 tháng, ước năm 2011, KH năm 2012'],
  ],
  ['report', '2023-03-01', '2013/2023', null, ['Tổng kết 10 năm thi hành Luật Hợp tác xã năm 2012']],
  [
    'report',
    '2020-11-20',
    '2016/2020',
    '2021/2025',
    [
      'Tình hình kinh tế tập thể giai đoạn 2016 - 2020 và kế hoạch giai đoạn 2021 - 2025',
      'Kết quả nhiệm kỳ 2016 - 2020, phương hướng nhiệm kỳ 2021 - 2025',
      'Đánh giá 5 năm 2016-2020, mục tiêu, nhiệm vụ 5 năm 2021-2025',
    ],
  ],
  [
    'plan',
    '2018-01-16',
    null,
    '2018',
    [
      'Công tác năm 2018 của Liên minh Hợp tác xã tỉnh',
      'Triển khai công tác kinh tế tập thể năm 2018',
      'Phát triển kinh tế tập thể năm 2018',
      'Thực hiện Chương trình hỗ trợ phát triển hợp tác xã giai đoạn 2015 - 2020 năm 2018',
      'Hoạt động của Ban Chỉ đạo phát triển kinh tế tập thể năm 2018',
    ],
  ],
  [
    'plan',
    '2021-01-25',
    null,
    '2021/2025',
    [
      'Phát triển kinh tế tập thể giai đoạn 2021 - 2025, định hướng đến năm 2030',
      'Phát triển kinh tế tập thể 5 năm (2021-2025)',
      'Thực hiện Chương trình hỗ trợ phát triển kinh tế tập thể giai đoạn 2021 - 2025',
    ],
  ],
  ['plan', '2021-01-25', null, '2025', ['Phát triển kinh tế tập thể đến năm 2025, tầm nhìn đến năm 2030']],
  [
    'report',
    '2019-09-25',
    '2019-01/2019-09',
    null,
    [
      'Tình hình kinh tế tập thể 9 tháng đầu năm',
      'Tình hình hợp tác xã chín tháng đầu năm 2019',
      'Kết quả 9 tháng năm 2019',
    ],
  ],
]

test.each(CORPUS)('a %s of %s reports on %s and plans for %s', (kind, issued, reports, plans, titles) => {
  expect(titles.map(title => [title, readPeriods([], kind, title, issued)])).toEqual(
    titles.map(title => [title, { reports, plans }]),
  )
})
