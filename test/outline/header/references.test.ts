import { describe, expect, it } from 'vitest'
import { findReferences } from '../../../src/outline/header/references.ts'
import { repairSpans } from '../../../src/repair/repair-spans.ts'
import { processorTime } from '../../support/processor-time.ts'

const find = (text: string) =>
  findReferences(repairSpans(text, [{ start: 0, end: text.length }])).map(({ start, end, ...reference }) => ({
    ...reference,
    written: text.slice(start, end),
  }))

describe('findReferences', () => {
  it.each([
    [
      'Công văn',
      '5678/BKHĐT-HTX',
      '2019-08-12',
      'Bộ Kế hoạch và Đầu tư',
      'Công văn số 5678/BKHĐT-HTX ngày 12 tháng 8 năm 2019',
      ' của Bộ Kế hoạch và Đầu tư về việc xây dựng',
    ],
    [
      'Kế hoạch',
      '3136/KH-UBND',
      '2023-08-18',
      'UBND tỉnh Lai Châu',
      'Kế hoạch số 3136/KH-UBND, ngày 18/08/2023',
      ' của UBND tỉnh Lai Châu về phát triển',
    ],
    [
      'Thông tư',
      '21/2015/TTLT-BKHDT-BNV',
      '2015-12-11',
      'Liên Bộ Kế hoạch và Đầu tư, Bộ Nội vụ',
      'Thông tư số 21/2015/TTLT –BKHDT- BNV ngày 11/12/2015',
      ' của Liên Bộ Kế hoạch và Đầu tư, Bộ Nội vụ hướng dẫn',
    ],
    [
      'Chương trình hành động',
      '71-CTr/TU',
      null,
      'Tỉnh ủy Lạng Sơn',
      'Chương trình hành động số 71-CTr/TU',
      ' của Tỉnh ủy Lạng Sơn và Kế hoạch số 5',
    ],
    ['Nghị quyết', '13-NQ/TW', '2002-03-18', null, 'Nghị quyết số 13-NQ/TW ngày 18-3-2002', ', về'],
    ['Quyết định', '717a/QĐ-UBND', '2018-04-27', null, 'Quyết định số 717a/QĐ-UBND, ngày 27/4/2018', ' thành lập'],
    ['Nghị định', '193/2013/NĐ-CP', null, null, 'Nghị định 193/2013/NĐ-CP', '.'],
    ['Nghị định', '193/2013', null, 'Chính phủ', 'Nghị định số 193/2013', ' của Chính phủ'],
    ['Luật', '23/2012/QH13', null, null, 'Luật Hợp tác xã số 23/2012/QH13', ';'],
    ['Kết luận', '337-KL/TU', '2018-05-17', null, 'Kết luận số 337- KL/TU ngày 17/5/2018', ''],
    ['Quyết định', '123 QĐ/UB', '1997-05-02', null, 'Quyết định số 123 QĐ/UB ngày 2/5/97', ''],
    ['Công văn', '214', '2019-03-15', null, 'Công văn số 214 ngày 15/3/2019', ''],
    [null, '14/2005/TTLT-BYT', '2005-03-08', null, '14/2005/TTLT-BYT ngày 08/3/2005', ''],
  ])('finds %s %s', (kind, number, date, issuer, written, after) => {
    expect(find(`Thực hiện ${written}${after}`)).toEqual([{ kind, number, date, issuer, written }])
  })

  it('gives the second of two numbers the kind of the first', () => {
    expect(find('Chương trình hành động số 71-CTr/TU và 02/CTr-ĐĐ').map(({ kind, number }) => [kind, number])).toEqual([
      ['Chương trình hành động', '71-CTr/TU'],
      ['Chương trình hành động', '02/CTr-ĐĐ'],
    ])
  })

  it.each(['Thông tư số 09/201// I1-BNNPTNT', 'Thông tư số 09/2017; I 1-BNNPTNT', 'Thông tư số 24/201//1!-BTC'])(
    'takes a number that a scan damaged for one document, and what follows for none of it: %s',
    written => {
      expect(find(`Xếp loại theo ${written} (năm 2018): tốt 04, khá 12`).map(one => one.written)).toEqual([written])
    },
  )

  it.each([
    'Trong đó thành lập mới 22/30 HTX đạt 74%',
    '44 THT/08THT kế hoạch, 386 triệu đồng/HTX/năm',
    'hợp tác xã 27/7 - Bông Lau; HTX 26/3 Suối Nghệ',
    'ƯTH 2021/TH 2020\tKH 2022/ƯTH 2021',
    'Biểu số 01/TNLĐ-CS',
    'Kế hoạch năm 2019 đạt 100%, giai đoạn 2016-2020',
    'không có số nào',
  ])('takes nothing in %j for a document', text => expect(find(text)).toEqual([]))

  it('runs in linear time', () => {
    const started = processorTime()
    find('Quyết định số 1/A-B-C-D '.repeat(4000))
    find(`số ${'1/'.repeat(20000)}`)
    find(`12/${'AB-'.repeat(20000)}`)
    expect(processorTime() - started).toBeLessThan(2000)
  })
})
