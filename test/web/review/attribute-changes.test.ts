import { expect, test } from 'vitest'
import type { CodeList } from '../../../src/contract/index.ts'
import { attributeChanges } from '../../../src/web/review/attribute-changes.ts'
import { observation } from './observation.ts'

const CODES = {
  indicators: [
    { code: 'members', label: { vi: 'Số thành viên', en: 'Members' } },
    { code: 'workers', label: { vi: 'Số lao động', en: 'Workers' } },
  ],
} as unknown as CodeList

test('what a correction changed is told attribute by attribute, in the words of the page', () => {
  const before = observation('a', { value: 1559 })
  const after = observation('a', {
    ...{ value: 1599, indicator: 'workers', period: '2020', status: 'target' },
    ...{ area: { code: '20', name: 'Lạng Sơn', level: 'province' }, qualifier: 'nữ' },
  })
  const told = attributeChanges(before, after, 'vi', CODES).map(
    change => `${change.name}: ${change.before} → ${change.after}`,
  )
  expect(told).toEqual([
    'Giá trị: 1.559 người → 1.599 người',
    'Chỉ tiêu: Số thành viên → Số lao động',
    'Kỳ: 2019 → 2020',
    'Trạng thái: Thực hiện → Kế hoạch',
    'Địa bàn: không ghi → Lạng Sơn (cấp tỉnh)',
    'Phạm vi: không ghi → nữ',
  ])
})

test('a unit, and what a figure is per, are told with the figure', () => {
  const before = observation('a', { value: 850, unit: 'organisation' })
  const after = observation('a', { value: 850_000_000, unit: 'VND', per: ['organisation'], comparator: 'about' })
  expect(attributeChanges(before, after, 'vi', null)).toEqual([
    { name: 'Giá trị', before: '850 tổ chức', after: 'khoảng 850 triệu đồng/HTX' },
  ])
})

test('of what says the same, nothing is told', () => {
  expect(attributeChanges(observation('a'), observation('b', { confidence: 1, support: 3 }), 'vi', CODES)).toEqual([])
})
