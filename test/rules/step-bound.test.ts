import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Attempt, STEP_LIMIT } from '../../src/rules/match.ts'
import { compile } from '../../src/rules/pattern.ts'
import { stepBound } from '../../src/rules/step-bound.ts'
import { TagTable } from '../../src/rules/tags.ts'
import { traceAt } from '../../src/rules/trace.ts'

const tags = new TagTable()
tags.id('Quantity')
tags.id('Member')
const terms = Array.from({ length: 60 }, (_, i) => ({
  key: 'x',
  tags: i === 30 ? tags.bits(['Quantity']) : tags.bits(['Member']),
}))

test('no attempt takes more steps than the bound of its pattern', () => {
  const atom = fc.constantFrom(
    'x',
    'y',
    '.',
    '.{0,3}',
    '.{1,9}',
    '*',
    '#Member',
    '#Member{0,4}',
    '#Member+',
    'x?',
    '(x|y){1,3}',
  )
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 4 }), atoms => {
      const pattern = compile(`${atoms.join(' ')} y`, tags)
      const attempt = new Attempt(terms, 0, terms.length)
      attempt.follow(pattern.elements, 0, 0, 1)
      expect(attempt.steps).toBeLessThanOrEqual(stepBound(pattern))
    }),
    { numRuns: 1000 },
  )
})

test('a pattern within the limit never gives up, one beyond it may', () => {
  const pattern = (wildcards: number) => compile(`y ${'.{0,9} '.repeat(wildcards)}[#Quantity]`, tags)
  for (const n of [1, 2, 3, 4, 5]) {
    const { exhausted } = traceAt(pattern(n), terms, 30, 0, terms.length)
    expect([n, exhausted]).toEqual([n, stepBound(pattern(n)) > STEP_LIMIT])
  }
})
