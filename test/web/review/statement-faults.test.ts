import { expect, test } from 'vitest'
import type { CodeList, Language } from '../../../src/contract/index.ts'
import { statementOf } from '../../../src/review/statement-of.ts'
import { draftOf, readDraft, type StatementDraft } from '../../../src/web/review/statement-draft.ts'
import { judgingCodes, statementFaults } from '../../../src/web/review/statement-faults.ts'
import { observation } from './observation.ts'

const codes: CodeList = {
  indicators: [
    { code: 'members', label: { vi: 'Số thành viên', en: 'members' }, units: ['person'], mean: false },
    { code: 'revenue', label: { vi: 'Tổng doanh thu', en: 'revenue' }, units: ['VND'], mean: false },
  ],
  areas: [],
  provinces: [{ code: '20', name: 'Lạng Sơn', from: null, until: null }],
}

/** Of members, counted in persons. */
const members = statementOf(observation('a', { indicator: 'members', unit: 'person', value: 1559 }))

const faultsOf = (edits: Partial<StatementDraft>, language: Language = 'vi') =>
  statementFaults(readDraft({ ...draftOf(members, codes), ...edits }, members, codes), judgingCodes(codes), language)

test.each<[Partial<StatementDraft>, object]>([
  [{ value: '1,5' }, { value: 'giá trị 1,5 không nguyên; đếm bằng “người” thì phải nguyên' }],
  [{ value: '−5' }, { value: 'giá trị −5 âm; chỉ tăng giảm và tiền mới có thể âm' }],
  [{ value: '3,5–4' }, { value: 'giá trị 3,5 không nguyên; đếm bằng “người” thì phải nguyên' }],
  [{ unit: 'percent' }, { unit: 'đơn vị “%” không hợp với chỉ tiêu “Số thành viên”, loại số “Mức”; cần “người”' }],
  [
    { value: '447,2 triệu' },
    { unit: 'đơn vị “đồng” không hợp với chỉ tiêu “Số thành viên”, loại số “Mức”; cần “người”' },
  ],
  [
    { value: '101', unit: 'percent', measure: 'share' },
    { value: 'giá trị 101 không thể có với loại số “Tỷ trọng”; phải từ 0 đến 100' },
  ],
])('%j is told at its field', (edits, faults) => {
  expect(faultsOf(edits)).toEqual(faults)
})

test('a fault is told in the language of the page', () => {
  expect(faultsOf({ value: '1.234,5', unit: 'percent' }, 'en')).toEqual({
    unit: 'unit “%” does not fit indicator “members”, measure “Level”; expected “persons”',
  })
  expect(faultsOf({ value: '1.234,5' }, 'en')).toEqual({ value: '1,234.5 is not whole; persons are counted' })
})

test('a day that no calendar has is told as days are typed, not as they are sent', () => {
  expect(faultsOf({ period: '31/2/2019' }).period).toMatch(/không có kỳ này/)
})

test('words that cannot be read do not hide what is wrong elsewhere', () => {
  expect(Object.keys(faultsOf({ value: '1,', unit: 'percent', label: '' })).sort()).toEqual(['label', 'unit', 'value'])
})

test.each<Partial<StatementDraft>>([
  {},
  { value: '1.599' },
  { value: 'khoảng 1.600' },
  { value: '1,5', per: ['organisation'] },
  { value: '−5', measure: 'change' },
  { value: '447,2 triệu', indicator: 'Tổng doanh thu' },
  { areaName: 'tỉnh lạng sơn' },
])('nothing is wrong with %j', edits => {
  expect(faultsOf(edits)).toEqual({})
})
