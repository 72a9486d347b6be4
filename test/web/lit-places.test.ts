import { describe, expect, test } from 'vitest'
import type { Box, CurrentRecord, TableCell } from '../../src/contract/index.ts'
import { LitPlaces } from '../../src/web/page/lit-places.ts'
import { markRecords } from '../../src/web/page/mark-records.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

const TEXT = 'Năm 2019 thành lập 35 HTX.\nTổng số 17 tổ.\nChỉ tiêu\tKế hoạch\nSố HTX\t40\n'

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const placed = (number: string, page: number, box: Box) => {
  const made = observation(TEXT, number, { id: `o${number}`, value: Number(number) })
  return { ...made, evidence: { ...made.evidence, ...at(number), page, box } }
}

const cell = (text: string, row: number, column: number, box: Box): TableCell => ({
  ...{ ...at(text), text, row, column, rowSpan: 1, columnSpan: 1, page: 3, box },
})

const read = extractionOf(new TextEncoder().encode(TEXT), 'a.pdf', {
  observations: [placed('35', 1, [100, 50, 112, 60])],
  tables: [
    {
      ...{ id: 't1', title: null, unit: null, page: 3, formulas: [] },
      header: [[cell('Chỉ tiêu', 0, 0, [0, 0, 50, 10]), cell('Kế hoạch', 0, 1, [50, 0, 90, 10])]],
      rows: [[cell('Số HTX', 1, 0, [0, 10, 50, 20]), cell('40', 1, 1, [50, 10, 90, 20])]],
    },
  ],
  numerals: {
    ...{ total: 3, observation: 2, date: 0, reference: 0, outline: 0, name: 0, page: 0, other: 0 },
    unexplained: [{ ...at('17'), text: '17' }],
  },
})

describe('what is lit on a page', () => {
  test('words are looked for between their neighbours, on all pages between those that are known', () => {
    expect(new LitPlaces(read).unexplained()).toEqual(
      [1, 2, 3].map(page => ({
        page,
        kind: 'unexplained',
        at: { between: { before: ' HTX.\nTổng số ', words: '17', after: ' tổ.\nChỉ tiêu\t' } },
      })),
    )
  })

  test('words in a cell are lit with the whole of it', () => {
    expect(new LitPlaces(read).of(at('Kế hoạch'), 'pointed')).toEqual([
      { page: 3, kind: 'pointed', at: { box: [50, 0, 90, 10] } },
    ])
  })

  test('around a record its heads and the words of its attributes are lit, near ones apart from far ones, its number not', () => {
    const record = {
      ...placed('40', 3, [50, 10, 90, 20]),
      because: {
        period: { from: 'document' as const, ...at('Năm 2019') },
        indicator: { from: 'clause' as const, ...at('thành lập') },
        value: { from: 'number' as const, ...at('40') },
        unit: { from: 'default' as const },
      },
    }
    const cellPlace = {
      ...{ table: 't1', row: 1, column: 1, rowHeader: ['Số HTX'], columnHeader: ['Kế hoạch'] },
      headers: [
        { row: 1, column: 0 },
        { row: 0, column: 1 },
      ],
    }
    const around = new LitPlaces(read).around({ ...record, evidence: { ...record.evidence, cell: cellPlace } })
    expect(around.filter(({ at: place }) => 'box' in place)).toEqual([
      { page: 3, kind: 'context', at: { box: [0, 10, 50, 20] } },
      { page: 3, kind: 'context', at: { box: [50, 0, 90, 10] } },
    ])
    expect(
      around.flatMap(({ kind, at: place }) => ('between' in place ? [`${kind} ${place.between.words}`] : [])),
    ).toEqual(['context Năm 2019', 'words thành lập'])
  })
})

describe('marks of records', () => {
  const current = (number: string, change: Partial<CurrentRecord> = {}): CurrentRecord => ({
    ...placed(number, 1, [0, 0, 10, 10]),
    ...{ settledBy: 'machine', decision: null, machine: null, notes: [], confidence: 0.97 },
    ...change,
  })
  const states = (records: CurrentRecord[], flags: ReturnType<typeof flag>[], state: 'open' | 'resolved' = 'open') =>
    markRecords(
      {
        records,
        rejected: [],
        flags: flags.map(each => ({ ...each, raisedBy: 'machine', state, decision: null })),
      },
      TEXT,
      ({ label }) => label,
    ).map(({ number, state: shown }) => [number, shown])
  const suspect = flag({ suspects: [{ observation: 'o35', weight: 1 }] })

  test('tell suspects of open flags, doubtful and settled records apart', () => {
    expect(
      states([current('35'), current('17', { confidence: 0.5 }), current('40', { settledBy: 'reviewer' })], [suspect]),
    ).toEqual([
      ['35', 'suspect'],
      ['17', 'doubtful'],
      ['40', 'settled'],
    ])
    expect(states([current('35')], [suspect], 'resolved')).toEqual([['35', 'open']])
  })

  test('stand in reading order, rejected ones among them, those without a place left out', () => {
    const nowhere = current('17')
    const marks = markRecords(
      {
        records: [current('40'), { ...nowhere, evidence: { ...nowhere.evidence, box: null } }],
        rejected: [current('35')],
        flags: [],
      },
      TEXT,
      ({ label }) => `nhãn ${label}`,
    )
    expect(marks.map(({ id, state }) => [id, state])).toEqual([
      ['o35', 'rejected'],
      ['o40', 'open'],
    ])
    expect(marks[0]?.label).toMatch(/^nhãn /)
  })
})

describe('words of a page are found in the text', () => {
  const places = new LitPlaces(read)
  const said = (page: number, before: string, words: string, after: string): string | null => {
    const span = places.numeralOn({ page, at: { between: { before, words, after } } })
    return span === null ? null : `${span.start}:${TEXT.slice(span.start, span.end)}`
  }

  test('by those around them, on one side where the other is another', () => {
    expect(said(2, 'Tổng số', '17', 'tổ.')).toBe(`${TEXT.indexOf('17')}:17`)
    expect(said(2, 'Trang 2 Tổng số', '17', 'tổ.')).toBe(`${TEXT.indexOf('17')}:17`)
    expect(said(1, 'Năm', '2019', '')).toBe(`${TEXT.indexOf('2019')}:2019`)
    expect(said(3, '', '40', '')).toBe(`${TEXT.indexOf('40')}:40`)
  })

  test('nowhere where the text does not have them, or more than once', () => {
    expect(said(1, 'Tổng số', '18', 'tổ.')).toBeNull()
    expect(said(3, '', 'H', '')).toBeNull()
  })

  test('what was searched for lights the cell that holds it once', () => {
    const lit = places.found(
      [at('Số'), { start: at('Số HTX').start + 3, end: at('Số HTX').end }].slice(1).concat(at('Số HTX')),
    )
    expect(lit).toEqual([{ page: 3, kind: 'found', at: { box: [0, 10, 50, 20] } }])
  })
})
