import { describe, expect, it } from 'vitest'
import { tablesOf } from './rows-of-text.ts'

describe('a row of a table set with tabs, with line breaks in its cells', () => {
  it('is one row where its lines together have as many cells as others', () => {
    expect(
      tablesOf(
        'TT\tXã, thị trấn\tTổng số',
        'HTX\tChia theo lĩnh vực\t\tSố tổ',
        'hợp tác',
        '\t\t\tNông nghiệp\tVận tải\t',
        '1\tXã Ea Tóh\t4\t3\t1\t6',
        '2\tXã Ea Hồ\t2\t2\t\t5',
      ),
    ).toEqual([
      [
        ['TT', 'Xã, thị trấn', 'Tổng số\nHTX', 'Chia theo lĩnh vực', '', 'Số tổ\nhợp tác'],
        ['', '', '', 'Nông nghiệp', 'Vận tải', ''],
        ['1', 'Xã Ea Tóh', '4', '3', '1', '6'],
        ['2', 'Xã Ea Hồ', '2', '2', '', '5'],
      ],
    ])
  })

  it('may have a line between without a tab', () => {
    expect(
      tablesOf(
        'Chỉ tiêu\tĐơn vị\tƯớc',
        'thực hiện',
        'năm 2019\tKế hoạch',
        'Số HTX\tHTX\t94\t100',
        'Số THT\tTHT\t80\t90',
      ),
    ).toEqual([
      [
        ['Chỉ tiêu', 'Đơn vị', 'Ước\nthực hiện\nnăm 2019', 'Kế hoạch'],
        ['Số HTX', 'HTX', '94', '100'],
        ['Số THT', 'THT', '80', '90'],
      ],
    ])
  })

  it('is never made of a section and the row below it', () => {
    const lines = [
      'TT\tChỉ tiêu\tĐơn vị\tNăm 2019\tNăm 2020',
      '1\tTổng số\tHTX\t94\t100',
      'I\tLiên hiệp hợp tác xã',
      'Tổng số\tLHHTX\t2\t2',
      '3\tSố thành viên\tNgười\t940\t990',
    ]
    expect(tablesOf(...lines)[0]).toEqual(lines.map(line => line.split('\t')))
  })

  it('goes on in the body where it does so in lower case', () => {
    expect(
      tablesOf(
        'TT\tChỉ tiêu\tĐơn vị\tNăm 2019\tNăm 2020',
        '1\tTổng số\tHTX\t94\t100',
        '2\tSố lao động làm việc',
        'thường xuyên\tNgười\t940\t990',
      )[0]?.at(-1),
    ).toEqual(['2', 'Số lao động làm việc\nthường xuyên', 'Người', '940', '990'])
  })
})

describe('a merged cell of a table with drawn rules', () => {
  it('reaches over the columns whose rules it leaves out', () => {
    expect(
      tablesOf(
        '+-----+--------------------+-------------+',
        '| STT |           Năm 2022 |   Tăng (+), |',
        '|     |   Số HTX |   Tỷ lệ |    giảm (-) |',
        '+-----+--------------------+-------------+',
        '|   1 |       96 |    21,2 |         +12 |',
        '|   2 |      158 |    35,0 |         +22 |',
        '+-----+--------------------+-------------+',
      )[0]?.slice(0, 3),
    ).toEqual([
      ['STT', 'Năm 2022', '', 'Tăng (+),'],
      ['', 'Số HTX', 'Tỷ lệ', 'giảm (-)'],
      ['1', '96', '21,2', '+12'],
    ])
  })
})

describe('figures set to the middle of a label of three lines', () => {
  it('belong to all of them', () => {
    expect(
      tablesOf(
        'Chỉ tiêu                                  Đơn vị    Năm 2022   Năm 2023',
        'HTX giải thể                              HTX            5          6',
        'HTX được đánh giá, xếp loại tốt, khá',
        '                                          HTX           72         85',
        'theo Thông tư số 01/2020/TT-BKHĐT',
        'Số lao động                               Người      3.912      4.200',
      )[0]?.slice(1),
    ).toEqual([
      ['HTX giải thể', 'HTX', '5', '6'],
      ['HTX được đánh giá, xếp loại tốt, khá theo Thông tư số 01/2020/TT-BKHĐT', 'HTX', '72', '85'],
      ['Số lao động', 'Người', '3.912', '4.200'],
    ])
  })
})

describe('a head over one column of figures', () => {
  it('does not reach over the column of units beside it', () => {
    expect(
      tablesOf(
        '                                            Thực                Năm 2023              Kế',
        'Chỉ tiêu                     Đơn vị tính  hiện năm                                   hoạch',
        '                                            2022    Kế hoạch   TH 6 tháng   Ước    năm 2024',
        'Tổng số HTX                      HTX          158         172         165    171       186',
        'Tổng số thành viên           Thành viên    31.240      33.000      32.105 32.860    34.500',
      )[0]?.[0],
    ).toEqual(['Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2022', 'Năm 2023', undefined, undefined, 'Kế hoạch năm 2024'])
  })
})
