import { expect, test } from 'vitest'
import { statementOf } from '../../../src/review/statement-of.ts'
import { draftOf } from '../../../src/web/review/statement-draft.ts'
import { isTyped, NOTHING_TYPED, typeMore } from '../../../src/web/review/typed-statement.ts'
import { observation } from './observation.ts'

const first = draftOf(statementOf(observation('a')), { indicators: [], areas: [], provinces: [] })

test('a field that was changed counts as typed until it is as it was', () => {
  expect(isTyped(NOTHING_TYPED)).toBe(false)
  const once = typeMore(NOTHING_TYPED, { value: '4', per: ['month'] }, first)
  expect(once.edits).toEqual({ value: '4', per: ['month'] })
  expect(isTyped(once)).toBe(true)
  const again = typeMore(once, { value: first.value, per: [...first.per] }, first)
  expect(isTyped(again)).toBe(false)
})

test('a reason alone is something typed', () => {
  expect(isTyped({ ...NOTHING_TYPED, why: 'trang 3' })).toBe(true)
})
