import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regexFault } from '../../src/rules/linear-regex.ts'
import { compile } from '../../src/rules/pattern.ts'
import { TagTable } from '../../src/rules/tags.ts'
import { processorTime } from '../support/processor-time.ts'

test.each([
  '^0?1$',
  '^(i|ii|iii|iv|1|2|3|4)$',
  '^h',
  'sao$',
  '^\\d+$',
  '^[a-z]+(ha|km)?$',
  '\\d{1,3}',
  '[(*+]',
  '\\+\\*',
])('%s is linear', source => {
  expect(regexFault(source)).toBeNull()
})

test.each([
  ['(a+)+$', 'it repeats a group (+)'],
  ['^(a|aa)*$', 'it repeats a group (*)'],
  ['^(?:ab){2}', 'it repeats a group ({2})'],
  ['^a*a*$', 'more than one part of it repeats without end'],
  ['a+b', 'it repeats without end and does not start with ^'],
  ['^a|b+c', 'it repeats without end and does not start with ^'],
  ['^(a)\\1$', 'it refers back to a group'],
  ['^(?=a)b', 'it looks around'],
  ['(?<!a)b', 'it looks around'],
  ['^a{1,500}$', 'it repeats more than 24 times ({1,500})'],
  [`^${'a?'.repeat(20)}$`, 'too many parts of it may be left out or repeated'],
])('%s is refused: %s', (source, fault) => {
  expect(regexFault(source)).toBe(fault)
})

test('what is not refused takes no longer than linear time on the texts that are worst for backtracking', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '\\w', '(a|b)', '(a|ab)', '(?:aa)')
  const count = fc.constantFrom('', '', '?', '*', '+', '{1,3}', '*?')
  const body = fc.array(fc.tuple(atom, count), { minLength: 1, maxLength: 6 })
  const expression = fc.tuple(fc.boolean(), body).map(([anchored, b]) => `${anchored ? '^' : ''}${b.flat().join('')}$`)
  const text = `${'a'.repeat(20_000)}!`
  fc.assert(
    fc.property(expression, source => {
      fc.pre(regexFault(source) === null)
      const regex = new RegExp(source)
      const from = processorTime()
      regex.test(text)
      expect(processorTime() - from).toBeLessThan(200)
    }),
    { numRuns: 400 },
  )
})

test('a pattern with an expression that may take long is refused', () => {
  expect(() => compile('/(a+)+$/', new TagTable())).toThrow('may take long: it repeats a group (+)')
})
