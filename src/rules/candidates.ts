import { type Match, type Matchable, matchAt } from './match.ts'
import { mayOpen, type Opening, openingOf } from './opening.ts'
import type { Pattern } from './pattern.ts'
import { addTag, includes, type TagBits } from './tags.ts'

/** One pattern around a number, with the rule that it belongs to. */
export interface Candidate<R> {
  readonly rule: R
  readonly pattern: Pattern
  /** What must stand right behind the number, and right before it. */
  readonly behind: Opening
  readonly before: Opening
}

/** `matchAt`, given up at once where the neighbours of the number do not fit. */
export const matchCandidate = (
  { pattern, behind, before }: Candidate<unknown>,
  terms: readonly Matchable[],
  at: number,
  low: number,
  high: number,
): Match | null =>
  mayOpen(behind, at + 1 < high ? terms[at + 1] : undefined) && mayOpen(before, at > low ? terms[at - 1] : undefined)
    ? matchAt(pattern, terms, at, low, high)
    : null

/**
 * The patterns of many rules, indexed by tags: of hundreds, those are tried that the words at hand can match. Each pattern is
 * filed under one tag that it requires, the one that the fewest others require.
 */
export class Candidates<R> {
  readonly #all: readonly Candidate<R>[]
  /** Of each tag the patterns filed under it, as a bit set of places in `#all`. */
  readonly #filed: (Int32Array | undefined)[] = []
  readonly #unfiled: Int32Array

  constructor(rules: readonly R[], patternsOf: (rule: R) => readonly Pattern[]) {
    this.#all = rules.flatMap(rule =>
      patternsOf(rule).map(pattern => ({
        rule,
        pattern,
        behind: openingOf(pattern.after, 1),
        before: openingOf(pattern.before, -1),
      })),
    )
    const frequency = new Map<number, number>()
    for (const { pattern } of this.#all) eachIn(pattern.required, id => frequency.set(id, (frequency.get(id) ?? 0) + 1))
    this.#unfiled = this.#emptySet()
    for (const [place, { pattern }] of this.#all.entries()) {
      let rarest = -1
      eachIn(pattern.required, id => {
        if (rarest < 0 || (frequency.get(id) ?? 0) < (frequency.get(rarest) ?? 0)) rarest = id
      })
      if (rarest >= 0) this.#filed[rarest] ??= this.#emptySet()
      addTag(this.#filed[rarest] ?? this.#unfiled, place)
    }
  }

  /** The patterns whose required tags are all among those present, in the order of their rules. */
  among(present: TagBits): Candidate<R>[] {
    const places = this.#unfiled.slice()
    eachIn(present, id => {
      const set = this.#filed[id]
      if (set) for (let i = 0; i < places.length; i++) places[i] = (places[i] ?? 0) | (set[i] ?? 0)
    })
    const found: Candidate<R>[] = []
    eachIn(places, place => {
      const candidate = this.#all[place]
      if (candidate && includes(present, candidate.pattern.required)) found.push(candidate)
    })
    return found
  }

  #emptySet(): Int32Array {
    return new Int32Array((this.#all.length >> 5) + 1)
  }
}

/** Visits the members of a bit set, in order. */
const eachIn = (bits: Int32Array, visit: (id: number) => void): void => {
  for (let word = 0; word < bits.length; word++)
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) visit(word * 32 + 31 - Math.clz32(rest & -rest))
}
