import { expect, test } from 'vitest'
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
