import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FROM_ABOVE, FROM_LEFT } from '../../fixtures/table-fixture.ts'
import type { SourceTable } from '../../src/read/source-document.ts'
import { readText } from '../../src/read/text.ts'

const tablesIn = (text: string): readonly SourceTable[] => {
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return read.document.tables
}

const textOf = (text: string, { start, end, more }: SourceTable['cells'][number]): string =>
  [{ start, end }, ...(more ?? [])].map(span => text.slice(span.start, span.end)).join(' ')

/** The places of a table, row by row; `←` and `↑` where a cell reaches over. */
const placesIn = (text: string, { cells }: SourceTable): string[][] => {
  const rows: string[][] = []
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const places = rows[row] ?? []
        rows[row] = places
        const mark = row > cell.row ? FROM_ABOVE : column > cell.column ? FROM_LEFT : textOf(text, cell)
        places[column] = mark
      }
  return Array.from(rows, row => Array.from(row ?? [], place => place ?? ''))
}

/** The tables of a text, a line a row with bars between the places; a line of its own between two tables. */
const drawnIn = (text: string): string =>
  tablesIn(text)
    .map(table =>
      placesIn(text, table)
        .map(row => row.join(' | ').replace(/(?: \| )+$/, ''))
        .join('\n'),
    )
    .join('\n---\n')

/** Texts, each with its tables as they must be read. */
type Texts = readonly (readonly [what: string, text: string, drawn: string])[]

const TABS: Texts = [
  [
    'cells set apart by tabs',
    'TT\tChỉ tiêu\tĐVT\tTH 2018\n1\tTổng số HTX\tHTX\t160\n2\tThành viên\tNgười\t1.270',
    'TT | Chỉ tiêu | ĐVT | TH 2018\n1 | Tổng số HTX | HTX | 160\n2 | Thành viên | Người | 1.270',
  ],
  [
    'white space around them is not theirs',
    'TT\t Chỉ tiêu \t2018\n1\tHTX\t 160 ',
    'TT | Chỉ tiêu | 2018\n1 | HTX | 160',
  ],
  ['empty ones between', 'Chỉ tiêu\t\tNăm 2019\nHTX\t160\t176', 'Chỉ tiêu |  | Năm 2019\nHTX | 160 | 176'],
  [
    'two columns, where the second holds numbers',
    'Số hợp tác xã\t160\nSố tổ hợp tác\t66\nSố thành viên\t1.270',
    'Số hợp tác xã | 160\nSố tổ hợp tác | 66\nSố thành viên | 1.270',
  ],
  [
    'two tables with an empty line between',
    'A\tB\tC\n1\t2\t3\n\nD\tE\tF\n4\t5\t6',
    'A | B | C\n1 | 2 | 3\n---\nD | E | F\n4 | 5 | 6',
  ],
]

const RULES: Texts = [
  [
    'a frame of plus signs with each row ruled off',
    `
+----+----------------+------+------+
| TT | Chỉ tiêu       | 2018 | 2019 |
+----+----------------+------+------+
| 1  | Tổng số        | 160  | 176  |
|    | hợp tác xã     |      |      |
+----+----------------+------+------+
| 2  | Thành viên     | 1.270| 1.599|
+----+----------------+------+------+`,
    'TT | Chỉ tiêu | 2018 | 2019\n1 | Tổng số hợp tác xã | 160 | 176\n2 | Thành viên | 1.270 | 1.599',
  ],
  [
    'a frame of plus signs with the head alone ruled off',
    `
+----+----------------+------+------+
| TT | Chỉ tiêu       | 2018 | 2019 |
+----+----------------+------+------+
| 1  | Tổng số HTX    | 160  | 176  |
| 2  | Thành viên     | 1.270| 1.599|
|    | Trong đó:      |      |      |
|    | Thành viên mới | 315  | 309  |
+----+----------------+------+------+`,
    'TT | Chỉ tiêu | 2018 | 2019\n1 | Tổng số HTX | 160 | 176\n2 | Thành viên | 1.270 | 1.599\n | Trong đó:\n | Thành viên mới | 315 | 309',
  ],
  [
    'a label of several lines where rows are not ruled off',
    `
+----+-----------------------+------+
| TT | Chỉ tiêu              | 2018 |
+----+-----------------------+------+
| 1  | Số cán bộ quản lý đã  | 62   |
|    | qua đào tạo           |      |
| 2  | Thành viên            | 1.270|
| 3  | Lao động              | 1.420|
+----+-----------------------+------+`,
    'TT | Chỉ tiêu | 2018\n1 | Số cán bộ quản lý đã qua đào tạo | 62\n2 | Thành viên | 1.270\n3 | Lao động | 1.420',
  ],
  [
    'a head of several lines',
    `
+----+-----------+-----------+
| TT | Chỉ tiêu  | Thực hiện |
|    |           | năm 2018  |
+----+-----------+-----------+
| 1  | Số HTX    | 160       |
| 2  | Số THT    | 66        |
+----+-----------+-----------+`,
    'TT | Chỉ tiêu | Thực hiện năm 2018\n1 | Số HTX | 160\n2 | Số THT | 66',
  ],
  [
    'Markdown',
    `
| TT | Chỉ tiêu | 2018 |
|---:|:---------|-----:|
| 1  | Số HTX   | 160  |
| 2  | Số THT   | 66   |`,
    'TT | Chỉ tiêu | 2018\n1 | Số HTX | 160\n2 | Số THT | 66',
  ],
  [
    'Markdown without rules at its ends',
    `
TT | Chỉ tiêu | 2018
---|----------|-----
1  | Số HTX   | 160
2  | Số THT   | 66`,
    'TT | Chỉ tiêu | 2018\n1 | Số HTX | 160\n2 | Số THT | 66',
  ],
  [
    'the line-drawing signs of old machines',
    `
┌────┬──────────┬──────┐
│ TT │ Chỉ tiêu │ 2018 │
├────┼──────────┼──────┤
│ 1  │ Số HTX   │ 160  │
│ 2  │ Số THT   │ 66   │
└────┴──────────┴──────┘`,
    'TT | Chỉ tiêu | 2018\n1 | Số HTX | 160\n2 | Số THT | 66',
  ],
]

const BLANKS: Texts = [
  [
    'figures set under one another',
    `
TT   Chỉ tiêu               ĐVT      TH 2018    KH 2019
1    Tổng số hợp tác xã     HTX          160        172
2    Tổng số thành viên     Người      1.270      1.520`,
    'TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019\n1 | Tổng số hợp tác xã | HTX | 160 | 172\n2 | Tổng số thành viên | Người | 1.270 | 1.520',
  ],
  [
    'a head over two lines',
    `
TT   Chỉ tiêu               Đơn vị   Thực hiện   Kế hoạch
                            tính     năm 2018    năm 2019
1    Tổng số hợp tác xã     HTX           160        172
2    Tổng số thành viên     Người       1.270      1.520`,
    'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2018 | Kế hoạch năm 2019\n1 | Tổng số hợp tác xã | HTX | 160 | 172\n2 | Tổng số thành viên | Người | 1.270 | 1.520',
  ],
  [
    'a head over several others',
    `
Chỉ tiêu               TH 2018          Năm 2019
                                   Kế hoạch    Ước TH
Tổng số hợp tác xã         160         172        176
Tổng số thành viên       1.270       1.520      1.599`,
    'Chỉ tiêu | TH 2018 | Năm 2019 | ←\n↑ | ↑ | Kế hoạch | Ước TH\nTổng số hợp tác xã | 160 | 172 | 176\nTổng số thành viên | 1.270 | 1.520 | 1.599',
  ],
  [
    'a label that goes on below its figures',
    `
Chỉ tiêu                        2018      2019
Số cán bộ quản lý đã qua          62        60
đào tạo
Tổng số thành viên             1.270     1.599
Tổng số lao động               1.420     1.650`,
    'Chỉ tiêu | 2018 | 2019\nSố cán bộ quản lý đã qua đào tạo | 62 | 60\nTổng số thành viên | 1.270 | 1.599\nTổng số lao động | 1.420 | 1.650',
  ],
  [
    'a label that begins above its figures',
    `
Chỉ tiêu                        2018      2019
Tổng số thành viên             1.270     1.599
Số cán bộ quản lý đã qua
đào tạo                           62        60
Tổng số lao động               1.420     1.650`,
    'Chỉ tiêu | 2018 | 2019\nTổng số thành viên | 1.270 | 1.599\nSố cán bộ quản lý đã qua đào tạo | 62 | 60\nTổng số lao động | 1.420 | 1.650',
  ],
  [
    'sections between rows',
    `
TT   Chỉ tiêu               2018      2019
I    HỢP TÁC XÃ
1    Tổng số                 160       176
2    Thành viên            1.270     1.599
II   TỔ HỢP TÁC
1    Tổng số                  66       107`,
    'TT | Chỉ tiêu | 2018 | 2019\nI | HỢP TÁC XÃ\n1 | Tổng số | 160 | 176\n2 | Thành viên | 1.270 | 1.599\nII | TỔ HỢP TÁC\n1 | Tổng số | 66 | 107',
  ],
  [
    'places left empty and dashes',
    `
Huyện          HTX    LHHTX     THT
Ba Bể           12        -      40
Chợ Đồn         31                9
Pác Nặm          7        1`,
    'Huyện | HTX | LHHTX | THT\nBa Bể | 12 | - | 40\nChợ Đồn | 31 |  | 9\nPác Nặm | 7 | 1',
  ],
  [
    'letters whose marks are signs of their own',
    `
Huyện          HTX    LHHTX     THT
Ba Bể           12        -      40
Chợ Đồn         31        2       9
Pác Nặm          7        1       3`.normalize('NFD'),
    'Huyện | HTX | LHHTX | THT\nBa Bể | 12 | - | 40\nChợ Đồn | 31 | 2 | 9\nPác Nặm | 7 | 1 | 3'.normalize('NFD'),
  ],
  [
    'a table in the midst of text',
    `
Kết quả thực hiện năm 2019 của các huyện, tính đến hết tháng 9, được tổng hợp trong bảng sau đây:

Huyện          HTX      THT
Ba Bể           12       40
Chợ Đồn         31        9

Các huyện còn lại chưa gửi báo cáo theo quy định nên chưa có số liệu tổng hợp.`,
    'Huyện | HTX | THT\nBa Bể | 12 | 40\nChợ Đồn | 31 | 9',
  ],
]

const NONE: readonly (readonly [string, string])[] = [
  [
    'the head of a document, with its agency beside the motto',
    `
ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẮC KẠN                         Độc lập - Tự do - Hạnh phúc
Số: 155/KH-UBND                 Bắc Kạn, ngày 12 tháng 9 năm 2019`,
  ],
  [
    'a signature beside the recipients',
    `
Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Bộ Kế hoạch và Đầu tư;                 KT. CHỦ TỊCH
- Lưu: VT, KT 2.                         PHÓ CHỦ TỊCH

                                         Nông Văn Bình`,
  ],
  [
    'prose with double blanks',
    `
Toàn tỉnh có  160 HTX,  trong đó 124 HTX nông nghiệp.
Năm 2019  thành lập mới  30 HTX, giải thể  15 HTX.
Thu nhập bình quân  43,2 triệu đồng,  tăng 2,9%.`,
  ],
  [
    'a list with its markers set apart',
    `
1.   Tuyên truyền Luật Hợp tác xã năm 2012.
2.   Đào tạo, bồi dưỡng cán bộ quản lý.
3.   Hỗ trợ thành lập mới 25 HTX.`,
  ],
  ['indented paragraphs', '        Năm 2019 có 160 HTX.\n        Năm 2020 có 176 HTX.\n        Năm 2021 có 201 HTX.'],
  ['lines drawn between sections', 'Phần I\n----------\nNăm 2019 có 160 HTX.\n==========\nPhần II'],
]

describe('tabs', () => {
  it.each(TABS)('%s', (_, text, drawn) => {
    expect(drawnIn(text)).toBe(drawn)
  })
})

describe('drawn rules', () => {
  it.each(RULES)('%s', (_, text, drawn) => {
    expect(drawnIn(text)).toBe(drawn)
  })
})

describe('columns of blanks', () => {
  it.each(BLANKS)('%s', (_, text, drawn) => {
    expect(drawnIn(text)).toBe(drawn)
  })
})

describe('what is no table', () => {
  it.each(NONE)('%s', (_, text) => {
    expect(drawnIn(text)).toBe('')
  })
})

it.each([...TABS, ...RULES, ...BLANKS].map(([what, text]) => [what, text] as const))(
  'cells and tables have their places in the text: %s',
  (_, text) => {
    for (const { start, end, cells } of tablesIn(text)) {
      expect(cells.length).toBeGreaterThan(0)
      for (const cell of cells)
        for (const span of [cell, ...(cell.more ?? [])]) {
          expect(span.start).toBeGreaterThanOrEqual(start)
          expect(span.end).toBeLessThanOrEqual(end)
          const stretch = text.slice(span.start, span.end)
          expect(stretch).toBe(stretch.trim())
          expect(stretch).not.toMatch(/[\n\t]/)
        }
    }
  },
)

/** Labels as tables have them, in words with one blank between. */
const label = fc
  .array(fc.constantFrom('Hợp', 'tác', 'Tổng', 'số', 'xã', 'Thành', 'viên', 'Ba', 'Bể', 'mới'), {
    minLength: 1,
    maxLength: 5,
  })
  .map(words => `Huyện ${words.join(' ')}`)

const figure = fc.oneof(
  { weight: 8, arbitrary: fc.nat(999).map(String) },
  { weight: 3, arbitrary: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(999)).map(thousands) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(99), fc.nat(9)).map(([whole, tenth]) => `${whole},${tenth}`) },
  { weight: 1, arbitrary: fc.constant('-') },
)

function thousands([high, low]: readonly [number, number]): string {
  return `${high}.${String(low).padStart(3, '0')}`
}

/** How a column is set: to which side, and how many blanks stand before it. */
const setting = fc.record({ right: fc.boolean(), gap: fc.integer({ min: 2, max: 12 }), wider: fc.nat(5) })

const grid = fc
  .record({
    settings: fc.array(setting, { minLength: 3, maxLength: 8 }),
    labels: fc.array(label, { minLength: 3, maxLength: 8 }),
    indent: fc.nat(10),
  })
  .chain(({ settings, labels, indent }) =>
    fc.record({
      settings: fc.constant(settings),
      indent: fc.constant(indent),
      rows: fc.tuple(
        ...labels.map(own =>
          fc
            .array(figure, { minLength: settings.length - 1, maxLength: settings.length - 1 })
            .map(figures => [own, ...figures]),
        ),
      ),
    }),
  )

it('any grid of labels and figures set in columns of blanks is read back, cell by cell', () => {
  fc.assert(
    fc.property(grid, ({ settings, indent, rows }) => {
      const widths = settings.map(({ wider }, i) => wider + Math.max(...rows.map(row => row[i]?.length ?? 0)))
      const text = rows
        .map(row =>
          row
            .map((place, i) => {
              const { right, gap } = settings[i] ?? { right: true, gap: 3 }
              const width = widths[i] ?? 0
              return ' '.repeat(i === 0 ? indent : gap) + (i > 0 && right ? place.padStart(width) : place.padEnd(width))
            })
            .join('')
            .trimEnd(),
        )
        .join('\n')
      const tables = tablesIn(text)
      expect(tables.map(table => placesIn(text, table))).toEqual([rows])
    }),
    { numRuns: 200 },
  )
})
