import { expect, test } from 'vitest'
import { checkRules } from '../../src/authoring/check-rules.ts'
import { RULE_CHECKS, type RuleCheck } from '../../src/authoring/rule-fault.ts'

const checked = await checkRules()

const SENTENCES: Record<RuleCheck, string> = {
  form: 'every rule file has the form that its schema asks for, and every name is given once',
  pattern: 'every pattern can be compiled, and marks the number that it speaks of',
  time: 'no pattern may give up at the limit of steps',
  example: 'every example is read as its rule promises',
  'counter-example': 'no counter-example is read by its rule',
  dead: 'every rule reads one of its own examples',
  shadowed: 'no rule stands behind others that read all of its examples',
}

test.each(RULE_CHECKS.map(check => [SENTENCES[check], check] as const))('%s', (_, check) => {
  expect(checked.faults.filter(f => f.check === check)).toEqual([])
})

test('all rules were checked, with all of their examples', () => {
  expect(checked.complete).toBe(true)
  expect(checked.rules).toBeGreaterThan(150)
  expect(checked.examples).toBeGreaterThan(checked.rules)
})
