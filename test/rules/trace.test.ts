import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementText } from '../../src/rules/element-text.ts'
import { type Matchable, matchAt } from '../../src/rules/match.ts'
import { compile } from '../../src/rules/pattern.ts'
import { TagTable } from '../../src/rules/tags.ts'
import { traceAt } from '../../src/rules/trace.ts'
import { RULES, termsOf } from '../support/phrase.ts'

const tags = new TagTable()
for (const name of ['Quantity', 'Member', 'Year', 'Break']) tags.id(name)

/** Terms as `word#Tag#Tag`, with a blank between. */
const termsIn = (line: string): Matchable[] =>
  line.split(' ').map(term => {
    const [key = '', ...named] = term.split('#')
    return { key, tags: tags.bits(named) }
  })

const trace = (pattern: string, line: string) => {
  const terms = termsIn(line)
  const at = terms.findIndex(t => tags.names(t.tags).includes('Quantity'))
  const { match, matched, of, stop, exhausted } = traceAt(compile(pattern, tags), terms, at, 0, terms.length)
  return {
    matched: `${matched}/${of}`,
    match: match && [match.from, match.to],
    stop: stop && [stop.side, stop.element && elementText(stop.element, tags), stop.from, stop.to],
    ...(exhausted ? { exhausted } : {}),
  }
}

const ATOMS = [
  'htx',
  '#Member',
  '!#Break',
  '.',
  '.{0,3}',
  '*',
  '(#Member|#Break)',
  'hop tac',
  '(hop tac|htx)?',
  '/^t/',
  '#Year+',
]

test('a trace says that a pattern matches exactly where the matcher does, with the same terms', () => {
  const side = fc.array(fc.constantFrom(...ATOMS), { maxLength: 4 })
  const pattern = fc
    .tuple(
      fc.constantFrom('', '^'),
      side,
      fc.constantFrom('[#Quantity]', '[(#Quantity && !#Year)]'),
      side,
      fc.constantFrom('', '$'),
    )
    .map(([start, before, target, after, end]) => `${start}${[...before, target, ...after].join(' ')} ${end}`.trim())
  const term = fc.constantFrom('htx', 'hop', 'tac', 'x', ',#Break', '1#Quantity', '2#Quantity#Year', 'n#Member')
  fc.assert(
    fc.property(pattern, fc.array(term, { minLength: 1, maxLength: 9 }), fc.nat(8), (source, line, at) => {
      const compiled = compile(source, tags)
      const terms = termsIn(line.join(' '))
      const got = traceAt(compiled, terms, at, 0, terms.length)
      expect(got.match).toEqual(matchAt(compiled, terms, at, 0, terms.length))
      expect(got.stop === null).toBe(got.match !== null)
      expect(got.matched <= got.of && (got.match === null || got.matched === got.of)).toBe(true)
    }),
    { numRuns: 4000 },
  )
})

test('of every shipped rule, at every number of its examples, a trace agrees with the matcher', () => {
  const patterns = RULES.indicatorRules.flatMap(r => r.patterns)
  for (const { rule } of RULES.indicatorRules.slice(0, 60)) {
    const terms = termsOf(rule.examples[0]?.replace(/[[\]]/g, '') ?? '')
    for (const [at, { quantity }] of terms.entries()) {
      if (!quantity) continue
      for (const p of patterns)
        expect(traceAt(p, terms, at, 0, terms.length).match).toEqual(matchAt(p, terms, at, 0, terms.length))
    }
  }
})

test('what stopped a pattern is named with what was expected there', () => {
  expect(trace('[#Quantity] htx #Member', '1#Quantity htx x')).toEqual({
    matched: '2/3',
    match: null,
    stop: ['after', '#Member', 2, 3],
  })
  expect(trace('#Member htx [#Quantity]', 'x htx 1#Quantity').stop).toEqual(['before', '#Member', 0, 1])
  expect(trace('[(#Quantity && #Year)]', '1#Quantity').stop).toEqual(['target', '[(#Quantity && #Year)]', 0, 1])
})

test('behind a wildcard, all terms that were tried are named', () => {
  expect(trace('#Member .{0,2} [#Quantity]', 'n#Member x x x 1#Quantity').stop).toEqual(['before', '#Member', 1, 4])
})

test('where the words come to their end, the place is empty', () => {
  expect(trace('[#Quantity] htx', 'x 1#Quantity').stop).toEqual(['after', 'htx', 2, 2])
  expect(trace('htx [#Quantity]', '1#Quantity x').stop).toEqual(['before', 'htx', 0, 0])
})

test('an end that does not hold is a stop without an element', () => {
  expect(trace('[#Quantity] htx$', '1#Quantity htx x')).toMatchObject({ matched: '2/2', stop: ['after', null, 2, 3] })
  expect(trace('^htx [#Quantity]', 'x htx 1#Quantity')).toMatchObject({ matched: '2/2', stop: ['before', null, 0, 1] })
})

test('both sides are told, though the first did not match', () => {
  expect(trace('#Member htx [#Quantity] #Break', 'n#Member htx 1#Quantity x').matched).toBe('3/4')
})

test('a pattern that gives up at the limit of steps says so', () => {
  const line = `${'x '.repeat(120)}1#Quantity`
  expect(trace('#Member * x * x * x * [#Quantity]', line)).toMatchObject({ match: null, exhausted: true })
})
