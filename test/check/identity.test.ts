import { expect, test } from 'vitest'
import { figure, type Identity, number, operation, outcomeOf, total } from '../../src/check/identity.ts'
import { identityWritten, textOf } from '../../src/check/write.ts'
import { count, makeFigure } from './make-figure.ts'

const PERCENT = { measure: 'plan_completion', unit: 'percent' } as const
const completion = (done: number, planned: number, text: string, value: number): Identity => ({
  rule: 'completion-of-plan',
  left: makeFigure(text, value, PERCENT),
  relation: '=',
  right: operation('/', figure(count(done)), figure(count(planned))),
  tolerance: 0,
})

test.each([
  [107, 80, '134', 134, 'holds'],
  [167, 172, '97,1', 97.1, 'holds'],
  [126, 167, '75,4', 75.4, 'holds'],
  [133, 142, '93,6', 93.6, 'truncated'],
  [38, 40, '94', 94, 'fails'],
  [22, 30, '74', 74, 'fails'],
  [1559, 1520, '105,2', 105.2, 'fails'],
] as const)('%d of %d printed as %s %% %s', (done, planned, text, value, outcome) => {
  expect(outcomeOf(completion(done, planned, text, value))).toBe(outcome)
})

test('a sum is written with the figures of the document, in Vietnamese notation', () => {
  const left = count(176)
  const right = total([133, 13, 12, 10, 4, 3].map(n => figure(count(n))))
  expect(textOf(identityWritten({ rule: 'r', left, relation: '=', right, tolerance: 0 }))).toBe(
    '133 + 13 + 12 + 10 + 4 + 3 = 175 ≠ 176',
  )
})

test('a percentage that fails says of which plan it would be right', () => {
  expect(textOf(identityWritten(completion(1559, 1520, '105,2', 105.2)))).toBe(
    '1.559 / 1.520 = 102,6 % ≠ 105,2 % (105,2 % ứng với 1.482)',
  )
})

test('money is written with its magnitude', () => {
  const left = makeFigure('1.364', 1_364_000_000, { indicator: 'revenue', unit: 'VND' })
  const average = makeFigure('1.620', 1_620_000_000, {
    indicator: 'revenue_per_organisation',
    unit: 'VND',
    per: ['organisation'],
  })
  const right = operation('*', figure(average), figure(count(842)))
  expect(textOf(identityWritten({ rule: 'r', left, relation: '=', right, tolerance: 0.01 }))).toBe(
    '1.620 triệu × 842 = 1.364.040 triệu ≠ 1.364 triệu',
  )
})

test('what divides by nothing says nothing', () => {
  const identity = completion(5, 0, '100', 100)
  expect(outcomeOf(identity)).toBe('void')
  expect(outcomeOf({ ...identity, right: operation('/', figure(count(5)), number(0)) })).toBe('void')
})
