import { describe, expect, it } from 'vitest'
import { type Corpus, compare } from '../sentence.ts'
import { comparedInPlan, comparedInReport, inPlanTable } from './in-table.ts'

/** Behind `TH 2018`, `KH 2019`, `ƯTH 2019` and `KH 2020`. */
const IN_A_PLAN: Corpus = [
  [
    { measure: 'plan_completion', unit: 'percent', period: '2019', status: 'estimate', per: [], value: 102.3 },
    [
      'ƯTH/KH (%)',
      'ƯTH/KH 2019 (%)',
      'ƯTH 2019/KH 2019 (%)',
      'Ước TH/KH năm 2019 (%)',
      'ƯTH 2019 so với KH 2019 (%)',
      'Ước thực hiện so với kế hoạch (%)',
      '% ƯTH so KH',
      'Tỷ lệ ƯTH so với KH (%)',
      'Tỷ lệ hoàn thành kế hoạch (%)',
      'Ước đạt % KH năm 2019',
      'So sánh (%) › ƯTH 2019/KH 2019',
      'So sánh › ƯTH/KH 2019',
    ],
  ],
  [
    { measure: 'change', unit: 'percent', period: '2019', status: 'estimate', per: [], value: 102.3 },
    [
      'ƯTH 2019/TH 2018 (%)',
      'Ước 2019/TH 2018 (%)',
      '2019/2018 (%)',
      'So sánh 2019/2018 (%)',
      'So sánh (%) › 2019/2018',
      'So sánh (%) › ƯTH 2019/TH 2018',
      'ƯTH 2019 so với TH 2018 (%)',
      'Năm 2019 so với năm 2018 (%)',
      '19/18 (%)',
    ],
  ],
  [
    { measure: 'change', unit: 'percent', period: '2020', status: 'target', per: [], value: 102.3 },
    [
      'KH 2020/ƯTH 2019 (%)',
      '2020/2019 (%)',
      'KH 2020 so với ƯTH 2019 (%)',
      'So sánh (%) › KH 2020/ƯTH 2019',
      'KH 2020ƯTH 2019 (%)',
    ],
  ],
  [
    { measure: 'change', unit: 'percent', period: '2016/2020', per: ['year'] },
    [
      'Tăng BQ 2016-2020 (%)',
      'Tăng bình quân 2016-2020 (%)',
      'Tốc độ tăng bình quân giai đoạn 2016-2020 (%)',
      'Tốc độ tăng BQ 2016-2020 (%/năm)',
      'Nhịp độ tăng bình quân hàng năm 2016-2020 (%)',
    ],
  ],
  [
    { measure: 'change', unit: 'organisation', period: '2019', status: 'estimate' },
    ['Tăng, giảm 2019 so với 2018', 'Tăng (+), giảm (-) 2019/2018', 'Chênh lệch 2019/2018'],
  ],
]

/** Behind `TH 9 tháng 2018`, `KH năm 2019` and `TH 9 tháng 2019`. */
const IN_A_REPORT: Corpus = [
  [
    { measure: 'change', unit: 'percent', period: '2019-01/2019-09', status: 'actual', value: 102.3 },
    [
      'So với cùng kỳ (%)',
      'So cùng kỳ (%)',
      'So với cùng kỳ năm 2018 (%)',
      '% so cùng kỳ',
      'So sánh (%) › Cùng kỳ',
      'Tăng, giảm so với cùng kỳ (%)',
      'TH 9 tháng 2019/TH 9 tháng 2018 (%)',
      '2019/2018 (%)',
    ],
  ],
  [
    { measure: 'plan_completion', unit: 'percent', period: '2019-01/2019-09', status: 'actual', value: 102.3 },
    [
      '% TH so KH',
      'TH/KH (%)',
      '% TH/KH',
      'Đạt % KH',
      'Đạt tỷ lệ so với KH (%)',
      'TH 9 tháng/KH (%)',
      'So với KH năm (%)',
      'So sánh (%) › KH năm',
      'Tỷ lệ % so với kế hoạch',
      'Hoàn thành KH (%)',
    ],
  ],
]

describe('a column of a plan compares those before it', () => {
  const observe = comparedInPlan(['TH 2018', 'KH 2019', 'ƯTH 2019', 'KH 2020'])
  it.each(IN_A_PLAN)('%o', (wanted, heads) => {
    const { got, expected } = compare(wanted, heads, observe)
    expect(got).toEqual(expected)
  })
})

describe('a column of a report compares those before it', () => {
  const observe = comparedInReport(['TH 9 tháng 2018', 'KH năm 2019', 'TH 9 tháng 2019'])
  it.each(IN_A_REPORT)('%o', (wanted, heads) => {
    const { got, expected } = compare(wanted, heads, observe)
    expect(got).toEqual(expected)
  })
})

const NUMBERED = (marked: string): string =>
  [
    'TT | Chỉ tiêu | TH 2018 | KH 2019 | ƯTH 2019 | So sánh (%) | ',
    ' | | | | | A | B',
    '1 | 2 | 3 | 4 | 5 | 6=5/4x100 | 7=5/3x100',
    '1 | Tổng số HTX | 160 | 172 | 176 | 102,3 | 110,0',
    '2 | Tổng số thành viên | 1.270 | 1.520 | 1.599 | 105,2 | 125,9',
  ]
    .join('\n')
    .replace(marked, `[${marked}]`)

describe('a formula of the numbering row', () => {
  it('says whose figures are compared where the head does not', () => {
    expect(inPlanTable(NUMBERED('102,3'))).toMatchObject({ period: '2019', status: 'estimate', unit: 'percent' })
    expect(inPlanTable(NUMBERED('125,9'))).toMatchObject({ period: '2019', status: 'estimate', unit: 'percent' })
  })

  it('tells the completion of a plan from a change', () => {
    expect(inPlanTable(NUMBERED('102,3'))?.measure).toBe('plan_completion')
    expect(inPlanTable(NUMBERED('125,9'))?.measure).toBe('change')
  })
})

it('a comparison carries what is compared, and says which head told so', () => {
  const found = comparedInPlan(['TH 2018', 'KH 2019', 'ƯTH 2019'])('ƯTH/KH 2019 (%)')
  expect(found).toMatchObject({ subject: 'cooperative', indicator: 'organisations', measure: 'plan_completion' })
  expect(found?.because.measure).toMatchObject({ from: 'column' })
  expect(found?.because.unit).toMatchObject({ from: 'column' })
})

it('a negative difference keeps its sign', () => {
  const table = (figure: string) =>
    `TT | Chỉ tiêu | ĐVT | TH 2018 | ƯTH 2019 | Tăng, giảm 2019/2018\n1 | Tổng số HTX | HTX | 160 | 150 | ${figure}\n2 | Tổng số THT | THT | 66 | 107 | 41`
  for (const figure of ['[-10]', '[- 10]', '[–10]'])
    expect(inPlanTable(table(figure))).toMatchObject({ measure: 'change', value: -10 })
})

it('the dates of a head are no comparison', () => {
  const table =
    'TT | Chỉ tiêu | ĐVT | 31/12/2018 | 30/6/2019\n1 | Tổng số HTX | HTX | 160 | [170]\n2 | Tổng số THT | THT | 66 | 80'
  expect(inPlanTable(table)).toMatchObject({ measure: 'level', unit: 'organisation', period: '2019-06-30' })
})
