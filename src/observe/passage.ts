import type { Term } from '../lex/term.ts'
import type { LexerTag, Vocabulary } from '../lex/vocabulary.ts'
import { hasTag } from '../rules/tags.ts'

/**
 * The most terms that are read as one passage. Figures look around in their passage as far as they like, so that its length
 * bounds their time; the longest paragraph of the documents in fixtures/ has a fifth of this.
 */
export const LONGEST_PASSAGE = 1_500

/** Where a passage ends rather than anywhere: behind a sentence, else behind a part of one. */
const ENDS: readonly LexerTag[] = ['Stop', 'Semicolon', 'Break']

/**
 * The terms of a block in passages that are read one after the other: one passage, unless the block is longer than any author
 * writes. Every term stands in exactly one passage, in order.
 */
export const passagesOf = (terms: readonly Term[], v: Vocabulary): readonly (readonly Term[])[] => {
  if (terms.length <= LONGEST_PASSAGE) return [terms]
  const passages: (readonly Term[])[] = []
  for (let from = 0; from < terms.length; ) {
    const to = endOf(terms, from, v)
    passages.push(terms.slice(from, to))
    from = to
  }
  return passages
}

/** One after the last term of the passage that begins at `from`: it is at least half as long as it may be. */
const endOf = (terms: readonly Term[], from: number, v: Vocabulary): number => {
  const limit = from + LONGEST_PASSAGE
  if (limit >= terms.length) return terms.length
  for (const end of ENDS) {
    for (let i = limit - 1; i >= from + LONGEST_PASSAGE / 2; i--) {
      const term = terms[i]
      if (term && hasTag(term.tags, v.id[end])) return i + 1
    }
  }
  return limit
}
