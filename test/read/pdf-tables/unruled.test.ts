import { describe, expect, it } from 'vitest'
import { centredAt, type DrawnPage, drawnPdf, endingAt, type Mark } from './drawn-pdf.ts'
import { readTables, spansOf, textsOf } from './read-tables.ts'

const page = (...marks: readonly Mark[]): DrawnPage => ({ width: 595, height: 842, marks })

const ENDS = [350, 420, 490, 550]

const row = (y: number, mark: string, name: string, ...numbers: string[]): Mark[] => [
  ...(mark === '' ? [] : [{ text: mark, x: 60, y }]),
  ...(name === '' ? [] : [{ text: name, x: 84, y }]),
  ...numbers.flatMap((number, i) => (number === '' ? [] : [endingAt(number, ENDS[i] ?? 0, y)])),
]

const head = (y: number): Mark[] => [
  { text: 'TT', x: 58, y },
  { text: 'Chi tieu', x: 150, y },
  ...['TH 2018', 'KH 2019', 'UTH 2019', 'Ghi chu'].map((text, i) => centredAt(text, (ENDS[i] ?? 0) - 14, y)),
]

describe('the columns of a table without rules', () => {
  it('stay where they are empty on a page, over all pages of the table', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...head(700),
          ...row(680, '1', 'Hop tac xa', '160', '172', '176', '2'),
          ...row(660, '2', 'To hop tac', '66', '80', '107', ''),
        ),
        page(...row(780, '3', 'Lien hiep', '1', '', '2', ''), ...row(760, '', 'Thanh vien', '4', '', '5', '')),
      ]),
    )
    expect(document.tables.map(table => textsOf(document, table))).toEqual([
      [
        ['TT', 'Chi tieu', 'TH 2018', 'KH 2019', 'UTH 2019', 'Ghi chu'],
        ['1', 'Hop tac xa', '160', '172', '176', '2'],
        ['2', 'To hop tac', '66', '80', '107', ''],
      ],
      [
        ['3', 'Lien hiep', '1', '', '2', ''],
        ['', 'Thanh vien', '4', '', '5', ''],
      ],
    ])
  })

  it('may be empty in all rows between others', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...head(700),
          ...row(680, '1', 'Hop tac xa', '160', '', '176', '2'),
          ...row(660, '2', 'To hop tac', '66', '', '107', '3'),
        ),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      ['TT', 'Chi tieu', 'TH 2018', 'KH 2019', 'UTH 2019', 'Ghi chu'],
      ['1', 'Hop tac xa', '160', '', '176', '2'],
      ['2', 'To hop tac', '66', '', '107', '3'],
    ])
  })

  it('are parted where numbers stand close to names in all rows', async () => {
    const rows = ['Hop tac xa', 'To hop tac', 'Lien hiep hop tac xa', 'Thanh vien'].flatMap((name, i): Mark[] => [
      { text: String(i + 1), x: 60, y: 700 - 20 * i },
      { text: name, x: 74, y: 700 - 20 * i },
      endingAt(String(100 + i), 350, 700 - 20 * i),
      endingAt(String(200 + i), 420, 700 - 20 * i),
    ])
    const document = await readTables(drawnPdf([page(...rows)]))
    expect(textsOf(document, document.tables[0])[2]).toEqual(['3', 'Lien hiep hop tac xa', '102', '202'])
  })
  it('are one where a centred mark, short numbers and a long one stand in it', async () => {
    const numbering = ['(1)', '(2)', '(3)', '(4)=(5)+(6)', '(5)', '(6)']
    const ends = [350, 420, 490, 560]
    const amounts = (y: number, mark: string, name: string, unit: string, ...numbers: string[]): Mark[] => [
      { text: mark, x: 63, y },
      { text: name, x: 84, y },
      { text: unit, x: 230, y },
      ...numbers.map((number, i) => endingAt(number, ends[i] ?? 0, y)),
    ]
    const document = await readTables(
      drawnPdf([
        page(
          ...numbering.map((text, i) => centredAt(text, [66, 160, 240, 316, 401, 471][i] ?? 0, 700)),
          ...amounts(680, '1', 'Hop tac xa', 'HTX', '15', '5', '-'),
          ...amounts(660, '2', 'To hop tac', 'Dong', '12.250', '3.500', '150'),
          ...amounts(640, '3', 'Lien hiep', 'HTX', '-', '-', '7'),
        ),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      numbering,
      ['1', 'Hop tac xa', 'HTX', '15', '5', '-'],
      ['2', 'To hop tac', 'Dong', '12.250', '3.500', '150'],
      ['3', 'Lien hiep', 'HTX', '-', '-', '7'],
    ])
  })
})

describe('a table without rules on the page after another one', () => {
  const first = page(
    ...head(700),
    ...row(680, '1', 'Hop tac xa', '160', '172', '176', '2'),
    ...row(660, '2', 'To hop tac', '66', '80', '107', '3'),
  )
  const widthsWith = async (second: DrawnPage) => {
    const document = await readTables(drawnPdf([first, second]))
    return document.tables.map(table => textsOf(document, table).map(cells => cells.length))
  }

  it('has columns of its own where it has another head', async () => {
    const heads = ['Linh vuc', 'Von vay', 'Von gop'].map((text, i) => ({ text, x: [100, 200, 400][i] ?? 0, y: 780 }))
    const second = page(
      ...heads,
      ...['Nong nghiep', 'Xay dung', 'Van tai'].flatMap((name, i): Mark[] => [
        { text: name, x: 84, y: 760 - 20 * i },
        endingAt(String(20 + i), 232, 760 - 20 * i),
        endingAt(String(400 + i), 432, 760 - 20 * i),
      ]),
    )
    expect(await widthsWith(second)).toEqual([
      [6, 6, 6],
      [3, 3, 3, 3],
    ])
  })

  it('has columns of its own below a title, and those of the other one below a page number', async () => {
    const second = (above: string) =>
      page(
        { text: above, x: 297, y: 800 },
        ...row(760, '3', 'Lien hiep', '1', '4', '2'),
        ...row(740, '4', 'Thanh vien', '4', '5', '5'),
      )
    expect((await widthsWith(second('Bieu so 2')))[1]).toEqual([5, 5])
    expect((await widthsWith(second('2')))[1]).toEqual([6, 6])
    expect((await widthsWith(second('Trang 2/2')))[1]).toEqual([6, 6])
  })

  it('has the columns of the other one where only a footnote stands between', async () => {
    const noted = page(...first.marks, { text: '* Uoc thuc hien', x: 60, y: 60 })
    const second = page(...row(760, '3', 'Lien hiep', '1', '4', '2'), ...row(740, '4', 'Thanh vien', '4', '5', '5'))
    const document = await readTables(drawnPdf([noted, second]))
    expect(document.tables.map(table => textsOf(document, table)[0]?.length)).toEqual([6, 6])
  })
})

describe('rows that hold a name only', () => {
  it('belong to the table at the end and at the top of its pages, page numbers do not', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...row(140, '1', 'Hop tac xa', '160', '172', '176'),
          ...row(120, '2', 'To hop tac', '66', '80', '107'),
          ...row(100, '', 'Trong do:'),
        ),
        page(
          { text: '2', x: 297, y: 800 },
          ...row(760, 'II', 'Lien hiep hop tac xa'),
          ...row(740, '3', 'Lien hiep', '1', '', '2'),
          ...row(720, '4', 'Thanh vien', '4', '', '5'),
        ),
        page({ text: '3', x: 297, y: 800 }, { text: 'Het', x: 84, y: 700 }),
      ]),
    )
    expect(document.tables.map(table => textsOf(document, table).map(cells => cells[1]))).toEqual([
      ['Hop tac xa', 'To hop tac', 'Trong do:'],
      ['Lien hiep hop tac xa', 'Lien hiep', 'Thanh vien'],
    ])
  })
})

describe('a note under a table', () => {
  it('is no row of it where the next page begins another table with a title', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...head(180),
          ...row(160, '1', 'Hop tac xa', '160', '172', '176', '2'),
          ...row(140, '2', 'To hop tac', '66', '80', '107', '3'),
          { text: 'Nguon: So Ke hoach va Dau tu', x: 60, y: 120 },
        ),
        page(
          { text: 'Bieu so 2', x: 260, y: 780 },
          ...head(740),
          ...row(720, '1', 'Lien hiep', '1', '2', '2', '4'),
          ...row(700, '2', 'Thanh vien', '4', '5', '5', '6'),
        ),
      ]),
    )
    expect(document.tables.map(table => textsOf(document, table).length)).toEqual([3, 3])
    expect(document.text).toContain('\nNguon: So Ke hoach va Dau tu\nBieu so 2\n')
  })
})

describe('the head of a table without rules', () => {
  const spanner = [
    centredAt('Nam 2019', 438, 726),
    { text: 'TT', x: 58, y: 719 },
    { text: 'Chi tieu', x: 150, y: 719 },
    centredAt('Thuc hien', 336, 725),
    centredAt('nam 2018', 336, 713),
    centredAt('Ke hoach', 406, 712),
    centredAt('Uoc TH', 476, 712),
  ]
  const rows = [...row(690, '1', 'Hop tac xa', '160', '172', '176'), ...row(670, '2', 'To hop tac', '66', '80', '107')]

  it('has cells over several columns, and cells of several lines', async () => {
    const document = await readTables(drawnPdf([page(...spanner, ...rows)]))
    expect(textsOf(document, document.tables[0]).slice(0, 2)).toEqual([
      ['TT', 'Chi tieu', 'Thuc hien nam 2018', 'Nam 2019', ''],
      ['', '', '', 'Ke hoach', 'Uoc TH'],
    ])
    expect(spansOf(document, document.tables[0])).toEqual([
      'TT 2x1',
      'Chi tieu 2x1',
      'Thuc hien nam 2018 2x1',
      'Nam 2019 1x2',
    ])
  })

  it('does not take in the title and the unit above it', async () => {
    const title = [
      { text: 'BIEU TONG HOP', x: 250, y: 770 },
      { text: 'Don vi tinh: trieu dong', x: 420, y: 745 },
    ]
    const document = await readTables(drawnPdf([page(...title, ...spanner, ...rows)]))
    expect(document.text.split('\n').slice(0, 2)).toEqual(['BIEU TONG HOP', 'Don vi tinh: trieu dong'])
    expect(document.tables[0]?.cells[0]).toMatchObject({ row: 0, column: 0, rowSpan: 2 })
  })
})

describe('a title of several lines above a table without rules', () => {
  it.each([10, 14])('is no part of its head, set in %d points', async size => {
    const document = await readTables(
      drawnPdf([
        page(
          centredAt('PHAT TRIEN KINH TE TAP THE NAM 2019 VA', 312, 735, size),
          centredAt('KE HOACH NAM 2020', 312, 735 - 1.2 * size, size),
          ...head(735 - 2.5 * size),
          ...row(680, '1', 'Hop tac xa', '160', '172', '176', '2'),
          ...row(660, '2', 'To hop tac', '66', '80', '107', '3'),
        ),
      ]),
    )
    expect(textsOf(document, document.tables[0])[0]?.[0]).toBe('TT')
    expect(document.text).toContain('NAM 2019 VA\nKE HOACH NAM 2020\n')
  })
})

describe('the rows of a table without rules', () => {
  it('go together around a name of several lines, whose numbers stand at its middle', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...row(700, '1', 'Hop tac xa', '160', '172', '176'),
          ...row(680, '', 'So lao dong thuong xuyen', ''),
          ...row(674, '2', '', '1.420', '1.650', '1.650'),
          ...row(668, '', 'trong hop tac xa', ''),
          ...row(648, '3', 'To hop tac', '66', '80', '107'),
        ),
      ]),
    )
    expect(textsOf(document, document.tables[0])[1]).toEqual([
      '2',
      'So lao dong thuong xuyen trong hop tac xa',
      '1.420',
      '1.650',
      '1.650',
    ])
  })

  it('may hold one text that reaches over columns', async () => {
    const document = await readTables(
      drawnPdf([
        page(
          ...row(700, '1', 'Hop tac xa', '160', '172', '176'),
          ...row(682, '2', 'To hop tac', '66', '80', '107'),
          { text: 'II. Ho tro cua Nha nuoc cho cac hop tac xa, lien hiep hop tac xa va to hop tac', x: 60, y: 664 },
          ...row(646, '1', 'Dao tao', '6', '8', '10'),
          ...row(628, '2', 'Tin dung', '6', '8', '10'),
        ),
      ]),
    )
    expect(document.tables).toHaveLength(1)
    expect(textsOf(document, document.tables[0])).toHaveLength(5)
  })
})
