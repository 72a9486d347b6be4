import type { Comparator } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import type { Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A comparator and the term that says it; `at` is null where none does. */
export interface ComparatorHit {
  readonly value: Comparator
  readonly at: number | null
}

/** `đạt từ 4,5 - 7` opens the range, it does not bound it. */
export const ofRange = (c: ComparatorHit): ComparatorHit => (c.value === 'ge' ? { value: 'eq', at: null } : c)

/** How far behind a number `trở lên` may stand. */
const AFTER_REACH = 6

/** Words that may stand between a comparator and its number. */
const BETWEEN = new Set(['tu', 'la', 'den', 'toi', 'muc'])

/** What bounds the number at `at`: the words before it, or `trở lên` behind it (from term `after` on). */
export const comparatorAt = (terms: readonly Term[], at: number, after: number, v: Vocabulary): ComparatorHit => {
  for (let i = after; i < Math.min(terms.length, after + AFTER_REACH); i++) {
    const term = terms[i]
    if (!term || hasTag(term.tags, v.id.Break) || hasTag(term.tags, v.id.Number)) break
    if (hasTag(term.tags, v.id.ComparatorAfter)) return { value: term.entry?.comparator ?? 'ge', at: i }
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const term = terms[i]
    if (!term) break
    if (hasTag(term.tags, v.id.Comparator)) return { value: term.entry?.comparator ?? 'eq', at: i }
    if (!BETWEEN.has(term.key)) break
  }
  return { value: 'eq', at: null }
}
