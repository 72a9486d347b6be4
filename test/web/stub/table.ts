import type { CellPlace, Extraction, Observation, Table, TableCell } from '../../../src/contract/index.ts'
import { stubExtraction } from './extraction.ts'
import { goldText } from './gold.ts'

const FIRST_LINE = 266
const LAST_LINE = 312
/** The lines that repeat the head on the next page, and the empty one before them. */
const REPEATED = [299, 300, 301]
const TITLE = 'TÌNH HÌNH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2019 VÀ KẾ HOẠCH NĂM 2020'
const LABELS = 1
const FIGURES = [3, 4, 5, 6]
const SECTION = /^[IVX]+$/

type Place = CellPlace['headers'][number]

const lineSpan = (text: string, line: number): { start: number; end: number } => {
  let start = 0
  for (let i = 1; i < line; i += 1) start = text.indexOf('\n', start) + 1
  return { start, end: text.indexOf('\n', start) }
}

/** The head's merged cells: by row and column how far they reach. */
const SPANS: Record<string, Partial<TableCell>> = {
  '0:0': { rowSpan: 2 },
  '0:1': { rowSpan: 2 },
  '0:2': { rowSpan: 2 },
  '0:3': { rowSpan: 2 },
  '0:4': { columnSpan: 2 },
  '0:6': { rowSpan: 2 },
}

const cellsOf = (text: string, line: number, row: number): TableCell[] => {
  const { start, end } = lineSpan(text, line)
  let at = start
  return text
    .slice(start, end)
    .split('\t')
    .map((words, column): TableCell => {
      const place = { start: at, end: at + words.length }
      at = place.end + 1
      const spans = { rowSpan: 1, columnSpan: 1, ...SPANS[`${row}:${column}`] }
      return { ...place, text: words, row, column, page: null, box: null, ...spans }
    })
    .filter(({ column }) => row > 1 || (row === 0 ? column !== 5 : column === 4 || column === 5))
}

/** The annex of a plan with a head of two levels, sections and parent rows, and a head that is repeated on its second page. */
const annex = (text: string): Table => {
  const lines = Array.from({ length: LAST_LINE - FIRST_LINE + 1 }, (_, i) => FIRST_LINE + i)
  const rows = lines.filter(line => !REPEATED.includes(line)).map((line, row) => cellsOf(text, line, row))
  return {
    id: 't1',
    title: TITLE,
    unit: null,
    page: null,
    header: rows.slice(0, 2),
    rows: rows.slice(2),
    formulas: [],
  }
}

/** The rows above a row that give it its meaning, by the numbers in the first column and `Trong đó`, and its own. */
const rowChains = ({ rows }: Table): ReadonlyMap<number, TableCell[]> => {
  const chains = new Map<number, TableCell[]>()
  let section: TableCell[] = []
  let item: TableCell[] = []
  for (const row of rows) {
    const label = row[LABELS]
    const number = row[0]?.text ?? ''
    if (label === undefined) continue
    if (SECTION.test(number)) {
      section = [label]
      item = []
    } else if (number !== '') item = [label]
    else if (label.text.includes('Trong đó:</i>')) item = [...item.slice(0, 1), label]
    const own = section.includes(label) || item.includes(label) ? [] : [label]
    chains.set(label.row, [...section, ...item, ...own])
  }
  return chains
}

const columnChain = ({ header }: Table, column: number): TableCell[] =>
  header.flat().filter(cell => cell.column <= column && column < cell.column + cell.columnSpan)

const place = ({ row, column }: TableCell): Place => ({ row, column })

/** The gold text of Bắc Kạn with its first annex as a table, each number of which is a record. */
export const tableExtraction = (): Extraction => {
  const text = goldText('bac-kan-2020')
  const extraction = stubExtraction(text, 'bac-kan-2020.txt', null)
  const [model] = stubExtraction(goldText('lang-son-2020'), '', 'lang-son-2020').observations
  if (model === undefined) throw new Error('the gold document has records')
  const table = annex(text)
  const chains = rowChains(table)
  const title = text.indexOf(TITLE)
  const observations = table.rows.flat().flatMap((cell, i): Observation[] => {
    if (!FIGURES.includes(cell.column) || !/\d/.test(cell.text)) return []
    const rowHeader = chains.get(cell.row) ?? []
    const columnHeader = columnChain(table, cell.column)
    const { start, end } = cell
    const label = rowHeader.at(-1)
    const time = columnHeader.at(0)
    return [
      {
        ...model,
        id: `c${i}`,
        label: label?.text ?? '',
        evidence: {
          ...model.evidence,
          start,
          end,
          line: text.slice(0, start).split('\n').length,
          quote: cell.text,
          cell: {
            table: table.id,
            row: cell.row,
            column: cell.column,
            rowHeader: rowHeader.map(c => c.text),
            columnHeader: columnHeader.map(c => c.text),
            headers: [...rowHeader, ...columnHeader].map(place),
          },
        },
        because: {
          indicator: { from: 'row', start: label?.start, end: label?.end },
          period: { from: 'column', start: time?.start, end: time?.end },
          subject: { from: 'caption', start: title, end: title + TITLE.indexOf(' NĂM') },
        },
      },
    ]
  })
  return {
    ...extraction,
    tables: [table],
    observations,
    flags: [],
    numerals: { ...extraction.numerals, unexplained: [] },
  }
}

/** A table of as many rows as asked for, each with a record in one of its six columns of figures. */
export const longTableExtraction = (rows: number): Extraction => {
  const small = tableExtraction()
  const [model] = small.observations
  if (model === undefined) throw new Error('the annex has records')
  const head = ['TT', 'Xã', '2014', '2015', '2016', '2017', '2018', '2019']
  const body = Array.from({ length: rows }, (_, i) => [
    String(i + 1),
    `Xã số ${i + 1}, huyện miền núi`,
    ...Array.from({ length: 6 }, (_, year) => String(1000 + ((i * 37 + year * 11) % 900))),
  ])
  let at = 0
  const lines = [head, ...body].map((words, row) =>
    words.map((text, column): TableCell => {
      const start = at
      at += text.length + 1
      return { start, end: start + text.length, text, row, column, rowSpan: 1, columnSpan: 1, page: null, box: null }
    }),
  )
  const observations = lines.slice(1).map((cells, i): Observation => {
    const cell = cells[2 + (i % 6)]
    const [label, year] = [cells[1], lines[0]?.[2 + (i % 6)]]
    if (cell === undefined || label === undefined || year === undefined) throw new Error('rows are of one length')
    const chain = { rowHeader: [label.text], columnHeader: [year.text], headers: [place(label), place(year)] }
    const { start, end, text: quote } = cell
    const evidence = { ...model.evidence, start, end, quote, cell: { table: 't1', ...place(cell), ...chain } }
    return { ...model, id: `c${i}`, label: label.text, evidence, because: {} }
  })
  const [header = [], ...rest] = lines
  return {
    ...small,
    text: `${[head, ...body].map(words => words.join('\t')).join('\n')}\n`,
    tables: [{ id: 't1', title: null, unit: 'HTX', page: null, header: [header], rows: rest, formulas: [] }],
    observations,
  }
}
