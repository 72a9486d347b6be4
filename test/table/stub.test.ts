import { describe, expect, it } from 'vitest'
import { columnRoles } from '../../src/table/columns.ts'
import { headRows } from '../../src/table/head-rows.ts'
import { stubRows } from '../../src/table/stub.ts'
import { drawnGrid, isUnit, WORDS } from './drawn.ts'

/** The rows of a body as a tree: what stands under another is set in. `›` leads over to parts. */
const treeOf = (drawn: string): string => {
  const grid = drawnGrid(drawn)
  const head = headRows(grid, WORDS)
  const rows = stubRows(grid, head, columnRoles(grid, head, WORDS, isUnit), WORDS)
  const depth = (at: number): number => {
    const parent = rows[at]?.parent ?? null
    return parent === null ? 0 : 1 + depth(parent)
  }
  return rows
    .map(
      ({ labels, lead }, at) =>
        `${'  '.repeat(depth(at))}${lead === null ? '' : '› '}${labels.map(label => label.content.text).join(' / ')}`,
    )
    .join('\n')
}

const NUMBERED = 'TT | Chỉ tiêu | ĐVT | 2018 | 2019\n'

const TREES: readonly (readonly [string, string, string])[] = [
  [
    'numbered rows stand under the section above them',
    `${NUMBERED}I | Hợp tác xã | | |
     1 | Tổng số HTX | HTX | 160 | 176
     2 | Tổng số thành viên | Người | 1.270 | 1.599
     II | Tổ hợp tác | | |
     1 | Tổng số THT | THT | 66 | 107`,
    `Hợp tác xã
  Tổng số HTX
  Tổng số thành viên
Tổ hợp tác
  Tổng số THT`,
  ],
  [
    'capitals stand over Roman numbers, and those over digits, letters and dashes',
    `${NUMBERED}A | KINH TẾ TẬP THỂ | | |
     I | Hợp tác xã | | |
     1 | Số HTX | HTX | 160 | 176
     a | Nông nghiệp | HTX | 124 | 133
     - | Trồng trọt | HTX | 90 | 99
     + | Rau an toàn | HTX | 9 | 9
     b | Vận tải | HTX | 3 | 4
     2 | Thành viên | Người | 1.270 | 1.599
     B | DOANH NGHIỆP | | |`,
    `KINH TẾ TẬP THỂ
  Hợp tác xã
    Số HTX
      Nông nghiệp
        Trồng trọt
          Rau an toàn
      Vận tải
    Thành viên
DOANH NGHIỆP`,
  ],
  [
    'decimal numbers stand under those that they go on from',
    `${NUMBERED}1 | Hợp tác xã | HTX | 160 | 176
     1.1 | Thành lập mới | HTX | 35 | 30
     1.1.1 | Nông nghiệp | HTX | 30 | 25
     1.2 | Giải thể | HTX | 2 | 15
     2 | Thành viên | Người | 1.270 | 1.599`,
    `Hợp tác xã
  Thành lập mới
    Nông nghiệp
  Giải thể
Thành viên`,
  ],
  [
    'unnumbered rows behind `Trong đó:` are parts of the row before it, up to the next number',
    `${NUMBERED}1 | Tổng số hợp tác xã | HTX | 160 | 176
      | Trong đó: | | |
      | Số HTX đang hoạt động | HTX | 156 | 162
      | Số HTX thành lập mới | HTX | 35 | 30
     2 | Tổng số thành viên | Người | 1.270 | 1.599
      | Trong đó: | | |
      | Số thành viên mới | Người | 315 | 309`,
    `Tổng số hợp tác xã
  › Trong đó:
    Số HTX đang hoạt động
    Số HTX thành lập mới
Tổng số thành viên
  › Trong đó:
    Số thành viên mới`,
  ],
  [
    '`Chia ra:` under a total that has no number of its own',
    `${NUMBERED}1 | HỢP TÁC XÃ | | |
      | Tổng số hợp tác xã | HTX | 160 | 176
      | Chia ra: | | |
      | Hợp tác xã xây dựng | HTX | 9 | 12
      | Hợp tác xã vận tải | HTX | 3 | 4
     2 | TỔ HỢP TÁC | | |`,
    `HỢP TÁC XÃ
  Tổng số hợp tác xã
    › Chia ra:
      Hợp tác xã xây dựng
      Hợp tác xã vận tải
TỔ HỢP TÁC`,
  ],
  [
    'parts of parts',
    `${NUMBERED}1 | Tổng số hợp tác xã | HTX | 160 | 176
      | Chia ra: | | |
     - | HTX nông nghiệp | HTX | 124 | 133
      | Trong đó: | | |
     + | HTX chè | HTX | 20 | 22
     + | HTX rau | HTX | 9 | 9
     - | HTX vận tải | HTX | 3 | 4
     2 | Tổng số thành viên | Người | 1.270 | 1.599`,
    `Tổng số hợp tác xã
  › Chia ra:
    HTX nông nghiệp
      › Trong đó:
        HTX chè
        HTX rau
    HTX vận tải
Tổng số thành viên`,
  ],
  [
    'two ways to part the same whole stand beside one another',
    `${NUMBERED}1 | Tổng số hợp tác xã | HTX | 160 | 176
      | Chia theo ngành nghề: | | |
     - | Nông nghiệp | HTX | 124 | 133
     - | Vận tải | HTX | 36 | 43
      | Chia theo kết quả: | | |
     - | Khá | HTX | 100 | 110
     - | Yếu | HTX | 60 | 66`,
    `Tổng số hợp tác xã
  › Chia theo ngành nghề:
    Nông nghiệp
    Vận tải
  › Chia theo kết quả:
    Khá
    Yếu`,
  ],
  [
    'though only the second says that it parts',
    `${NUMBERED}1 | Tổng số hợp tác xã | HTX | 160 | 176
      | Phân loại hợp tác xã | | |
     - | Khá | HTX | 100 | 110
     - | Yếu | HTX | 60 | 66
      | Chia theo ngành nghề | | |
     - | Nông nghiệp | HTX | 124 | 133
     - | Vận tải | HTX | 36 | 43`,
    `Tổng số hợp tác xã
  Phân loại hợp tác xã
    Khá
    Yếu
  › Chia theo ngành nghề
    Nông nghiệp
    Vận tải`,
  ],
  [
    '`Cộng` stands beside the rows that it adds up',
    `TT | Huyện | Số HTX | Thành viên
     I | Các huyện phía Bắc | |
     1 | Ba Bể | 12 | 140
     2 | Pác Nặm | 7 | 80
      | Cộng | 19 | 220
     II | Các huyện phía Nam | |
     1 | Chợ Mới | 20 | 240`,
    `Các huyện phía Bắc
  Ba Bể
  Pác Nặm
  Cộng
Các huyện phía Nam
  Chợ Mới`,
  ],
  [
    'a label that goes on in the next row is one',
    `${NUMBERED}1 | Số cán bộ quản lý HTX đã qua đào tạo đạt | Người | 62 | 60
      | trình độ sơ, trung cấp | | |
     2 | Tổng số thành viên | Người | 1.270 | 1.599`,
    `Số cán bộ quản lý HTX đã qua đào tạo đạt trình độ sơ, trung cấp
Tổng số thành viên`,
  ],
  [
    'markers in the labels themselves',
    `Chỉ tiêu | ĐVT | 2018 | 2019
     I. Hợp tác xã | | |
     1. Tổng số HTX | HTX | 160 | 176
     - Thành lập mới | HTX | 35 | 30
     - Giải thể | HTX | 2 | 15
     2. Thành viên | Người | 1.270 | 1.599
     II. Tổ hợp tác | | |`,
    `I. Hợp tác xã
  1. Tổng số HTX
    - Thành lập mới
    - Giải thể
  2. Thành viên
II. Tổ hợp tác`,
  ],
  [
    'of labels in two columns the first holds on in empty places',
    `TT | Lĩnh vực | Chỉ tiêu | 2018 | 2019
     1 | Nông nghiệp | Số HTX | 124 | 133
      | | Thành viên | 900 | 950
     2 | Vận tải | Số HTX | 3 | 4`,
    `Nông nghiệp / Số HTX
  Nông nghiệp / Thành viên
Vận tải / Số HTX`,
  ],
  [
    'a merged label holds on in its rows',
    `Lĩnh vực | Chỉ tiêu | 2018 | 2019
     Nông nghiệp | Số HTX | 124 | 133
     ↑ | Thành viên | 900 | 950
     Vận tải | Số HTX | 3 | 4
     ↑ | Thành viên | 30 | 40`,
    `Nông nghiệp / Số HTX
Nông nghiệp / Thành viên
Vận tải / Số HTX
Vận tải / Thành viên`,
  ],
  [
    'places without markers stand side by side',
    'Huyện | Số HTX | Thành viên\nBa Bể | 12 | 140\nChợ Đồn | 31 | 402\nToàn tỉnh | 43 | 542',
    'Ba Bể\nChợ Đồn\nToàn tỉnh',
  ],
  [
    '`Trong đó` that holds the part itself leads over to nothing else',
    `${NUMBERED}5 | Doanh thu bình quân một HTX | Tr đồng | 614 | 625
      | Trong đó: Doanh thu với thành viên | Tr đồng | 260 | 261
     6 | Lãi bình quân một HTX | Tr đồng | 52 | 51`,
    `Doanh thu bình quân một HTX
  Trong đó: Doanh thu với thành viên
Lãi bình quân một HTX`,
  ],
]

describe('the tree of rows', () => {
  it.each(TREES)('%s', (_, drawn, tree) => {
    expect(treeOf(drawn)).toBe(tree)
  })

  it('has no row for a line that is empty', () => {
    expect(treeOf(`${NUMBERED}1 | Tổng số HTX | HTX | 160 | 176\n | | | |\n2 | Thành viên | Người | 9 | 10`)).toBe(
      'Tổng số HTX\nThành viên',
    )
  })
})
