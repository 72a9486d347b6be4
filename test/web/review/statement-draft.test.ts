import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CodeList, type Statement, Statement as StatementSchema } from '../../../src/contract/index.ts'
import { statementOf } from '../../../src/review/statement-of.ts'
import {
  changesOf,
  chooseComparator,
  chooseUnit,
  draftOf,
  echoOf,
  readDraft,
} from '../../../src/web/review/statement-draft.ts'
import { stubExtraction } from '../stub/extraction.ts'
import { goldText } from '../stub/gold.ts'
import { observation } from './observation.ts'

const codes: CodeList = {
  indicators: [
    { code: 'members', label: { vi: 'Số thành viên', en: 'members' }, units: ['person'], mean: false },
    { code: 'revenue', label: { vi: 'Tổng doanh thu', en: 'revenue' }, units: ['VND'], mean: false },
  ],
  areas: [],
  provinces: [
    { code: '24', name: 'Bắc Giang', from: null, until: '2025-07-01' },
    { code: '24', name: 'Bắc Ninh', from: '2025-07-01', until: null },
    { code: '20', name: 'Lạng Sơn', from: null, until: null },
  ],
}

const before = statementOf(observation('a'))
const read = (of: object, from: Statement = before) => readDraft({ ...draftOf(from, codes), ...of }, from, codes)
const changed = (of: object, from: Statement = before) => {
  const result = read(of, from)
  expect(result.faults).toEqual({})
  return changesOf(from, result.statement)
}

test('a form that nobody has touched changes nothing, whatever the statement', () => {
  for (const o of stubExtraction(goldText('lang-son-2020'), 'a.txt', 'lang-son-2020').observations) {
    const statement = statementOf(o)
    const result = readDraft(draftOf(statement, codes), statement, codes)
    expect(result).toEqual({ statement, faults: {} })
    expect(changesOf(statement, statement)).toBeNull()
  }
})

test('each field changes its attribute alone', () => {
  expect(changed({ value: '1.599' })).toEqual({ value: 1599 })
  expect(changed({ status: 'target' })).toEqual({ status: 'target' })
  expect(changed({ period: '9 tháng 2019' })).toEqual({ period: '2019-01/2019-09' })
  expect(changed({ period: '' })).toEqual({ period: null })
  expect(changed({ areaName: 'lạng sơn' })).toEqual({ area: { code: '20', name: 'Lạng Sơn', level: 'province' } })
  expect(changed({ areaName: 'Bắc Giang' })).toMatchObject({ area: { code: '24' } })
  expect(changed({ qualifier: ' mới ' })).toEqual({ qualifier: 'mới' })
  expect(changed({ indicator: 'Tổng doanh thu', unit: 'VND' })).toEqual({ indicator: 'revenue', unit: 'VND' })
})

test('what the words of a figure say goes before the fields', () => {
  expect(changed({ value: '447,2 triệu' })).toEqual({ value: 447_200_000, unit: 'VND' })
  expect(changed({ value: 'khoảng 80 %' })).toEqual({ value: 80, unit: 'percent', comparator: 'about' })
})

test('a unit or a comparator that is chosen holds against the words of the figure', () => {
  const share = statementOf(observation('a', { unit: 'percent', value: 105.2 }))
  expect(changed(chooseUnit(draftOf(share, codes), 'times'), share)).toEqual({ unit: 'times' })
  const money = statementOf(observation('a', { unit: 'VND', value: 1_234_567_890_123.25 }))
  expect(changed(chooseUnit(draftOf(money, codes), 'other'), money)).toEqual({ unit: 'other' })
  const about = { ...draftOf(before, codes), value: 'khoảng 300' }
  expect(changed({ ...about, ...chooseComparator(about, 'lt') })).toEqual({ value: 300, comparator: 'lt' })
  expect(changed({ ...about, ...chooseComparator(about, 'about') })).toEqual({ value: 300, comparator: 'about' })
})

test('what is typed is kept composed', () => {
  const words = 'Số xã viên'
  expect(changed({ label: words.normalize('NFD') })).toEqual({ label: words.normalize('NFC') })
  expect(changed({ areaName: 'Bắc Giang'.normalize('NFD') })).toMatchObject({ area: { code: '24', name: 'Bắc Giang' } })
})

test('a range takes the place of a number, and a number that of a range', () => {
  expect(changed({ value: '3–4' })).toEqual({ min: 3, max: 4 })
  const range = statementOf(observation('b', { value: undefined, min: 3, max: 4 }))
  expect(changed({ value: '3–5' }, range)).toEqual({ min: 3, max: 5 })
  expect(changed({ value: '7' }, range)).toEqual({ value: 7 })
})

test('what cannot be is told at its field', () => {
  expect(read({ value: '447.2', period: 'mai', indicator: 'gì đó', label: ' ', status: 'target' })).toEqual({
    statement: { ...before, status: 'target' },
    faults: { value: 'point-is-no-comma', period: 'no-period', indicator: 'no-indicator', label: 'no-label' },
  })
})

test('any number is understood as it is shown again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), n => {
      const words = n.toLocaleString('vi-VN')
      expect(echoOf({ ...draftOf(before, codes), value: words })).toBe(`${words} người`)
      const result = read({ value: words })
      expect(result).toMatchObject({ statement: { value: n }, faults: {} })
      expect(StatementSchema.safeParse(result.statement).success).toBe(true)
    }),
  )
})
