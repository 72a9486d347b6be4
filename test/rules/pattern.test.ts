import nlp from 'compromise/one'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { find, type Matchable, matchAt } from '../../src/rules/match.ts'
import { compile, PatternError, WILDCARD_LIMIT } from '../../src/rules/pattern.ts'
import { TagTable } from '../../src/rules/tags.ts'
import { processorTime } from '../support/processor-time.ts'

const tags = new TagTable()
for (const name of ['Quantity', 'Member', 'Year', 'Break']) tags.id(name)

/** A term as `word#Tag#Tag`; terms with a blank between. */
const parts = (line: string) =>
  line.split(' ').map(term => {
    const [word = '', ...named] = term.split('#')
    return { word, named }
  })

const ours = (line: string): Matchable[] => parts(line).map(p => ({ key: p.word, tags: tags.bits(p.named) }))

interface CompromiseTerm {
  readonly text: string
  readonly normal: string
  readonly pre: string
  readonly post: string
  readonly tags: Set<string>
  readonly at: number
}
interface CompromiseView {
  readonly docs: readonly (readonly CompromiseTerm[])[]
  match(pattern: string): CompromiseView
}
const View = nlp('').constructor as unknown as new (docs: CompromiseTerm[][]) => CompromiseView

/** The first match of compromise's own `match` over terms that it did not make: [first term, one after the last]. */
const theirs = (pattern: string, line: string): [number, number] | null => {
  const terms = parts(line).map((p, at) => ({
    text: p.word,
    normal: p.word,
    pre: '',
    post: ' ',
    tags: new Set(p.named),
    at,
  }))
  const match = new View([terms]).match(pattern).docs[0]
  const [first, last] = [match?.[0], match?.at(-1)]
  return first && last ? [first.at, last.at + 1] : null
}

const firstOf = (pattern: string, line: string): [number, number] | null => {
  const terms = ours(line)
  const m = find(compile(pattern, tags), terms, 0, terms.length)
  return m ? [m.from, m.to] : null
}

/** Every element of the syntax that rules may use. */
const PATTERNS = [
  '#Quantity',
  'htx',
  'hop tac',
  '[#Quantity] #Member',
  '#Quantity? #Member',
  '#Quantity{2} #Member',
  '#Quantity{0,2} #Member',
  '#Quantity{1,3} #Break',
  '#Quantity+ #Break',
  '#Quantity* #Break',
  '#Member . #Quantity',
  '#Member .{0,2} #Quantity',
  '#Member * #Quantity',
  '!#Quantity #Member',
  '#Member !#Break #Quantity',
  '(#Quantity|#Member) #Break',
  '(hop tac|htx) #Quantity',
  '(htx|hop|tac)? #Quantity',
  '(htx|hop){1,2} #Quantity',
  '!(#Quantity|#Break) #Member',
  '(#Quantity && #Year) #Break',
  '(#Quantity && !#Year) #Break',
  '/^h/ #Quantity',
  '[/^t/] #Member',
  '^#Quantity #Member',
  '#Quantity #Member$',
  '^#Quantity #Member$',
]

const LINES = [
  'htx 12#Quantity nguoi#Member ,#Break',
  '12#Quantity 13#Quantity nguoi#Member',
  'hop tac 2019#Quantity#Year ,#Break 12#Quantity ,#Break',
  'nguoi#Member la 12#Quantity',
  'nguoi#Member ,#Break 12#Quantity',
  'nguoi#Member u v 12#Quantity 13#Quantity ,#Break',
  '12#Quantity nguoi#Member',
  'tac nguoi#Member htx hop 5#Quantity',
]

describe('the matcher runs the syntax of compromise as compromise does', () => {
  test.each(PATTERNS)('%s', pattern => {
    expect(LINES.map(line => firstOf(pattern, line))).toEqual(LINES.map(line => theirs(pattern, line)))
  })

  test('on any line of terms', () => {
    const term = fc.constantFrom('htx', 'hop', 'tac', 'x', ',#Break', '1#Quantity', '2#Quantity#Year', 'n#Member')
    const line = fc.array(term, { minLength: 1, maxLength: 7 }).map(terms => terms.join(' '))
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), line, (pattern, terms) => {
        expect(firstOf(pattern, terms)).toEqual(theirs(pattern, terms))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('where the matcher differs from compromise (docs/rules.md)', () => {
  test('a single optional wildcard takes as little as it can, as all others do', () => {
    expect(firstOf('#Member .? #Quantity', 'n#Member 1#Quantity 2#Quantity')).toEqual([0, 2])
    expect(theirs('#Member .? #Quantity', 'n#Member 1#Quantity 2#Quantity')).toEqual([0, 3])
  })

  test('a wildcard without end is bounded', () => {
    const line = (skipped: number) => `n#Member ${'x '.repeat(skipped)}1#Quantity`
    expect(firstOf('#Member * #Quantity', line(WILDCARD_LIMIT))).toEqual([0, WILDCARD_LIMIT + 2])
    expect(firstOf('#Member * #Quantity', line(WILDCARD_LIMIT + 1))).toBeNull()
    expect(theirs('#Member * #Quantity', line(WILDCARD_LIMIT + 1))).toEqual([0, WILDCARD_LIMIT + 3])
  })

  test('the end may stand alone', () => {
    expect(firstOf('#Quantity $', 'x 1#Quantity')).toEqual([1, 2])
    expect(firstOf('#Quantity $', '1#Quantity x')).toBeNull()
    expect(theirs('#Quantity $', 'x 1#Quantity')).toBeNull()
  })

  test('words side by side match a term of several words', () => {
    const terms: Matchable[] = [
      { key: 'hop tac xa', tags: tags.none },
      { key: '5', tags: tags.bits(['Quantity']) },
    ]
    expect(find(compile('hợp tác xã #Quantity', tags), terms, 0, 2)).toMatchObject({ from: 0, to: 2 })
  })
})

describe('a pattern with a target', () => {
  const at = (pattern: string, line: string, target: number, low = 0, high = parts(line).length) => {
    const m = matchAt(compile(pattern, tags), ours(line), target, low, high)
    return m ? [m.from, m.to] : null
  }

  test('matches outward from the number in question, not from the first one', () => {
    const line = '1#Quantity htx 2#Quantity htx n#Member'
    expect(at('[#Quantity] htx #Member', line, 2)).toEqual([2, 5])
    expect(at('[#Quantity] htx #Member', line, 0)).toBeNull()
    expect(at('htx [#Quantity] htx', line, 2)).toEqual([1, 4])
  })

  test('looks no further than it may', () => {
    expect(at('#Member .{0,4} [#Quantity]', 'n#Member x x 1#Quantity', 3)).toEqual([0, 4])
    expect(at('#Member .{0,4} [#Quantity]', 'n#Member x x 1#Quantity', 3, 1)).toBeNull()
  })

  test('counts the terms that wildcards skipped', () => {
    const m = matchAt(compile('#Member .{0,4} [#Quantity]', tags), ours('n#Member x x 1#Quantity'), 3, 0, 4)
    expect(m?.skipped).toBe(2)
  })

  test('runs in bounded time however its wildcards are nested', () => {
    const line = `${'x '.repeat(2000)}1#Quantity`
    const from = processorTime()
    expect(at('#Member * htx * hop * tac * [#Quantity]', line, 2000)).toBeNull()
    expect(processorTime() - from).toBeLessThan(100)
  })
})

test('words are compared without their marks, as terms are', () => {
  expect(firstOf('Hợp tác', 'hop tac')).toEqual([0, 2])
})

test.each([
  ['#Unheard', 'unknown tag #Unheard'],
  ['[#Quantity #Member]', 'more than one [target]'],
  ['(hop tac|htx){1,2}', 'cannot be parsed'],
  ['@hasComma', 'is not supported'],
  ['', 'is empty'],
])('the pattern "%s" is refused: %s', (pattern, message) => {
  expect(() => compile(pattern, tags)).toThrow(PatternError)
  expect(() => compile(pattern, tags)).toThrow(message)
})
