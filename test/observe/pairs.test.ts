import { describe, expect, it } from 'vitest'
import { type Corpus, compare, inReport } from './sentence.ts'

const DONE_AND_PLANNED: Corpus = [
  [
    { value: 22, status: 'actual', indicator: 'organisations_new' },
    [
      'Thành lập mới [22]/30 HTX, đạt 73,3% kế hoạch.',
      'Thành lập mới [22]/30 HTX kế hoạch năm.',
      'Số HTX thành lập mới: [22] HTX/30 HTX kế hoạch, đạt 73,3%.',
    ],
  ],
  [
    { value: 30, status: 'target', indicator: 'organisations_new' },
    [
      'Thành lập mới 22/[30] HTX, đạt 73,3% kế hoạch.',
      'Thành lập mới 22/[30] HTX kế hoạch năm.',
      'Số HTX thành lập mới: 22 HTX/[30] HTX kế hoạch, đạt 73,3%.',
    ],
  ],
  [
    { value: 1559, status: 'actual', unit: 'person' },
    ['Thành viên mới của HTX: [1.559]/1.520 thành viên, đạt 102,6% kế hoạch.'],
  ],
  [
    { value: 1520, status: 'target', unit: 'person' },
    ['Thành viên mới của HTX: 1.559/[1.520] thành viên, đạt 102,6% kế hoạch.'],
  ],
]

const PART_AND_WHOLE: Corpus = [
  [
    { value: 28, status: 'actual', indicator: 'organisations_effective' },
    ['Có [28]/41 HTX hoạt động hiệu quả (chiếm 68,3%).', '[28]/41 HTX hoạt động có hiệu quả, chiếm 68,3%.'],
  ],
  [
    { value: 41, status: 'actual', indicator: 'organisations' },
    ['Có 28/[41] HTX hoạt động hiệu quả (chiếm 68,3%).', '28/[41] HTX hoạt động có hiệu quả, chiếm 68,3%.'],
  ],
  [{ value: 64, status: 'actual' }, ['Có [64]/126 HTX tham gia liên kết chuỗi giá trị.']],
  [{ value: 126, status: 'actual', indicator: 'organisations' }, ['Có 64/[126] HTX tham gia liên kết chuỗi giá trị.']],
]

const A_SLASH_BEFORE_A_UNIT: Corpus = [
  [{ value: 50e6, per: ['organisation', 'year'] }, ['Lãi bình quân đạt [50] triệu đồng/HTX/năm.']],
  [
    { value: 4.5e6, per: ['person', 'month'] },
    ['Thu nhập bình quân của lao động trong HTX đạt [4,5] triệu đồng/người/tháng.'],
  ],
]

describe('done and planned', () => {
  it.each(DONE_AND_PLANNED)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('part and whole', () => {
  it.each(PART_AND_WHOLE)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})

describe('a slash before a unit', () => {
  it.each(A_SLASH_BEFORE_A_UNIT)('%o', (wanted, texts) => {
    const { got, expected } = compare(wanted, texts, inReport)
    expect(got).toEqual(expected)
  })
})
