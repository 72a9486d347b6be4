import type { Term } from '../lex/term.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'

/** What a block's landmarks are looked for in. */
interface Place {
  readonly terms: readonly Term[]
  readonly rules: RuleSet
}

/** Of each block, for each list of tag names that was asked for, the terms that have one of them. */
const known = new WeakMap<readonly Term[], Map<readonly string[], readonly number[]>>()

/** `names` is a constant list: the list itself, not what it holds, tells one question from another. */
const placesOf = ({ terms, rules }: Place, names: readonly string[]): readonly number[] => {
  const lists = known.get(terms) ?? new Map<readonly string[], readonly number[]>()
  known.set(terms, lists)
  const before = lists.get(names)
  if (before) return before
  const ids = names.map(name => rules.tags.id(name))
  const places: number[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]
    if (term && ids.some(id => hasTag(term.tags, id))) places.push(i)
  }
  lists.set(names, places)
  return places
}

/** How many of the sorted places lie before `at`. */
export const countBefore = (places: readonly number[], at: number): number => {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The last term before `at` that has one of the tags; -1 without any. The block is looked through once for each list of tags,
 * so that thousands of figures of one sentence do not each walk back through it.
 */
export const lastBefore = (place: Place, names: readonly string[], at: number): number => {
  const places = placesOf(place, names)
  return places[countBefore(places, at) - 1] ?? -1
}

/** The first term from `from` on that has one of the tags; the number of terms without any. */
export const firstFrom = (place: Place, names: readonly string[], from: number): number => {
  const places = placesOf(place, names)
  return places[countBefore(places, from)] ?? place.terms.length
}
