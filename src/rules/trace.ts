import { Attempt, FAIL, holds, type Match, type Matchable, STEP_LIMIT, type Step } from './match.ts'
import type { Element, Pattern } from './pattern.ts'

/** Where a pattern stopped. */
export interface Stop {
  /** `target`: at the number itself; else on this side of it. */
  readonly side: 'target' | 'before' | 'after'
  /** What was expected; null where all elements matched and only `^` or `$` did not hold. */
  readonly element: Element | null
  /** Terms that were tried in its place, as [from, to) in reading order; empty where the words came to their end. */
  readonly from: number
  readonly to: number
}

/** How far a pattern came around one number. */
export interface Trace {
  /** The match itself; what `matchAt` gives. */
  readonly match: Match | null
  /** How many of the elements matched, and of how many. Wildcards and what may be left out do not count. */
  readonly matched: number
  readonly of: number
  /** Nearest to the number first; null where it matched. */
  readonly stop: Stop | null
  /** It gave up at the limit of steps. */
  readonly exhausted: boolean
}

/** The matcher's own attempt, with a note of the furthest element that was tried and where. */
class Heard extends Attempt {
  deepest = -1
  from = Infinity
  to = -Infinity

  override follow(elements: readonly Element[], k: number, at: number, step: Step): number {
    if (k > this.deepest) {
      this.deepest = k
      this.from = at
      this.to = at
    } else if (k === this.deepest) {
      this.from = Math.min(this.from, at)
      this.to = Math.max(this.to, at)
    }
    return super.follow(elements, k, at, step)
  }
}

/** An element that says something: neither a wildcard nor one that may be left out. */
export const isTelling = (e: Element): boolean => e.min > 0 && e.test.kind !== 'any'

interface Side {
  readonly end: number
  readonly matched: number
  readonly stop: Stop | null
}

/** Follows the pattern on one side of the number; `attempt` carries the steps that were made before. */
const follow = (
  attempt: Heard,
  elements: readonly Element[],
  at: number,
  step: Step,
  border: number | null,
  low: number,
  high: number,
): Side => {
  attempt.deepest = -1
  const found = attempt.follow(elements, 0, at + step, step)
  const side = step === 1 ? ('after' as const) : ('before' as const)
  const telling = (n: number) => elements.slice(0, n).filter(isTelling).length
  if (found === FAIL) {
    const from = Math.max(low, Math.min(attempt.from, attempt.to))
    const to = Math.min(high, Math.max(attempt.from, attempt.to) + 1)
    return {
      end: FAIL,
      matched: telling(attempt.deepest),
      stop: { side, element: elements[attempt.deepest] ?? null, from, to: Math.max(from, to) },
    }
  }
  const reached = step === 1 ? found : found + 1
  if (border === null || reached === border) return { end: found, matched: telling(elements.length), stop: null }
  const [from, to] = step === 1 ? [reached, reached + 1] : [reached - 1, reached]
  return { end: FAIL, matched: telling(elements.length), stop: { side, element: null, from, to } }
}

/**
 * Matches a pattern around the number at term `at` as `matchAt` does, and tells how far it came where it does not match. Both
 * sides of the number are followed, whatever becomes of the first.
 */
export const traceAt = (p: Pattern, terms: readonly Matchable[], at: number, low: number, high: number): Trace => {
  const of = p.elements.filter(isTelling).length
  const term = terms[at]
  if (p.target === null || term === undefined || p.target.negative === holds(p.target.test, term)) {
    const stop: Stop = { side: 'target', element: p.target, from: at, to: at + 1 }
    return { match: null, matched: 0, of, stop, exhausted: false }
  }
  const attempt = new Heard(terms, low, high)
  const after = follow(attempt, p.after, at, 1, p.anchoredEnd ? high : null, low, high)
  // the matcher ends here where the words behind do not fit; the words before are asked for the account only
  const other = after.end === FAIL ? new Heard(terms, low, high) : attempt
  const before = follow(other, p.before, at, -1, p.anchoredStart ? low : null, low, high)
  const matched = after.matched + before.matched + (isTelling(p.target) ? 1 : 0)
  const fits = after.end !== FAIL && before.end !== FAIL
  return {
    match: fits ? { from: before.end + 1, to: after.end, skipped: attempt.skipped, groups: attempt.groups } : null,
    matched,
    of,
    stop: after.stop ?? before.stop,
    exhausted: attempt.steps > STEP_LIMIT || other.steps > STEP_LIMIT,
  }
}
