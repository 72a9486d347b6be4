import { expect, test } from 'vitest'
import { describe, problem } from '../../src/problem.ts'
import { fill } from '../../src/problems/fill.ts'

test('a sentence ends once, also where what is filled in ends one', () => {
  const cause = (detail: string) => describe(problem('damaged-file', { detail })).cause.en
  expect(cause('Invalid PDF structure.')).toBe('The file is cut off or damaged: Invalid PDF structure.')
  expect(cause('no trailer')).toBe('The file is cut off or damaged: no trailer.')
  expect(cause('Loading…')).toBe('The file is cut off or damaged: Loading…')
})

test('within a sentence what is filled in stays as it is, and what nothing is known of, too', () => {
  expect(fill('{a} of {b}: {c}.', { a: 'x.', b: 0 })).toBe('x. of 0: {c}.')
})
