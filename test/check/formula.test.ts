import { expect, test } from 'vitest'
import { FormulaError, parseFormula } from '../../src/check/formula.ts'

test('a formula is a left side, a relation, and each way to read its right side', () => {
  const { left, relation, variants } = parseFormula('@[share] = (@ / @[total] | @ / parent)')
  expect(left).toMatchObject({ indicator: '@', measure: 'share' })
  expect(relation).toBe('=')
  expect(variants).toHaveLength(2)
})

test('a term that may be missing gives a reading without it, tried last', () => {
  const { variants } = parseFormula(
    'organisations = organisations[before] + organisations_new - organisations_converted?',
  )
  expect(variants).toHaveLength(2)
  expect(JSON.stringify(variants[0])).toContain('organisations_converted')
  expect(JSON.stringify(variants[1])).not.toContain('organisations_converted')
})

test('products bind closer than sums', () => {
  const { variants } = parseFormula('@ = a + b * 12')
  expect(variants[0]).toMatchObject({ operator: '+', right: { operator: '*' } })
})

test.each([
  ['organisations', 'found no = or <='],
  ['organisations = ', 'the formula ends'],
  ['organisations = members[last year]', 'found [last year], expected one of'],
  ['organisations = sum organisations', 'sum needs a bracket'],
  ['organisations = (members', 'a bracket is not closed'],
  ['organisations = members members', 'behind the end'],
  ['1 = organisations', 'the left side is one figure'],
  ['organisations = Ω', 'cannot read'],
])('%s is refused with what was found', (source, words) => {
  expect(() => parseFormula(source)).toThrow(FormulaError)
  expect(() => parseFormula(source)).toThrow(words)
})
