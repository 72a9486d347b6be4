import type { Element, Pattern, Test } from './pattern.ts'
import { hasTag, overlaps, type TagBits } from './tags.ts'

/** What a pattern sees of a term: its folded key and its tags. */
export interface Matchable {
  readonly key: string
  readonly tags: TagBits
}

export interface Match {
  /** First term, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Terms skipped by wildcards: the fewer, the surer. */
  readonly skipped: number
  /** Index of the first term of each named group. */
  readonly groups: Readonly<Record<string, number>>
}

/** Steps after which a match gives up; with WILDCARD_LIMIT it bounds the time of every pattern. */
export const STEP_LIMIT = 4_000
export const FAIL = -2

export type Step = 1 | -1

/** One attempt to match, over the terms in [low, high). `trace.ts` listens to the same attempt. */
export class Attempt {
  steps = 0
  skipped = 0
  readonly groups: Record<string, number> = {}
  readonly terms: readonly Matchable[]
  readonly low: number
  readonly high: number

  constructor(terms: readonly Matchable[], low: number, high: number) {
    this.terms = terms
    this.low = low
    this.high = high
  }

  /** Matches elements from k on, starting at term `at`, going in direction `step`; gives the term after the last, or FAIL. */
  follow(elements: readonly Element[], k: number, at: number, step: Step): number {
    const e = elements[k]
    if (e === undefined) return at
    if (++this.steps > STEP_LIMIT) return FAIL
    return e.test.kind === 'any' ? this.#lazy(e, elements, k, at, step) : this.#greedy(e, elements, k, at, step, 0)
  }

  /** Wildcards take as little as they can. */
  #lazy(e: Element, elements: readonly Element[], k: number, at: number, step: Step): number {
    for (let n = 0; n <= e.max; n++) {
      const i = at + n * step
      if (n >= e.min) {
        const end = this.follow(elements, k + 1, i, step)
        if (end !== FAIL) {
          this.skipped += n
          return end
        }
      }
      if (i < this.low || i >= this.high) return FAIL
    }
    return FAIL
  }

  /** Everything else takes as much as it can. */
  #greedy(e: Element, elements: readonly Element[], k: number, at: number, step: Step, taken: number): number {
    if (taken < e.max) {
      const length = this.#consume(e, at, step)
      if (length > 0) {
        const end = this.#greedy(e, elements, k, at + length * step, step, taken + 1)
        if (end !== FAIL) {
          if (e.group !== null) this.groups[e.group] = at
          return end
        }
      }
    }
    return taken >= e.min ? this.follow(elements, k + 1, at, step) : FAIL
  }

  /** How many terms one repetition of the element takes at `at`: 0 where it does not match. */
  #consume(e: Element, at: number, step: Step): number {
    const term = at >= this.low && at < this.high ? this.terms[at] : undefined
    if (term === undefined) return 0
    const length = this.#length(e.test, at, step)
    return e.negative ? (length > 0 ? 0 : 1) : length
  }

  #length(test: Test, at: number, step: Step): number {
    const term = this.terms[at]
    if (term === undefined) return 0
    if (test.kind === 'phrase') return this.#phrase(test.key, at, step)
    if (test.kind === 'or' && test.oneOf === null) return this.#alternative(test.choices, at, step)
    return holds(test, term) ? 1 : 0
  }

  #alternative(choices: readonly (readonly Element[])[], at: number, step: Step): number {
    for (const choice of choices) {
      const length = this.#sequence(choice, at, step)
      if (length > 0) return length
    }
    return 0
  }

  /** How many terms the elements of a choice take, one after the other: 0 where one does not match. */
  #sequence(choice: readonly Element[], at: number, step: Step): number {
    let i = at
    for (let n = 0; n < choice.length; n++) {
      const e = choice[step === 1 ? n : choice.length - 1 - n]
      const length = e ? this.#consume(e, i, step) : 0
      if (length === 0) return 0
      i += length * step
    }
    return Math.abs(i - at)
  }

  /** Terms that together read as the phrase, going on in direction `step`. */
  #phrase(key: string, at: number, step: Step): number {
    let rest = key
    for (let i = at; i >= this.low && i < this.high; i += step) {
      const part = this.terms[i]?.key ?? ''
      if (part === rest) return Math.abs(i - at) + 1
      if (part === '') return 0
      if (step === 1 && rest.startsWith(`${part} `)) rest = rest.slice(part.length + 1)
      else if (step === -1 && rest.endsWith(` ${part}`)) rest = rest.slice(0, -part.length - 1)
      else return 0
    }
    return 0
  }
}

/** Whether a test holds of one term by itself. */
export const holds = (t: Test, term: Matchable): boolean => {
  switch (t.kind) {
    case 'any':
      return true
    case 'tag':
      return hasTag(term.tags, t.tag)
    case 'phrase':
      return term.key === t.key
    case 'regex':
      return t.regex.test(term.key)
    case 'and':
      return t.tests.every(e => e.negative !== holds(e.test, term))
    case 'or':
      return t.oneOf
        ? overlaps(term.tags, t.oneOf.tags) || (t.oneOf.keys.size > 0 && t.oneOf.keys.has(term.key))
        : t.choices.some(c => c.length === 1 && c.every(e => e.negative !== holds(e.test, term)))
  }
}

/** Matches a pattern whose target stands at term `at`, outward to both sides within [low, high); null where it does not match. */
export const matchAt = (
  p: Pattern,
  terms: readonly Matchable[],
  at: number,
  low: number,
  high: number,
): Match | null => {
  const term = terms[at]
  if (p.target === null || term === undefined || p.target.negative === holds(p.target.test, term)) return null
  const attempt = new Attempt(terms, low, high)
  const to = attempt.follow(p.after, 0, at + 1, 1)
  if (to === FAIL || (p.anchoredEnd && to !== high)) return null
  const before = attempt.follow(p.before, 0, at - 1, -1)
  if (before === FAIL || (p.anchoredStart && before + 1 !== low)) return null
  return { from: before + 1, to, skipped: attempt.skipped, groups: attempt.groups }
}

/** Match of a pattern that starts at term `at`. */
export const matchFrom = (
  p: Pattern,
  terms: readonly Matchable[],
  at: number,
  low: number,
  high: number,
): Match | null => {
  if (p.anchoredStart && at !== low) return null
  const attempt = new Attempt(terms, low, high)
  const to = attempt.follow(p.elements, 0, at, 1)
  if (to === FAIL || (p.anchoredEnd && to !== high)) return null
  return { from: at, to, skipped: attempt.skipped, groups: attempt.groups }
}

/** First match of a pattern in [low, high), from the left. */
export const find = (p: Pattern, terms: readonly Matchable[], low: number, high: number): Match | null => {
  for (let at = low; at < high; at++) {
    const m = matchFrom(p, terms, at, low, high)
    if (m) return m
  }
  return null
}
