import { describe, expect, it } from 'vitest'
import { byNumber, inPlanTable, observedIn } from './in-table.ts'

describe('funding sources in columns', () => {
  const table = `KẾ HOẠCH HỖ TRỢ HỢP TÁC XÃ NĂM 2020
TT | Nội dung | ĐVT | Kế hoạch năm 2020 | | |
 | | | Tổng số | Trong đó | |
 | | | | NSTW | NSĐP | Vốn khác
1 | Kinh phí hỗ trợ đào tạo, bồi dưỡng | Tr đồng | 500 | 300 | 150 | 50
2 | Kinh phí hỗ trợ thành lập mới HTX | Tr đồng | 71 | 40 | 20 | 11`

  it('are the source of their amounts, and the total has none', () => {
    expect(byNumber(table, ['source', 'unit', 'value'])).toMatchObject({
      500: [null, 'VND', 500e6],
      300: ['NSTW', 'VND', 300e6],
      150: ['NSĐP', 'VND', 150e6],
      50: ['Vốn khác', 'VND', 50e6],
      71: [null, 'VND', 71e6],
      11: ['Vốn khác', 'VND', 11e6],
    })
  })

  it('change nothing of what the row counts', () => {
    const names = observedIn(table).map(({ observation: o }) => [o.indicator, o.period, o.status, o.measure].join(' '))
    expect(new Set(names)).toEqual(new Set(['support_funding 2020 target level']))
  })
})

describe('districts as rows', () => {
  const table = `TT | Huyện, thành phố | Số HTX | HTX thành lập mới | Số thành viên
1 | TP Bắc Kạn | 21 | 3 | 250
2 | Ba Bể | 12 | 2 | 140
3 | Huyện Chợ Đồn | 31 | 5 | 402
 | Toàn tỉnh | 64 | 10 | 792`

  it('leave it to the heads what is counted', () => {
    expect(byNumber(table, ['subject', 'indicator', 'unit'])).toMatchObject({
      21: ['cooperative', 'organisations', 'organisation'],
      3: ['cooperative', 'organisations_new', 'organisation'],
      250: ['cooperative', 'members', 'person'],
      402: ['cooperative', 'members', 'person'],
      64: ['cooperative', 'organisations', 'organisation'],
      792: ['cooperative', 'members', 'person'],
    })
  })

  it('are named in the evidence', () => {
    expect(observedIn(table).find(({ n }) => n === '402')?.observation.evidence.cell?.rowHeader).toEqual([
      'Huyện Chợ Đồn',
    ])
  })

  it('under a title alone are counted as the title says', () => {
    const titled = `SỐ LƯỢNG HỢP TÁC XÃ CÁC HUYỆN
TT | Huyện | Năm 2017 | Năm 2018
1 | Ba Bể | 11 | 12
2 | Chợ Đồn | 30 | 31
3 | Pác Nặm | 6 | 7`
    expect(byNumber(titled, ['subject', 'indicator', 'period'])).toMatchObject({
      11: ['cooperative', 'organisations', '2017'],
      31: ['cooperative', 'organisations', '2018'],
    })
  })

  it('give their figures the district as area, and the total that of the document', () => {
    const areas = (drawn: string) =>
      Object.fromEntries(observedIn(drawn).map(({ n, observation }) => [n, observation.area]))
    const province = { code: '06', name: 'Bắc Kạn', level: 'province' }
    expect(
      areas(`SỐ LƯỢNG HỢP TÁC XÃ NĂM 2018
TT | Huyện, thành phố | Số HTX | Số thành viên (người)
1 | Ba Bể | 21 | 250
2 | TP Bắc Kạn | 40 | 402
 | Tổng cộng | 61 | 652`),
    ).toEqual({
      21: { code: null, name: 'Ba Bể', level: 'district' },
      250: { code: null, name: 'Ba Bể', level: 'district' },
      40: { code: null, name: 'Bắc Kạn', level: 'district' },
      402: { code: null, name: 'Bắc Kạn', level: 'district' },
      61: province,
      652: province,
    })
    expect(
      areas(`TT | Đơn vị | Số HTX
1 | Xã Ea Tóh | 7
2 | Thị trấn Krông Năng | 5
3 | Xã viên | 9`),
    ).toMatchObject({ 7: { name: 'Ea Tóh', level: 'commune' }, 5: { name: 'Krông Năng' }, 9: province })
  })
})

describe('branches as rows', () => {
  const table = `TT | Chỉ tiêu | ĐVT | TH 2018
1 | Tổng số hợp tác xã | HTX | 160
 | Chia ra: | |
 | HTX nông nghiệp | HTX | 124
 | HTX công nghiệp - TTCN | HTX | 12
 | HTX xây dựng | HTX | 9
 | HTX thương mại, dịch vụ | HTX | 8
 | HTX vận tải | HTX | 3
 | Quỹ tín dụng nhân dân | Quỹ | 2
 | HTX khác | HTX | 1`

  it('part the organisations', () => {
    expect(byNumber(table, ['subject', 'indicator', 'sector'])).toMatchObject({
      160: ['cooperative', 'organisations', null],
      124: ['cooperative', 'organisations', 'agriculture'],
      12: ['cooperative', 'organisations', 'industry'],
      9: ['cooperative', 'organisations', 'construction'],
      8: ['cooperative', 'organisations', 'trade'],
      3: ['cooperative', 'organisations', 'transport'],
      1: ['cooperative', 'organisations', 'other'],
    })
  })

  it('have credit funds among them', () => {
    expect(byNumber(table, ['subject', 'sector'])).toMatchObject({ 2: ['cooperative', 'credit'] })
  })

  it('part members as they part organisations', () => {
    const members = `TT | Chỉ tiêu | ĐVT | TH 2018
1 | Tổng số thành viên hợp tác xã | Người | 1.270
 | Trong đó: | |
 | Nông nghiệp | Người | 950
 | Vận tải | Người | 90
 | Xây dựng | Người | 60`
    expect(byNumber(members, ['indicator', 'sector'])).toMatchObject({
      '1.270': ['members', null],
      950: ['members', 'agriculture'],
      90: ['members', 'transport'],
      60: ['members', 'construction'],
    })
  })
})

describe('branches as columns', () => {
  const table = `TT | Huyện | Tổng số HTX | Trong đó | | |
 | | | Nông nghiệp | TTCN | Vận tải | Khác
1 | Ba Bể | 120 | 100 | 11 | 7 | 2
2 | Chợ Đồn | 310 | 270 | 22 | 13 | 5`

  it('part what the column before them counts', () => {
    expect(byNumber(table, ['subject', 'indicator', 'sector'])).toMatchObject({
      120: ['cooperative', 'organisations', null],
      100: ['cooperative', 'organisations', 'agriculture'],
      11: ['cooperative', 'organisations', 'industry'],
      7: ['cooperative', 'organisations', 'transport'],
      2: ['cooperative', 'organisations', 'other'],
      270: ['cooperative', 'organisations', 'agriculture'],
    })
  })

  it('say so in the reasons', () => {
    const found = observedIn(table).find(({ n }) => n === '270')
    expect(found?.observation.because.sector).toMatchObject({ from: 'column' })
    const { start = 0, end = 0 } = found?.observation.because.sector ?? {}
    expect(found?.text.slice(start, end)).toBe('Nông nghiệp')
  })
})

describe('kinds of organisations as columns', () => {
  it('give their figures the subject', () => {
    const table = `TT | Chỉ tiêu | HTX | Liên hiệp HTX | Tổ hợp tác
1 | Số thành lập mới năm 2018 | 35 | 1 | 12
2 | Số giải thể năm 2018 | 20 | 2 | 14`
    expect(byNumber(table, ['subject', 'indicator', 'period'])).toMatchObject({
      35: ['cooperative', 'organisations_new', '2018'],
      12: ['cooperative_group', 'organisations_new', '2018'],
      20: ['cooperative', 'organisations_dissolved', '2018'],
      14: ['cooperative_group', 'organisations_dissolved', '2018'],
    })
  })
})

describe('policies as rows', () => {
  const table = `TT | Nội dung hỗ trợ | Số HTX | Kinh phí (triệu đồng)
1 | Hỗ trợ đào tạo | 12 | 500
2 | Hỗ trợ xúc tiến thương mại | 3 | 120`

  it('leave money and cooperatives apart, as the heads tell them', () => {
    expect(byNumber(table, ['indicator', 'unit', 'value'])).toMatchObject({
      12: ['organisations_supported', 'organisation', 12],
      500: ['support_funding', 'VND', 500e6],
      3: ['organisations_supported', 'organisation', 3],
      120: ['support_funding', 'VND', 120e6],
    })
  })
})

describe('sections', () => {
  it('that carry the total themselves are counted, and name the subject of what stands under them', () => {
    const table = `TT | Chỉ tiêu | ĐVT | TH 2018
I | Hợp tác xã | HTX | 160
1 | Thành lập mới | HTX | 35
2 | Giải thể | HTX | 20
II | Tổ hợp tác | THT | 66
1 | Thành lập mới | THT | 9`
    expect(byNumber(table, ['subject', 'indicator'])).toMatchObject({
      160: ['cooperative', 'organisations'],
      35: ['cooperative', 'organisations_new'],
      20: ['cooperative', 'organisations_dissolved'],
      66: ['cooperative_group', 'organisations'],
      9: ['cooperative_group', 'organisations_new'],
    })
  })

  it('stand before the labels under them in the evidence', () => {
    const found = inPlanTable(
      'TT | Chỉ tiêu | ĐVT | TH 2018\nI | Hợp tác xã | | \n1 | Tổng số | HTX | 160\n | Trong đó: | | \n | Thành lập mới | HTX | [35]',
    )
    expect(found?.evidence.cell?.rowHeader).toEqual(['Hợp tác xã', 'Tổng số', 'Trong đó:', 'Thành lập mới'])
  })
})
