import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTerm } from '../../src/lex/term.ts'
import { firstFrom, lastBefore } from '../../src/observe/landmarks.ts'
import { hasTag } from '../../src/rules/tags.ts'
import { RULES } from '../support/phrase.ts'

const NAMES = ['Semicolon', 'Open', 'Close']
const OTHERS = ['Colon']

const block = fc.array(fc.constantFrom('Semicolon', 'Open', 'Close', 'Colon', 'Plain'), { maxLength: 30 })
const termsOf = (tags: readonly string[]) => tags.map((tag, i) => makeTerm('', RULES.tags.bits([tag]), i, i + 1))

describe('landmarks', () => {
  it('are the nearest terms with one of the tags, as a walk through the block finds them', () => {
    fc.assert(
      fc.property(block, fc.nat(32), (tags, at) => {
        const terms = termsOf(tags)
        for (const names of [NAMES, OTHERS, NAMES]) {
          const has = names.map(name => RULES.tags.id(name))
          const walked = terms.map(term => has.some(id => hasTag(term.tags, id)))
          const behind = walked.indexOf(true, at)
          expect(lastBefore({ terms, rules: RULES }, names, at)).toBe(at === 0 ? -1 : walked.lastIndexOf(true, at - 1))
          expect(firstFrom({ terms, rules: RULES }, names, at)).toBe(behind < 0 ? terms.length : behind)
        }
      }),
    )
  })
})
