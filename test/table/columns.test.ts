import { describe, expect, it } from 'vitest'
import { columnRoles } from '../../src/table/columns.ts'
import { drawnGrid, isUnit, WORDS } from './drawn.ts'

const rolesOf = (drawn: string, head = 1): string => columnRoles(drawnGrid(drawn), head, WORDS, isUnit).join(' ')

const TABLES: readonly (readonly [string, string, string])[] = [
  [
    'numbers of rows, labels, units, figures and notes',
    'index stub unit data data note',
    `TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019 | Ghi chú
     1 | Tổng số HTX | HTX | 160 | 172 |
     2 | Thành viên | Người | 1.270 | 1.520 | Tạm tính`,
  ],
  [
    'a column of notes that holds nothing',
    'index stub data note',
    'TT | Huyện | Số HTX | Ghi chú\n1 | Ba Bể | 12 |\n2 | Chợ Đồn | 31 |',
  ],
  [
    'units that nobody knows, under their head',
    'index stub unit data data',
    'TT | Chỉ tiêu | Đơn vị tính | TH 2018 | KH 2019\n1 | Sản lượng chè | Yến búp | 160 | 172\n2 | Gia súc | Con bò | 70 | 76',
  ],
  [
    'units under no head of theirs',
    'index stub unit data data',
    'TT | Chỉ tiêu | | TH 2018 | KH 2019\n1 | Tổng số HTX | HTX | 160 | 172\n2 | Thành viên | Người | 1.270 | 1.520',
  ],
  ['districts under `Đơn vị`', 'index stub data', 'TT | Đơn vị | Số HTX\n1 | Huyện Ba Bể | 12\n2 | Huyện Chợ Đồn | 31'],
  ['districts under `Đơn vị` in the first column', 'stub data', 'Đơn vị | Số HTX\nBa Bể | 12\nChợ Đồn | 31'],
  [
    'years as labels',
    'stub data data',
    'Năm | Số HTX | Thành viên\n2016 | 120 | 1.100\n2017 | 131 | 1.204\n2018 | 160 | 1.270',
  ],
  [
    'years as labels without a head that says so',
    'stub data data',
    ' | Số HTX | Thành viên\n2016 | 120 | 1.100\n2017 | 131 | 1.204',
  ],
  [
    'years as labels behind numbers of rows',
    'index stub data data',
    'TT | Năm | Số HTX | Thành viên\n1 | 2016 | 120 | 1.100\n2 | 2017 | 131 | 1.204',
  ],
  [
    'years in which something was founded',
    'index stub note data',
    'TT | Tên HTX | Năm thành lập | Thành viên\n1 | HTX Tân Tiến | 2015 | 12\n2 | HTX Yên Dương | 2017 | 31',
  ],
  [
    'figures that look like years',
    'index stub data data',
    'TT | Huyện | Thành viên | Năm 2018\n1 | Ba Bể | 2015 | 2012\n2 | Chợ Đồn | 1987 | 2031',
  ],
  [
    'kinds of organisations, which are units elsewhere',
    'index stub data data',
    'TT | Loại hình | Năm 2018 | Năm 2019\n1 | HTX | 160 | 176\n2 | THT | 66 | 107',
  ],
  [
    'markers under no head of theirs',
    'index stub data data',
    ' | Chỉ tiêu | 2018 | 2019\nI | Hợp tác xã | 160 | 176\n1 | Thành lập mới | 35 | 30\n2 | Giải thể | 2 | 15',
  ],
  [
    'labels in two columns',
    'index stub stub data data',
    'TT | Lĩnh vực | Chỉ tiêu | 2018 | 2019\n1 | Nông nghiệp | Số HTX | 124 | 133\n | | Thành viên | 900 | 950\n2 | Vận tải | Số HTX | 3 | 4',
  ],
  [
    'a column of dashes and figures',
    'index stub data data',
    'TT | Huyện | HTX | LHHTX\n1 | Ba Bể | 12 | -\n2 | Chợ Đồn | 31 | 1\n3 | Pác Nặm | 7 | -',
  ],
  [
    'a column of dashes alone',
    'index stub data data',
    'TT | Huyện | HTX | LHHTX\n1 | Ba Bể | 12 | -\n2 | Chợ Đồn | 31 | -',
  ],
  [
    'an empty column of data',
    'index stub data data data',
    'TT | Huyện | TH 2018 | KH 2019 | ƯTH 2019\n1 | Ba Bể | 12 | 14 |\n2 | Chợ Đồn | 31 | 32 |',
  ],
  [
    'words behind the data under no known head',
    'index stub data note',
    'TT | Nội dung | Kinh phí | Nơi thực hiện\n1 | Đào tạo cán bộ | 120 | Các huyện miền núi\n2 | Thành lập mới | 80 | Huyện Ba Bể',
  ],
  [
    'telephone numbers, which are notes',
    'index stub data note',
    'TT | Tên HTX | Thành viên | Điện thoại\n1 | HTX Tân Tiến | 12 | 0912345678\n2 | HTX Yên Dương | 31 | 0987654321',
  ],
  [
    'codes of rows',
    'stub index data data',
    'Chỉ tiêu | Mã số | 2018 | 2019\nTổng số HTX | 01 | 160 | 176\nThành viên | 02 | 1.270 | 1.520',
  ],
  [
    'figures with their units beside them',
    'index stub data',
    'TT | Chỉ tiêu | 2018\n1 | Doanh thu | 614 triệu đồng\n2 | Lãi | 52 triệu đồng\n3 | Lao động | 1.270 người',
  ],
  [
    'a unit that is set over two rows of the head',
    'index stub unit data data',
    'TT | Chỉ tiêu | Đơn | TH | KH\n | | vị | 2018 | 2019\n1 | Chè búp | Yến | 160 | 172\n2 | Trâu | Con đực | 10 | 17',
  ],
]

describe('columns are told apart', () => {
  it.each(TABLES)('%s: %s', (_, roles, drawn) => {
    expect(rolesOf(drawn, drawn.includes('\n | | vị') ? 2 : 1)).toBe(roles)
  })
})
