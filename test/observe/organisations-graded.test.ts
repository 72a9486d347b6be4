import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const GRADES: Corpus = [
  [
    { indicator: 'organisations_good', measure: 'level' },
    [
      'Kết quả xếp loại: [12] HTX loại tốt, 18 HTX loại khá, 9 HTX trung bình, 3 HTX yếu.',
      'Kết quả xếp loại: 12 HTX loại tốt, [18] HTX loại khá, 9 HTX trung bình, 3 HTX yếu.',
      'Phân loại HTX: tốt [12], khá 18, trung bình 9, yếu 3.',
      'Phân loại HTX: tốt 12, khá [18], trung bình 9, yếu 3.',
      'Xếp loại HTX: loại tốt có [12] HTX (chiếm 28%), loại khá có 18 HTX.',
    ],
  ],
  [
    { indicator: 'organisations_average', measure: 'share' },
    [
      'Tỷ lệ hợp tác xã xếp loại tốt, khá là 62,4%, trung bình [29,1]%, yếu 8,5%.',
      'Tỷ lệ HTX xếp loại khá 45%, trung bình [40]%, yếu 15%.',
    ],
  ],
  [
    { indicator: 'organisations_average', measure: 'level' },
    [
      'Kết quả xếp loại: 12 HTX loại tốt, 18 HTX loại khá, [9] HTX trung bình, 3 HTX yếu.',
      'Phân loại HTX: tốt 12, khá 18, trung bình [9], yếu 3.',
    ],
  ],
  [
    { indicator: 'organisations_weak', measure: 'level' },
    [
      'Kết quả xếp loại: 12 HTX loại tốt, 18 HTX loại khá, 9 HTX trung bình, [3] HTX yếu.',
      'Phân loại HTX: tốt 12, khá 18, trung bình 9, yếu [3].',
    ],
  ],
  [
    { indicator: 'organisations_good', measure: 'share' },
    [
      'Số HTX khá, giỏi chiếm [45]% tổng số HTX.',
      'HTX đạt loại khá trở lên: [45]%.',
      'Có 30 HTX xếp loại tốt, khá, chiếm [57]% số HTX được đánh giá.',
    ],
  ],
  [{ indicator: 'organisations_weak', measure: 'share' }, ['HTX yếu kém giảm còn dưới [10]%.']],
]

describe('grades of organisations', () => {
  it.each(GRADES)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
