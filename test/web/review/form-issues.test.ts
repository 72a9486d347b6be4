import { expect, test } from 'vitest'
import { formIssues } from '../../../src/web/review/form-issues.ts'

const sorted = (...at: string[]) => formIssues(at.map((each, i) => ({ at: each, message: `m${i}` })))

test('an attribute’s issue stands at its field, that of the end of a range at the value', () => {
  expect(sorted('/decisions/0/changes/unit', '/decisions/0/changes/min')).toEqual({
    fields: { unit: 'm0', value: 'm1' },
    others: [],
  })
  expect(sorted('/decisions/0/statement/period').fields).toEqual({ period: 'm0' })
})

test('two issues of a field are both told', () => {
  expect(sorted('/decisions/0/changes/value', '/decisions/0/changes/max').fields).toEqual({ value: 'm0; m1' })
})

test('whatever has no field is told of the form as a whole', () => {
  const places = ['place', 'record', 'changes', 'flag', 'place/page', 'changes/none', 'statement/area/code']
  expect(sorted(...places.map(part => `/decisions/0/${part}`))).toEqual({
    fields: {},
    others: places.map((_, i) => `m${i}`),
  })
})
