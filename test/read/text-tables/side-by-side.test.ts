import { describe, expect, it } from 'vitest'
import { tablesOf } from './rows-of-text.ts'

describe('tables side by side in a text that is set with blanks', () => {
  it('are parted by a gutter much wider than other gaps', () => {
    expect(
      tablesOf(
        'Ngành            Năm 2019   Năm 2020              Lĩnh vực         Vốn vay   Vốn góp',
        'Nông nghiệp           124        140              Trồng trọt            45        52',
        'Xây dựng                9         10              Chăn nuôi             38        41',
      ),
    ).toEqual([
      [
        ['Ngành', 'Năm 2019', 'Năm 2020'],
        ['Nông nghiệp', '124', '140'],
        ['Xây dựng', '9', '10'],
      ],
      [
        ['Lĩnh vực', 'Vốn vay', 'Vốn góp'],
        ['Trồng trọt', '45', '52'],
        ['Chăn nuôi', '38', '41'],
      ],
    ])
  })

  it('are parted by a gutter somewhat wider than other gaps where heads come again', () => {
    const lines = (second: string) => [
      `Ngành            Năm 2019   Năm 2020         Lĩnh vực         ${second}`,
      'Nông nghiệp           124        140         Trồng trọt            45        52',
      'Xây dựng                9         10         Chăn nuôi             38        41',
    ]
    expect(tablesOf(...lines('Năm 2019   Năm 2020'))).toHaveLength(2)
    expect(tablesOf(...lines('Vốn vay    Vốn góp '))).toHaveLength(1)
  })

  it('may be three, number their rows, have names of several lines and fewer rows', () => {
    const tables = tablesOf(
      'TT   Ngành          2019              TT   Lĩnh vực       2019              TT   Huyện          2019',
      ' 1   Nông nghiệp     124               1   Trồng trọt       45               1   Na Rì            11',
      ' 2   Xây dựng          9               2   Chăn nuôi        38               2   Ba Bể            12',
      '     dân dụng',
      ' 3   Vận tải          13               3   Dịch vụ          24',
    )
    expect(tables.map(rows => rows.map(cells => cells.join('|')))).toEqual([
      ['TT|Ngành|2019', '1|Nông nghiệp|124', '2|Xây dựng dân dụng|9', '3|Vận tải|13'],
      ['TT|Lĩnh vực|2019', '1|Trồng trọt|45', '2|Chăn nuôi|38', '3|Dịch vụ|24'],
      ['TT|Huyện|2019', '1|Na Rì|11', '2|Ba Bể|12'],
    ])
  })
})

describe('a table that is set with blanks is one', () => {
  it('where units stand far behind numbers', () => {
    expect(
      tablesOf(
        'Chỉ tiêu         KH 2019   TH 2019                Đơn vị      KH 2020',
        'Hợp tác xã           124       140                HTX             150',
        'Tổ hợp tác             9        10                THT              12',
        'Hợp tác xã mới         9        10                HTX              12',
      ),
    ).toHaveLength(1)
  })

  it('where remarks stand far behind numbers', () => {
    expect(
      tablesOf(
        'Chỉ tiêu         KH 2019   TH 2019                Ghi chú',
        'Hợp tác xã           124       140                tăng',
        'Tổ hợp tác             9        10                giảm mạnh',
      ),
    ).toHaveLength(1)
  })

  it('where its heads come again over numbers that have no names of their own', () => {
    expect(
      tablesOf(
        'Chỉ tiêu         Năm 2019   Năm 2020              Năm 2019   Năm 2020',
        'Hợp tác xã            124        140                   124        140',
        'Tổ hợp tác              9         10                     9         10',
      ),
    ).toHaveLength(1)
  })
})
