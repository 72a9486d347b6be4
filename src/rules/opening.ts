import type { Matchable } from './match.ts'
import type { Element, Test } from './pattern.ts'
import { absorb, addTag, emptyTags, overlaps, type TagBits } from './tags.ts'

/**
 * What the first term of a run of elements must have: one of these tags, or one of these keys. Null where it may be any term,
 * or none. Necessary, not sufficient: it spares most attempts to match.
 */
export type Opening = { readonly tags: TagBits; readonly keys: ReadonlySet<string> } | null

/** Whether a run of elements with this opening can begin at a term; `undefined` where the words end. */
export const mayOpen = (opening: Opening, term: Matchable | undefined): boolean =>
  opening === null ||
  (term !== undefined && (overlaps(term.tags, opening.tags) || (opening.keys.size > 0 && opening.keys.has(term.key))))

/** The opening of elements that are read in direction `step`, nearest first. */
export const openingOf = (elements: readonly Element[], step: 1 | -1): Opening => {
  const tags = emptyTags()
  const keys = new Set<string>()
  for (const element of elements) {
    if (!collect(element, step, tags, keys)) return null
    if (element.min > 0) return { tags, keys }
  }
  return null
}

/** The openings of several runs in one. */
export const anyOpening = (openings: readonly Opening[]): Opening => {
  const tags = emptyTags()
  const keys = new Set<string>()
  for (const opening of openings) {
    if (opening === null) return null
    absorb(tags, opening.tags)
    for (const key of opening.keys) keys.add(key)
  }
  return { tags, keys }
}

/** Adds what an element may begin with; false where that is anything. */
const collect = (element: Element, step: 1 | -1, tags: TagBits, keys: Set<string>): boolean =>
  !element.negative && collectTest(element.test, step, tags, keys)

const collectTest = (test: Test, step: 1 | -1, tags: TagBits, keys: Set<string>): boolean => {
  switch (test.kind) {
    case 'any':
    case 'regex':
      return false
    case 'tag':
      addTag(tags, test.tag)
      return true
    case 'phrase':
      for (const key of beginnings(test.key, step)) keys.add(key)
      return true
    case 'and':
      // one of the tests is enough to tell
      return test.tests.some(e => e.test.kind === 'tag' && collect(e, step, tags, keys))
    case 'or':
      return test.choices.every(choice => {
        const first = step === 1 ? choice[0] : choice.at(-1)
        return first !== undefined && collect(first, step, tags, keys)
      })
  }
}

/** The keys of terms that a phrase may begin with, whatever the lexicon joined: `a`, `a b` and `a b c` of `a b c`. */
const beginnings = (phrase: string, step: 1 | -1): string[] => {
  const words = phrase.split(' ')
  return words.map((_, n) => (step === 1 ? words.slice(0, n + 1) : words.slice(n)).join(' '))
}
