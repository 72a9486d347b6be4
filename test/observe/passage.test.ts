import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTerm } from '../../src/lex/term.ts'
import type { LexerTag } from '../../src/lex/vocabulary.ts'
import { LONGEST_PASSAGE, passagesOf } from '../../src/observe/passage.ts'
import { hasTag } from '../../src/rules/tags.ts'
import { RULES } from '../support/phrase.ts'

const v = RULES.vocabulary

/** A block of plain terms with a sign after every so many of them. */
const blockOf = (length: number, signs: Partial<Record<LexerTag, number>>) =>
  Array.from({ length }, (_, i) => {
    const sign = Object.entries(signs).find(([, every]) => i % every === every - 1)?.[0] as LexerTag | undefined
    return makeTerm('', v.bits[sign ?? 'Plain'], i, i + 1)
  })

const lastTags = (terms: ReturnType<typeof blockOf>, tag: LexerTag) =>
  passagesOf(terms, v)
    .slice(0, -1)
    .map(passage => hasTag(passage.at(-1)?.tags ?? v.none, v.id[tag]))

describe('the passages of a block', () => {
  it('are the block itself, where an author may have written it', () => {
    const terms = blockOf(LONGEST_PASSAGE, {})
    expect(passagesOf(terms, v)).toEqual([terms])
    expect(passagesOf([], v)).toEqual([[]])
  })

  it('hold every term once, in order, and are of bounded length', () => {
    const every = fc.integer({ min: 1, max: 2 * LONGEST_PASSAGE })
    fc.assert(
      fc.property(fc.nat(4 * LONGEST_PASSAGE), every, every, (length, stop, semicolon) => {
        const terms = blockOf(length, { Stop: stop, Semicolon: semicolon })
        const passages = passagesOf(terms, v)
        expect(passages.flat()).toEqual(terms)
        for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(LONGEST_PASSAGE)
        for (const passage of passages.slice(0, -1)) expect(passage.length).toBeGreaterThanOrEqual(LONGEST_PASSAGE / 2)
      }),
      { numRuns: 60 },
    )
  })

  it('end behind a sentence, else behind a semicolon, else behind any break', () => {
    const length = 5 * LONGEST_PASSAGE
    expect(lastTags(blockOf(length, { Stop: 97, Semicolon: 7, Break: 5 }), 'Stop')).not.toContain(false)
    expect(lastTags(blockOf(length, { Semicolon: 97, Break: 5 }), 'Semicolon')).not.toContain(false)
    expect(lastTags(blockOf(length, { Break: 97 }), 'Break')).not.toContain(false)
  })
})
