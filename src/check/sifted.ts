import { isOneSlipApart } from './edits.ts'
import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import { put } from './groups.ts'
import { figuresIn, outcomeOf } from './identity.ts'

/**
 * Without the failures that something else that comes out makes void: a sum whose parts are some of those of a longer sum,
 * and a stock and its flows that come out with the same figure of another place.
 */
export const sifted = (found: readonly Found[]): Found[] => {
  const holding = found.filter(f => outcomeOf(f.identity) === 'holds')
  const byLeft = new Map<Figure, Set<Figure>[]>()
  const byRight = new Map<string, Figure[]>()
  for (const { identity } of holding) {
    const parts = figuresIn(identity.right)
    put(byLeft, identity.left, new Set(parts))
    put(byRight, rightKey(parts, identity.rule), identity.left)
  }
  return found.filter(({ identity }) => {
    if (outcomeOf(identity) !== 'fails') return true
    const { left, right, rule } = identity
    const parts = figuresIn(right)
    const isInLonger = byLeft.get(left)?.some(whole => whole.size > parts.length && parts.every(p => whole.has(p)))
    const isOfOther = byRight.get(rightKey(parts, rule))?.some(other => isFarFrom(other, left))
    return !isInLonger && !isOfOther
  })
}

const rightKey = (parts: readonly Figure[], rule: string): string =>
  `${rule} ${parts.map(f => f.observation.id).join()}`

/** Farther than this from each other, two figures are not one that slipped. */
const FAR = 0.04

const isFarFrom = (a: Figure, b: Figure): boolean =>
  Math.abs(a.value - b.value) > FAR * Math.abs(b.value) && !isOneSlipApart(a, b)
