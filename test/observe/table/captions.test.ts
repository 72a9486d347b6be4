import { describe, expect, it } from 'vitest'
import { byNumber, observedIn } from './in-table.ts'

describe('the caption of a table', () => {
  it('gives each column its unit where it names several', () => {
    const table = `Biểu 2. TỔ HỢP TÁC PHÂN THEO NGÀNH, NGHỀ NĂM 2018
(ĐVT: số tổ: THT; thành viên: người; doanh thu bình quân: triệu đồng/tổ)

TT | Ngành, nghề | Số tổ | Thành viên | Doanh thu bình quân
1 | Nông nghiệp | 612 | 14.076 | 185
2 | Xây dựng | 21 | 189 | 520
3 | Vận tải | 17 | 136 | 450`
    expect(byNumber(table, ['subject', 'unit', 'value'])).toMatchObject({
      612: ['cooperative_group', 'organisation', 612],
      '14.076': ['cooperative_group', 'person', 14_076],
      185: ['cooperative_group', 'VND', 185_000_000],
      450: ['cooperative_group', 'VND', 450_000_000],
    })
  })

  it.each([
    ['(Tính đến ngày 31/12/2018)', 'actual'],
    ['(ước thực hiện năm 2019)', 'estimate'],
    ['(Kế hoạch năm 2020)', 'target'],
  ])('says in brackets what its figures are: %s', (bracket, status) => {
    const table = `SỐ LƯỢNG HỢP TÁC XÃ PHÂN THEO HUYỆN ${bracket}
TT | Huyện | Số HTX | Số thành viên (người)
1 | Ba Bể | 21 | 250
2 | Chợ Đồn | 31 | 402`
    expect(byNumber(table, ['status'])).toEqual({ 21: [status], 250: [status], 31: [status], 402: [status] })
  })
})

describe('a column that adds up years', () => {
  it.each(['Cộng 5 năm', 'Tổng cộng'])('is of all of them: %s', head => {
    const table = `Chỉ tiêu | ĐVT | 2014 | 2015 | 2016 | 2017 | 2018 | ${head}
Số HTX thành lập mới | HTX | 1 | 2 | 3 | 4 | 5 | 15
Số HTX giải thể | HTX | 10 | 11 | 12 | 13 | 14 | 60`
    expect(byNumber(table, ['period', 'status'])).toMatchObject({
      5: ['2018', 'actual'],
      15: ['2014/2018', 'actual'],
      60: ['2014/2018', 'actual'],
    })
  })

  it('is no sum of years where it adds up branches', () => {
    const table = `TÌNH HÌNH HỢP TÁC XÃ NĂM 2018
Huyện | Tổng cộng | HTX nông nghiệp | HTX xây dựng
Ba Bể | 21 | 15 | 6
Chợ Đồn | 31 | 22 | 9`
    expect(byNumber(table, ['period'])).toMatchObject({ 21: ['2018'], 31: ['2018'] })
  })
})

describe('leaders between a label and its figures', () => {
  it('are no words of the label, and make no table of contents', () => {
    const table = `Chỉ tiêu | TH 2018 | KH 2019
Tổng số hợp tác xã (HTX) ................ | 172 | 184
Lao động thường xuyên (người) .......... | 4.215 | 4.400`
    const found = observedIn(table)
    expect(found.map(({ n }) => n)).toEqual(['172', '184', '4.215', '4.400'])
    expect(found[0]?.observation.evidence.cell?.rowHeader).toEqual(['Tổng số hợp tác xã (HTX)'])
    expect(found[0]?.observation.unit).toBe('organisation')
  })
})

describe('a part that a word leads over to', () => {
  it('is measured as its whole, with a number of its own as well', () => {
    const table = `TT | Chỉ tiêu | TH 2018
4 | Doanh thu bình quân một HTX (triệu đồng/năm) | 3.460
4.1 | Trong đó: doanh thu với thành viên | 2.110`
    expect(byNumber(table, ['unit', 'value', 'per'])).toMatchObject({
      '2.110': ['VND', 2_110_000_000, ['organisation', 'year']],
    })
  })
})
