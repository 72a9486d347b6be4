import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Candidates, matchCandidate } from '../../src/rules/candidates.ts'
import { type Matchable, matchAt, matchFrom } from '../../src/rules/match.ts'
import { mayOpen } from '../../src/rules/opening.ts'
import { compile, type Element, type Pattern, type Test } from '../../src/rules/pattern.ts'
import { TagTable, tagsOf } from '../../src/rules/tags.ts'
import { RULES } from '../support/phrase.ts'

/** Everything that a pattern asks of terms: its tags and its words, alone and joined. */
const askedIn = (elements: readonly Element[]): Matchable[] => elements.flatMap(e => asked(e.test))
const asked = (test: Test): Matchable[] => {
  switch (test.kind) {
    case 'tag': {
      const name = RULES.tags.names(RULES.tags.none.map((_, i) => (i === test.tag >> 5 ? 1 << (test.tag & 31) : 0)))
      return [{ key: 'x', tags: RULES.tags.bits(name) }]
    }
    case 'phrase':
      return [test.key, ...test.key.split(' ')].map(key => ({ key, tags: RULES.tags.none }))
    case 'and':
      return [{ key: 'x', tags: tagsOf(askedIn(test.tests)) }, ...askedIn(test.tests)]
    case 'or':
      return test.choices.flatMap(askedIn)
    default:
      return []
  }
}

const NUMBER = { key: '7', tags: RULES.tags.bits(['Quantity', 'Number', 'Cardinal', 'MonthNumber', 'Year', 'Money']) }
const NOTHING = { key: 'x', tags: RULES.tags.none }

/** Terms as one pattern asks for them, in any order and among others: most patterns match some of them. */
const termsFor = (patterns: readonly Pattern[]) =>
  fc.constantFrom(...patterns).chain(pattern => {
    const own = askedIn(pattern.elements)
    return fc.array(fc.constantFrom(NUMBER, NUMBER, NOTHING, ...own, ...own), { minLength: 1, maxLength: 9 })
  })

const inOrder = (pattern: Pattern): Matchable[] =>
  pattern.elements.flatMap(e => (e === pattern.target ? [NUMBER] : askedIn([e]).slice(0, 1)))

/** What the shipped rules hold little of: phrases beside the number, and alternatives of several words. */
const OF_PHRASES = [
  'hop tac xa [#Quantity]',
  '[#Quantity] to hop tac',
  '(hop tac|to nhom nho) [#Quantity]',
  '[#Quantity] (htx|to #Member)',
  '(hop tac)? #Member{1,2} [#Quantity] (va to)? nhom',
  '!#Member [#Quantity] !(htx|nhom)',
  '/^ho/ [#Quantity] .{0,2} nhom',
  '^#Member [#Quantity] $',
].map(source => compile(source, RULES.tags))

const { numberPatterns } = RULES
const INDEXED = {
  phrases: { all: OF_PHRASES, index: new Candidates(OF_PHRASES, p => [p]) },
  'numbers set aside': { all: RULES.notStatistics.map(r => r.pattern), index: numberPatterns.notStatistics },
  measures: { all: RULES.measures.map(r => r.pattern), index: numberPatterns.measures },
  indicators: { all: RULES.indicatorRules.flatMap(r => r.patterns), index: numberPatterns.indicators },
}

const bySearch = (index: Candidates<unknown>, terms: readonly Matchable[], at: number) =>
  index.among(tagsOf(terms)).flatMap(c => {
    const match = matchCandidate(c, terms, at, 0, terms.length)
    return match ? [{ pattern: c.pattern.source, match }] : []
  })

const byTryingAll = (all: readonly Pattern[], terms: readonly Matchable[], at: number) =>
  all.flatMap(p => {
    const match = matchAt(p, terms, at, 0, terms.length)
    return match ? [{ pattern: p.source, match }] : []
  })

describe.each(Object.entries(INDEXED))('the search among the patterns of %s', (_, { all, index }) => {
  it('finds exactly what trying every pattern finds', () => {
    let found = 0
    fc.assert(
      fc.property(termsFor(all), terms => {
        for (const [at, term] of terms.entries()) {
          if (term !== NUMBER) continue
          const expected = byTryingAll(all, terms, at)
          found += expected.length
          expect(bySearch(index, terms, at)).toEqual(expected)
        }
      }),
      { numRuns: 1_500 },
    )
    expect(found).toBeGreaterThan(500)
  })

  it('finds each pattern where its own words stand in order', () => {
    for (const pattern of all) {
      const terms = inOrder(pattern)
      expect(bySearch(index, terms, terms.indexOf(NUMBER))).toEqual(byTryingAll(all, terms, terms.indexOf(NUMBER)))
    }
  })
})

describe('the opening of a period rule', () => {
  const patterns = RULES.periods.rules.map(r => r.pattern)

  it('lets every period through that matches', () => {
    let found = 0
    fc.assert(
      fc.property(termsFor(patterns), terms => {
        for (const { pattern, opening } of RULES.periods.rules) {
          for (let at = 0; at < terms.length; at++) {
            const match = matchFrom(pattern, terms, at, 0, terms.length)
            if (!match || match.to === at) continue
            found++
            expect([pattern.source, mayOpen(opening, terms[at]), mayOpen(RULES.periods.opening, terms[at])]).toEqual([
              pattern.source,
              true,
              true,
            ])
          }
        }
      }),
      { numRuns: 1_500 },
    )
    expect(found).toBeGreaterThan(500)
  })
})

describe('candidates', () => {
  const tags = new TagTable()
  for (const name of ['Quantity', 'Member', 'Revenue']) tags.id(name)
  const rules = ['#Member [#Quantity]', '[#Quantity]', '(#Member|#Revenue) [#Quantity]', '#Revenue .{0,3} [#Quantity]']
  const candidates = new Candidates(
    rules.map(source => compile(source, tags)),
    p => [p],
  )
  const among = (...names: string[]) => candidates.among(tags.bits(names)).map(c => c.pattern.source)

  it('are the patterns whose required tags are all there, in the order of their rules', () => {
    expect(among('Quantity', 'Member')).toEqual([rules[0], rules[1], rules[2]])
    expect(among('Quantity', 'Revenue')).toEqual([rules[1], rules[2], rules[3]])
    expect(among('Quantity')).toEqual([rules[1], rules[2]])
    expect(among('Member')).toEqual([])
  })
})
