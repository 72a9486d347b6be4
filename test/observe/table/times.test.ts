import { describe, expect, it } from 'vitest'
import { type Corpus, compare } from '../sentence.ts'
import { inPlanTable, inReportTable, underHeadOfPlan, underHeadOfReport } from './in-table.ts'

/** Heads of a plan for 2020 that was written in 2019; `›` stands between a head and the one under it. */
const HEADS_OF_A_PLAN: Corpus = [
  [
    { period: '2018', status: 'actual' },
    [
      'TH 2018',
      'T/H 2018',
      'TH năm 2018',
      'Thực hiện 2018',
      'Thực hiện năm 2018',
      'Kết quả năm 2018',
      'Năm 2018',
      '2018',
      '31/12/2018',
      'Đến 31/12/2018',
      'Cuối năm 2018',
      'Năm 2018 › Thực hiện',
      'Thực hiện › 2018',
      'Thực hiện › Năm 2018',
    ],
  ],
  [{ period: '2016', status: 'actual' }, ['’16', "'16", "TH '16", 'TH 16', 'Năm 2016', 'Thực hiện › 2016']],
  [{ period: '2018', status: 'target' }, ['KH 2018', 'Kế hoạch năm 2018', 'Năm 2018 › Kế hoạch', 'Năm 2018 › KH']],
  [
    { period: '2019', status: 'target' },
    [
      'KH 2019',
      'K/H 2019',
      'KH năm 2019',
      'Kế hoạch 2019',
      'Kế hoạch năm 2019',
      'Kế hoạch giao năm 2019',
      'Mục tiêu năm 2019',
      'Năm 2019 › Kế hoạch',
      'Năm 2019 › KH giao',
      'Kế hoạch › 2019',
    ],
  ],
  [
    { period: '2019', status: 'estimate' },
    [
      'ƯTH 2019',
      'Ước TH 2019',
      'Ước TH năm 2019',
      'Ước thực hiện năm 2019',
      'Ước thực hiện cả năm',
      'Ước cả năm 2019',
      'Ước năm 2019',
      'Ước 2019',
      'Ước TH cả năm',
      'Ước đến 31/12/2019',
      'Dự kiến năm 2019',
      'Năm 2019 › Ước thực hiện cả năm',
      'Năm 2019 › Ước TH',
      'Năm 2019 › ƯTH',
      'Năm 2019 › Ước cả năm',
      'Ước thực hiện › 2019',
    ],
  ],
  [
    { period: '2020', status: 'target' },
    [
      'KH 2020',
      'Kế hoạch năm 2020',
      'Dự kiến 2020',
      'Dự kiến năm 2020',
      'Dự kiến KH năm 2020',
      'Dự kiến kế hoạch năm 2020',
      'Năm 2020',
      '2020',
      'Mục tiêu 2020',
      'Phấn đấu năm 2020',
      'Kế hoạch › Năm 2020',
      'Phân kỳ thực hiện › 2020',
      'Lộ trình thực hiện › Năm 2020',
      'Kế hoạch',
    ],
  ],
  [
    { period: '2025', status: 'target' },
    ['Mục tiêu đến năm 2025', 'Đến năm 2025', 'KH đến năm 2025', 'MT 2025', 'Năm 2025', 'Mục tiêu › 2025'],
  ],
  [
    { period: '2019-01/2019-06', status: 'actual' },
    [
      '6 tháng đầu năm 2019',
      '6 tháng đầu năm',
      'TH 6 tháng 2019',
      'TH 6 tháng đầu năm',
      'Thực hiện 6 tháng đầu năm 2019',
      'TH 6T/2019',
      'Năm 2019 › Thực hiện 6 tháng',
      'Năm 2019 › 6 tháng đầu năm',
      'Năm 2019 › TH 6 tháng',
    ],
  ],
  [
    { period: '2019-06-30', status: 'actual' },
    [
      '30/6/2019',
      'Đến 30/6/2019',
      'Có đến 30/6/2019',
      'Tính đến 30/6/2019',
      'Tại thời điểm 30/6/2019',
      'Đến ngày 30 tháng 6 năm 2019',
      'Thực hiện đến 30/6/2019',
      'TH đến 30/6/2019',
    ],
  ],
  [
    { period: '2016/2020', status: 'target' },
    ['2016-2020', '2016 - 2020', 'Giai đoạn 2016-2020', 'KH 2016-2020', 'Kế hoạch 5 năm 2016-2020'],
  ],
  [
    { period: '2011/2015', status: 'actual' },
    ['2011-2015', 'Giai đoạn 2011-2015', 'TH 2011-2015', 'Thực hiện giai đoạn 2011 - 2015'],
  ],
  [
    { period: '2019-01/2019-03', status: 'actual' },
    ['Quý I/2019', 'Quý I năm 2019', 'Q.I/2019', 'Quý 1/2019', 'Năm 2019 › Quý I', 'TH quý I/2019'],
  ],
]

/** Heads of a report on nine months of 2019. */
const HEADS_OF_A_REPORT: Corpus = [
  [
    { period: '2019-01/2019-09', status: 'actual' },
    [
      'TH 9 tháng',
      'Thực hiện 9 tháng đầu năm',
      '9 tháng đầu năm 2019',
      'TH 9 tháng năm 2019',
      'Năm 2019 › TH 9 tháng',
      '9 tháng 2019',
    ],
  ],
  [
    { period: '2018-01/2018-09', status: 'actual' },
    [
      '9 tháng đầu năm 2018',
      'TH 9 tháng 2018',
      'Cùng kỳ năm 2018',
      'TH cùng kỳ năm trước',
      'Cùng kỳ năm trước',
      'Cùng kỳ',
    ],
  ],
  [{ period: '2019', status: 'target' }, ['Kế hoạch', 'KH năm', 'Kế hoạch cả năm', 'KH năm 2019', 'Kế hoạch giao']],
  [{ period: '2019', status: 'estimate' }, ['Ước cả năm', 'ƯTH năm 2019', 'Ước thực hiện cả năm', 'Dự kiến cả năm']],
  [{ period: '2018', status: 'actual' }, ['Năm 2018', 'TH năm 2018', 'Năm trước']],
]

describe('a head of a plan dates its figures', () => {
  it.each(HEADS_OF_A_PLAN)('%o', (wanted, heads) => {
    const { got, expected } = compare(wanted, heads, underHeadOfPlan)
    expect(got).toEqual(expected)
  })
})

describe('a head of a report dates its figures', () => {
  it.each(HEADS_OF_A_REPORT)('%o', (wanted, heads) => {
    const { got, expected } = compare(wanted, heads, underHeadOfReport)
    expect(got).toEqual(expected)
  })
})

describe('heads beside one another', () => {
  it('a plan without a year is of the year that was reached behind it', () => {
    const table =
      'TT | Chỉ tiêu | TH 2018 | Kế hoạch | ƯTH 2019\n1 | Số HTX | 160 | [172] | 176\n2 | Số THT | 66 | 80 | 107'
    expect(inPlanTable(table)).toMatchObject({ status: 'target', period: '2019' })
  })

  it('a plan without a year is of the year that the title of its table names', () => {
    const table =
      'KẾ HOẠCH PHÁT TRIỂN HỢP TÁC XÃ NĂM 2021\nTT | Chỉ tiêu | ĐVT | Kế hoạch\n1 | Số HTX | HTX | [172]\n2 | Số THT | THT | 80'
    expect(inPlanTable(table)).toMatchObject({ period: '2021', status: 'target' })
    expect(inReportTable(table)).toMatchObject({ period: '2021', status: 'target' })
  })

  it('`Cùng kỳ` are the months that the head beside it names', () => {
    const table =
      'TT | Chỉ tiêu | 6 tháng đầu năm 2019 | Cùng kỳ năm 2018\n1 | Số HTX thành lập mới | 12 | [9]\n2 | Số HTX giải thể | 3 | 1'
    expect(inReportTable(table)).toMatchObject({ period: '2018-01/2018-06', status: 'actual' })
  })

  it('a year over them all is the year of each', () => {
    const table =
      'TT | Chỉ tiêu | Năm 2019 | | \n | | KH | TH 9 tháng | Ước cả năm\n' +
      '1 | Số HTX | 172 | 170 | [176]\n2 | Số THT | 80 | 90 | 107'
    expect(inReportTable(table)).toMatchObject({ period: '2019', status: 'estimate' })
  })

  it('`Đầu năm` and `Cuối năm` are the ends of two years', () => {
    const table = (first: string, last: string) =>
      `TT | Chỉ tiêu | Đầu năm 2019 | Cuối năm 2019\n1 | Số HTX | ${first} | ${last}\n2 | Số THT | 66 | 107`
    expect(inPlanTable(table('[160]', '176'))).toMatchObject({ period: '2018' })
    expect(inPlanTable(table('160', '[176]'))).toMatchObject({ period: '2019' })
  })
})

describe('rows date their figures', () => {
  it('by years as labels', () => {
    const table = (marked: string) =>
      'Năm | Số HTX | Số thành viên\n2017 | 131 | 1.204\n2018 | 160 | 1.270\n2020 | 201 | 1.809'.replace(
        marked,
        `[${marked}]`,
      )
    expect(inPlanTable(table('131'))).toMatchObject({ indicator: 'organisations', period: '2017', status: 'actual' })
    expect(inPlanTable(table('1.809'))).toMatchObject({ indicator: 'members', period: '2020', status: 'target' })
  })

  it('`Cộng` under years is over all of them', () => {
    const table = 'Năm | Số HTX thành lập mới\n2016 | 10\n2017 | 12\n2018 | 35\nCộng | [57]'
    expect(inPlanTable(table)).toMatchObject({ indicator: 'organisations_new', period: '2016/2018', value: 57 })
  })

  it('by the words of a section', () => {
    const table =
      'TT | Chỉ tiêu | HTX | THT\nI | Năm 2018 | | \n1 | Thành lập mới | [35] | 9\nII | Kế hoạch năm 2020 | | \n1 | Thành lập mới | 25 | 12'
    expect(inPlanTable(table)).toMatchObject({ period: '2018', status: 'actual' })
    expect(inPlanTable(table.replace('[35]', '35').replace('25', '[25]'))).toMatchObject({
      period: '2020',
      status: 'target',
    })
  })
})

it('what flows up to a day has flowed since the beginning of its year; a stock is of the day', () => {
  const table = 'TT | Chỉ tiêu | ĐVT | Đến 30/6/2019\n1 | Tổng số HTX | HTX | 170\n2 | Số HTX thành lập mới | HTX | 12'
  expect(inPlanTable(table.replace('12', '[12]'))?.period).toBe('2019-01/2019-06')
  expect(inPlanTable(table.replace('170', '[170]'))?.period).toBe('2019-06-30')
})

it('says that the head of the column gave period and status, and where it stands', () => {
  const table = 'TT | Chỉ tiêu | ĐVT | Ước thực hiện năm 2019\n1 | Tổng số HTX | HTX | [176]\n2 | Số THT | THT | 107'
  const { because } = inPlanTable(table) ?? {}
  expect(because?.period).toMatchObject({ from: 'column' })
  expect(because?.status).toMatchObject({ from: 'column' })
  expect((because?.period?.start ?? 0) < (because?.period?.end ?? 0)).toBe(true)
})
