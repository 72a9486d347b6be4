import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const MEMBERS: Corpus = [
  [
    { indicator: 'members', unit: 'person' },
    [
      'Tổng số thành viên của 42 HTX là [3.200] người.',
      'Số thành viên HTX giảm từ 412.600 người năm 2002 xuống [386.200] người năm 2012 và còn 341.850 người hiện nay.',
      'Số thành viên HTX giảm từ 412.600 người năm 2002 xuống 386.200 người năm 2012 và còn [341.850] người hiện nay.',
      'Số xã viên tăng từ 1.200 người lên [1.450] người.',
    ],
  ],
  [
    { indicator: 'members_new' },
    [
      'Từ đầu năm đến nay có [735] người gia nhập HTX.',
      'Trong kỳ có [735] người xin gia nhập.',
      'Trong năm các HTX kết nạp thêm [19] người.',
      'Thu hút thêm [350] xã viên và 280 lao động.',
      'Thành viên tăng thêm trong kỳ: [120] người.',
    ],
  ],
  [
    { indicator: 'members_left' },
    [
      'Trong năm có [7] người xin rút vốn vì chuyển đi nơi khác.',
      'Có [12] xã viên chấm dứt tư cách thành viên.',
      'Thành viên giảm do chuyển đi, qua đời: [12] người.',
      'Kết nạp mới 348, ra khỏi HTX [95].',
    ],
  ],
  [
    { indicator: 'members_per_organisation', per: ['organisation'] },
    [
      'Bình quân một HTX từ [1.061] xuống 834 thành viên.',
      'Bình quân một HTX từ 1.061 xuống [834] thành viên.',
      'Tính ra mỗi tổ có [20] thành viên.',
      'Tính trung bình mỗi quỹ có [1.500] thành viên.',
    ],
  ],
]

const WORKERS: Corpus = [
  [
    { indicator: 'workers_new' },
    [
      'Thu hút thêm 350 xã viên và [280] lao động.',
      'Năm qua giải quyết thêm việc làm cho [415] lao động.',
      'Giải quyết việc làm mới cho khoảng [400] lao động.',
      'Tạo việc làm mới cho [250] người.',
      'Thu hút mới [250] lao động.',
    ],
  ],
  [
    { indicator: 'workers' },
    ['Tạo việc làm thường xuyên cho [5.700] lao động.', 'Tạo việc làm ổn định cho [650] người.'],
  ],
  [
    { indicator: 'workers_also_members' },
    [
      'Lao động làm việc thường xuyên có 38 người, gần như tất cả đều là thành viên ([35] người).',
      'Lao động TX: 6.905 người; đồng thời là thành viên: [4.480].',
      'Lao động 2.745 người (trong đó lao động là thành viên: 1.610 người (bằng [58,7]% tổng số lao động)).',
    ],
  ],
  [
    { indicator: 'people_other' },
    [
      'Lao động TX: 6.905 người; thời vụ bình quân [3.100] người.',
      'Trên [1.800] lao động nghỉ việc luân phiên.',
      'Hiện có 34 người làm việc tại 29 HTX ([09] kế toán, 11 kỹ thuật viên).',
    ],
  ],
]

const MANAGERS: Corpus = [
  [
    { indicator: 'managers' },
    ['Cán bộ quản lý. Có 7.404 người, bình quân mỗi HTX [06] người.', 'Hội đồng quản trị các HTX có [450] người.'],
  ],
  [
    { indicator: 'managers_higher' },
    [
      'CBQL: 198. ĐH, CĐ: [47] = 23,7%; TC, SC: 96 = 48,5%; chưa qua ĐT: 55.',
      'Cán bộ quản lý: 1.304 người; tỷ lệ có trình độ cao đẳng, đại học 21,4%, sơ cấp, trung cấp 43,8% (năm 2015 tương ứng là [11,2]% và 36,5%).',
    ],
  ],
  [
    { indicator: 'managers_basic', comparator: 'eq' },
    [
      'Trong mười một cán bộ quản lý mới có [ba] người trình độ trung cấp trở lên.',
      'Cán bộ quản lý: 1.304 người; tỷ lệ có trình độ cao đẳng, đại học 21,4%, sơ cấp, trung cấp 43,8% (năm 2015 tương ứng là 11,2% và [36,5]%).',
    ],
  ],
  [
    { indicator: 'people_other' },
    [
      'CBQL: 198. ĐH, CĐ: 47 = 23,7%; TC, SC: 96 = 48,5%; chưa qua ĐT: [55].',
      'Trên [60]% cán bộ quản lý hợp tác xã chưa qua đào tạo chuyên môn.',
      'Trung cấp, sơ cấp 3.110 người (42%); [3.554] người chưa được đào tạo.',
    ],
  ],
]

const TRAINEES: Corpus = [
  [
    { indicator: 'trainees' },
    [
      'Bồi dưỡng kiến thức cho [180] cán bộ, thành viên HTX.',
      'Đào tạo nghề cho [320] lao động.',
      'Mở 01 lớp tập huấn Luật HTX, xã có [23] người dự.',
      'Cử [12] cán bộ HTX tham gia lớp bồi dưỡng.',
      'Cử [một] kế toán đi học 06 tháng.',
    ],
  ],
]

describe.each([
  ['members', MEMBERS],
  ['workers', WORKERS],
  ['managers', MANAGERS],
  ['trainees', TRAINEES],
] as const)('%s', (_, corpus) => {
  it.each(corpus)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
