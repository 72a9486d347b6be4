import { expect, test } from 'vitest'
import { toCsv } from '../../src/web/csv.ts'
import { stubExtraction } from './stub/extraction.ts'
import { goldText } from './stub/gold.ts'

const extraction = stubExtraction(goldText('lang-son-2020'), 'kh-155.txt', 'lang-son-2020')
const [first] = extraction.observations
if (first === undefined) throw new Error('the gold document has records')
const rows = (csv: string) => csv.slice(1).trimEnd().split('\r\n')

test('the CSV begins with a byte order mark and has a row for each record', () => {
  const csv = toCsv(extraction)
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(rows(csv)).toHaveLength(extraction.observations.length + 1)
  expect(rows(csv)[1]).toMatch(/^155\/KH-UBND,o1,Tổng số tổ chức,organisations,cooperative,,level,242,/)
})

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a, b', '"a, b"'],
  ['two\nlines', '"two\nlines"'],
])('the text %j is kept from being run as a formula and from breaking its row', (label, cell) => {
  const csv = toCsv({ ...extraction, observations: [{ ...first, label }] })
  expect(csv).toContain(`,${cell},`)
})

test('a record has the number of checks that come out with it, and the flags on it', () => {
  const [head = '', row = ''] = rows(
    toCsv({ ...extraction, observations: [{ ...first, support: 3, qualifier: null }] }),
  )
  const cells = row.split(',')
  const columns = head.split(',')
  expect([cells[columns.indexOf('support')], cells[columns.indexOf('flags')]]).toEqual(['3', 'f1'])
})

test('a negative number stays a number', () => {
  expect(toCsv({ ...extraction, observations: [{ ...first, value: -2100 }] })).toContain(',level,-2100,')
})
