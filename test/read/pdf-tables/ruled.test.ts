import { describe, expect, it } from 'vitest'
import { centredAt, drawnPdf, endingAt, type Mark } from './drawn-pdf.ts'
import { readTables, spansOf, textsOf } from './read-tables.ts'

const page = (marks: readonly Mark[]) => drawnPdf([{ width: 595, height: 842, marks }])

const XS = [60, 100, 300, 380, 460]
const [LEFT, RIGHT] = [60, 460]

/** Rules between and around columns from one height to another. */
const uprights = (top: number, bottom: number, xs: readonly number[] = XS): Mark[] =>
  xs.map(x => ({ line: [x, bottom, x, top] }))
const rules = (...ys: number[]): Mark[] => ys.map(y => ({ line: [LEFT, y, RIGHT, y] }))

const row = (y: number, mark: string, name: string, ...numbers: string[]): Mark[] => [
  { text: mark, x: 66, y },
  { text: name, x: 104, y },
  ...numbers.map((number, i) => endingAt(number, (XS[i + 3] ?? 0) - 4, y)),
]

const head = (y: number): Mark[] =>
  ['TT', 'Chi tieu', 'TH 2018', 'KH 2019'].map((text, i) => centredAt(text, ((XS[i] ?? 0) + (XS[i + 1] ?? 0)) / 2, y))

describe('a table with all its rules', () => {
  it('gives a row a line, with a tab between its cells', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 680, 660),
        ...uprights(720, 660),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        ...row(666, '2', 'To hop tac', '', '80'),
      ]),
    )
    expect(document.text).toBe('TT\tChi tieu\tTH 2018\tKH 2019\n1\tHop tac xa\t160\t172\n2\tTo hop tac\t\t80')
  })

  it('joins the lines of a cell, and a formula that its narrow column broke', async () => {
    const document = await readTables(
      page([
        ...rules(720, 690, 660),
        ...uprights(720, 660),
        ...row(706, '1', 'So hop tac xa', '(1)+(', '8'),
        ...row(694, '', 'thanh lap moi', '2)', ''),
        ...row(670, '2', 'To hop tac', '66', '80'),
      ]),
    )
    expect(textsOf(document, document.tables[0])[0]).toEqual(['1', 'So hop tac xa thanh lap moi', '(1)+(2)', '8'])
  })

  it('gives each cell the box that is drawn around it, in points from the upper left corner', async () => {
    const { tables } = await readTables(
      page([
        ...rules(720, 700, 680),
        ...uprights(720, 680),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
      ]),
    )
    expect(tables[0]?.cells[5]).toMatchObject({ row: 1, column: 1, box: [100, 142, 300, 162] })
  })

  it('cuts text that was set over the border of two cells', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 680),
        ...uprights(720, 680),
        ...head(706),
        { text: '1', x: 66, y: 686 },
        { text: 'Hop tac xa', x: 104, y: 686 },
        { text: '1.840 1.921', x: 354, y: 686 },
      ]),
    )
    expect(textsOf(document, document.tables[0])[1]).toEqual(['1', 'Hop tac xa', '1.840', '1.921'])
  })

  it('takes text that runs upwards in a narrow column into its cell', async () => {
    const document = await readTables(
      page([
        ...rules(740, 690, 670),
        ...uprights(740, 670),
        { text: 'So TT', x: 84, y: 700, upright: true },
        ...head(706).slice(1),
        ...row(676, '1', 'Hop tac xa', '160', '172'),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      ['So TT', 'Chi tieu', 'TH 2018', 'KH 2019'],
      ['1', 'Hop tac xa', '160', '172'],
    ])
  })

  it('is read in a form that the page paints, moved and scaled', async () => {
    const scaled: Mark[] = [...rules(720, 700, 680), ...uprights(720, 680)]
    const operators = scaled.map(mark =>
      'line' in mark ? `${mark.line[0] * 2} ${mark.line[1] * 2} m ${mark.line[2] * 2} ${mark.line[3] * 2} l S` : '',
    )
    const document = await readTables(
      page([
        { operators: `q 0.5 0 0 0.5 0 0 cm 1 w ${operators.join(' ')} Q` },
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
      ]),
    )
    expect(document.tables[0]?.cells).toHaveLength(8)
  })
})

describe('a table that misses rules', () => {
  it('between its rows has a row for each line of numbers', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 620),
        ...uprights(720, 620),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        ...row(666, '2', 'So thanh vien cua cac', '1.270', '1.520'),
        ...row(654, '', 'hop tac xa', '', ''),
        ...row(634, '3', 'To hop tac', '66', '80'),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      ['TT', 'Chi tieu', 'TH 2018', 'KH 2019'],
      ['1', 'Hop tac xa', '160', '172'],
      ['2', 'So thanh vien cua cac hop tac xa', '1.270', '1.520'],
      ['3', 'To hop tac', '66', '80'],
    ])
  })

  it('at its left and right has all its columns', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 680, 660),
        ...uprights(720, 660, XS.slice(1, 4)),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        ...row(666, '2', 'To hop tac', '66', '80'),
      ]),
    )
    expect(textsOf(document, document.tables[0])[2]).toEqual(['2', 'To hop tac', '66', '80'])
  })

  it('but around its head and around all its rows has the columns of its head', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 640),
        ...uprights(720, 700),
        ...uprights(700, 640, [LEFT, RIGHT]),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        ...row(666, '2', 'To hop tac', '', '80'),
        ...row(646, '3', 'Lien hiep', '2', ''),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      ['TT', 'Chi tieu', 'TH 2018', 'KH 2019'],
      ['1', 'Hop tac xa', '160', '172'],
      ['2', 'To hop tac', '', '80'],
      ['3', 'Lien hiep', '2', ''],
    ])
  })

  it('between its columns has them from its texts, and its rows from its rules', async () => {
    const document = await readTables(
      page([
        ...rules(720, 700, 672, 652),
        ...head(706),
        ...row(688, '1', 'So hop tac xa', '160', '172'),
        ...row(676, '', 'Thanh lap moi', '', ''),
        ...row(658, '2', 'To hop tac', '66', '80'),
      ]),
    )
    expect(textsOf(document, document.tables[0])).toEqual([
      ['TT', 'Chi tieu', 'TH 2018', 'KH 2019'],
      ['1', 'So hop tac xa Thanh lap moi', '160', '172'],
      ['2', 'To hop tac', '66', '80'],
    ])
  })
})

describe('merged cells', () => {
  it('stand in their first row and column, and reach over the others', async () => {
    const document = await readTables(
      page([
        ...rules(740, 700, 680),
        { line: [300, 720, 460, 720] },
        ...uprights(740, 680, [60, 100, 300, 460]),
        { line: [380, 720, 380, 680] },
        { text: 'TT', x: 70, y: 716 },
        { text: 'Chi tieu', x: 180, y: 716 },
        centredAt('Nam 2019', 380, 726),
        centredAt('KH', 340, 706),
        centredAt('UTH', 420, 706),
        ...row(686, '1', 'Hop tac xa', '172', '176'),
      ]),
    )
    expect(document.text).toBe('TT\tChi tieu\tNam 2019\t\n\t\tKH\tUTH\n1\tHop tac xa\t172\t176')
    expect(spansOf(document, document.tables[0])).toEqual(['TT 2x1', 'Chi tieu 2x1', 'Nam 2019 1x2'])
  })
})

describe('text around a table', () => {
  it('is read before and after it', async () => {
    const document = await readTables(
      page([
        { text: 'Bieu so 1', x: 200, y: 740 },
        ...rules(720, 700, 680),
        ...uprights(720, 680),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        { text: 'Ghi chu: so uoc', x: 60, y: 660 },
      ]),
    )
    expect(document.text.split('\n').map(line => line.split('\t')[0])).toEqual([
      'Bieu so 1',
      'TT',
      '1',
      'Ghi chu: so uoc',
    ])
  })

  it('in a frame that shares its sides is read before and after it as well', async () => {
    const text = (y: number) =>
      [0, 1, 2, 3].map((i): Mark => ({ text: 'Trong nam co 35 hop tac xa thanh lap moi', x: 70, y: y - 14 * i }))
    const document = await readTables(
      page([
        ...rules(800, 720, 700, 680, 600),
        ...uprights(720, 680),
        ...uprights(800, 600, [LEFT, RIGHT]),
        ...text(780),
        ...head(706),
        ...row(686, '1', 'Hop tac xa', '160', '172'),
        ...text(660),
      ]),
    )
    expect(document.tables.map(table => textsOf(document, table))).toEqual([
      [
        ['TT', 'Chi tieu', 'TH 2018', 'KH 2019'],
        ['1', 'Hop tac xa', '160', '172'],
      ],
    ])
    expect(document.text.split('\n')).toHaveLength(10)
  })
})

describe('tables side by side', () => {
  const [FIRST, SECOND] = [60, 320]
  const table = (left: number, top: number, ...cells: readonly (readonly [string, string])[]): Mark[] =>
    cells.flatMap(([name, number], i): Mark[] => [
      { box: [left, top - 20 * (i + 1), 120, 20], fill: false },
      { box: [left + 120, top - 20 * (i + 1), 80, 20], fill: false },
      { text: name, x: left + 4, y: top - 20 * i - 14 },
      endingAt(number, left + 196, top - 20 * i - 14),
    ])
  const tables = [
    ...table(FIRST, 700, ['Nganh', 'Nam 2019'], ['Xay dung', '124'], ['Van tai', '13']),
    ...table(SECOND, 700, ['Linh vuc', 'Nam 2019'], ['Trong trot', '45'], ['Dich vu', '24']),
  ]
  const linesOf = async (...above: Mark[]) => (await readTables(page([...above, ...tables]))).text.split('\n')

  it('have the titles that stand over them', async () => {
    const lines = await linesOf(
      { text: 'Ket qua nhu sau.', x: 60, y: 760 },
      centredAt('Hop tac xa', FIRST + 100, 726),
      centredAt('To hop tac', SECOND + 100, 726),
      centredAt('(theo nganh)', FIRST + 100, 712),
    )
    const rows = lines.filter(line => line.includes('\t'))
    expect(lines).toEqual([
      'Ket qua nhu sau.',
      ...['Hop tac xa', '(theo nganh)', ...rows.slice(0, 3)],
      ...['To hop tac', ...rows.slice(3)],
    ])
    expect(rows[3]).toBe('Linh vuc\tNam 2019')
  })

  it('share a title that stands over both', async () => {
    const lines = await linesOf(centredAt('TONG HOP HOP TAC XA VA TO HOP TAC', 290, 716))
    expect(lines.slice(0, 2)).toEqual(['TONG HOP HOP TAC XA VA TO HOP TAC', 'Nganh\tNam 2019'])
  })
})
