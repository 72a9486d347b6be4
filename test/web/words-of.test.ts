import { expect, test } from 'vitest'
import { cellAddress } from '../../src/web/document/cell-address.ts'
import { lastWords, quoteOf, wordsOf } from '../../src/web/document/words-of.ts'
import { stubExtraction } from './stub/extraction.ts'
import { goldText } from './stub/gold.ts'

const [model] = stubExtraction(goldText('lang-son-2020'), 'x', 'lang-son-2020').observations
if (model === undefined) throw new Error('the gold document has records')

const TEXT = 'Số THT chuyển\nthành lập HTX: 03 THT. Năm 2019 khác.'
const start = TEXT.indexOf('03')
/** @param indicator where the words begin that named the indicator */
const record = (indicator: number, quote: string) => ({
  ...model,
  evidence: { ...model.evidence, start, end: start + 2, quote },
  because: { indicator: { from: 'rule' as const, start: indicator, end: start + 2 } },
})

test('the words of a record are those that named its indicator, on one line, cut at the number', () => {
  expect(wordsOf(record(7, '03 THT'), TEXT)).toEqual({ before: 'chuyển thành lập HTX: ', number: '03', after: '' })
})

test('words that stand too far from the number give way to the quote', () => {
  const far = `${'x'.repeat(200)}${TEXT}`
  const { because } = record(0, '')
  const evidence = { ...model.evidence, start: start + 200, end: start + 202, quote: 'HTX: 03 THT' }
  expect(wordsOf({ ...model, evidence, because }, far)).toEqual({ before: 'HTX: ', number: '03', after: ' THT' })
})

test('a quote that begins with the number is completed by the words before it', () => {
  expect(quoteOf(record(7, '03 THT'), TEXT)).toBe('chuyển thành lập HTX: 03 THT')
  expect(quoteOf(record(14, 'thành lập HTX: 03 THT'), TEXT)).toBe('thành lập HTX: 03 THT')
})

test('a row shows the last whole words before its number, so that the number stays in sight', () => {
  expect(lastWords('Tổng số THT: Đến 20/8/2019 trên địa bàn toàn tỉnh có ')).toBe('… địa bàn toàn tỉnh có ')
  expect(lastWords('Thành lập mới: ')).toBe('Thành lập mới: ')
})

test('beside a cell stand other cells’ numbers: its nearest headers say what it is', () => {
  const cell = {
    table: 't1',
    row: 3,
    column: 4,
    rowHeader: ['I Hợp tác xã', 'Số\nthành viên'],
    columnHeader: ['Năm 2019', '', 'Kế hoạch'],
    headers: [],
  }
  const { because, evidence } = record(7, '03')
  const ofCell = { ...model, because, evidence: { ...evidence, cell } }
  expect(wordsOf(ofCell, TEXT)).toEqual({ before: '', number: '03', after: ' · Số thành viên × Năm 2019 › Kế hoạch' })
  expect(quoteOf(ofCell, TEXT)).toBe('03')
  expect(cellAddress(cell)).toBe('I Hợp tác xã › Số thành viên × Năm 2019 › Kế hoạch')
})
