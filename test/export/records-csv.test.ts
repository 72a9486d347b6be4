import { expect, test } from 'vitest'
import type { CurrentFlag, CurrentRecord } from '../../src/contract/index.ts'
import { recordsCsv } from '../../src/export/records-csv.ts'
import { flag, observation } from '../support/extraction.ts'

const record = (overrides: Partial<CurrentRecord> = {}): CurrentRecord => ({
  ...observation('Có 35 hợp tác xã', '35'),
  ...{ settledBy: 'machine', decision: null, machine: null, notes: [] },
  ...overrides,
})

const csvOf = (records: readonly CurrentRecord[], flags: readonly CurrentFlag[] = []) =>
  [...recordsCsv('155/KH-UBND', { document: 'd', records: [...records], flags: [...flags] })].join('')

/** The cells of the first record by column; none of them holds a comma. */
const firstOf = (csv: string): Record<string, string> => {
  const [head = '', row = ''] = csv.slice(1).split('\r\n')
  const cells = row.split(',')
  return Object.fromEntries(head.split(',').map((name, i) => [name, cells[i] ?? '']))
}

test('the CSV begins with a byte order mark and has a row for each record, however many', () => {
  const csv = csvOf(Array.from({ length: 450 }, (_, i) => record({ id: `o${i}` })))
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  const rows = csv.slice(1).trimEnd().split('\r\n')
  expect(rows.slice(1).map(row => row.split(',').slice(0, 3))).toEqual(
    Array.from({ length: 450 }, (_, i) => ['155/KH-UBND', 'd', `o${i}`]),
  )
})

test('a row says what its record is and who has the last word on it', () => {
  expect(firstOf(csvOf([record()]))).toMatchObject({ value: '35', period: '2019', settled_by: 'machine', decision: '' })
  expect(firstOf(csvOf([record({ value: 36, settledBy: 'reviewer', decision: 'd-1', per: ['year'] })]))).toMatchObject({
    ...{ value: '36', settled_by: 'reviewer', decision: 'd-1', per: 'year' },
  })
})

test('of the flags on a record those are named that are open', () => {
  const current = (id: string, state: CurrentFlag['state']): CurrentFlag => ({
    ...flag({ id }),
    ...{ raisedBy: 'machine', state, decision: null },
  })
  const flags = [current('f1', 'open'), current('f2', 'dismissed'), current('f3', 'resolved'), current('f4', 'open')]
  expect(firstOf(csvOf([record()], flags)).flags).toBe('f1 f4')
})

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a, b', '"a, b"'],
  ['two\nlines', '"two\nlines"'],
])('the text %j is kept from being run as a formula and from breaking its row', (label, cell) => {
  expect(csvOf([record({ label })])).toContain(`,${cell},`)
})

test('a negative number stays a number', () => {
  expect(csvOf([record({ value: -2100 })])).toContain(',level,-2100,')
})
