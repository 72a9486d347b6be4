import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const ABBREVIATIONS: Corpus = [
  [
    { subject: 'cooperative_group' },
    [
      'Toàn huyện có 45 tổ hợp tác sản xuất (THTSX). Thành lập mới [12] THTSX.',
      'Toàn huyện có [45] tổ hợp tác sản xuất (THTSX) đang hoạt động.',
    ],
  ],
  [
    { subject: 'cooperative', sector: 'agriculture' },
    [
      'Có 45 hợp tác xã nông nghiệp (HTXNN) trên địa bàn. Giải thể [3] HTXNN.',
      'Hiện có 45 hợp tác xã dịch vụ nông nghiệp (HTXDVNN). Trong năm thành lập [3] HTXDVNN.',
    ],
  ],
  [
    { subject: 'support_fund' },
    [
      'Quỹ hỗ trợ phát triển hợp tác xã tỉnh (sau đây gọi tắt là Quỹ HTX) được thành lập.\nQuỹ HTX cho vay [3,2] tỷ đồng.',
    ],
  ],
  [{ subject: 'cooperative_union' }, ['Có liên hiệp hợp tác xã nông nghiệp (LHHTXNN).\nĐã thành lập [02] LHHTXNN.']],
  [{ indicator: 'workers' }, ['Lao động làm việc thường xuyên (LĐLVTX) trong HTX tăng.\nCó [320] LĐLVTX.']],
  [
    { subject: 'cooperative' },
    ['Các hợp tác xã (sau đây viết tắt là HTX) có [24] đơn vị.', 'Ủy ban nhân dân huyện (UBND) báo cáo có [24] HTX.'],
  ],
  [
    { subject: 'cooperative', sector: 'transport' },
    ['Có hợp tác xã vận tải (HTXVT).\nTrong đó [5] HTXVT hoạt động tốt.'],
  ],
]

describe('names that a document gives', () => {
  it.each(ABBREVIATIONS)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
