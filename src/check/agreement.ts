import type { Figure } from './figure.ts'
import { figuresIn, type Identity } from './identity.ts'
import { rowOf } from './linear.ts'

/**
 * What each identity that fails would have a figure be, were all its others right: that several ask for one and the same
 * number speaks for that figure being the wrong one.
 * @returns how many identities agree on the number that most of them ask for; 0 where none asks for any
 */
export const agreementOn = (places: readonly Figure[], failing: readonly Identity[]): number => {
  const asked = new Map<string, number>()
  const seen = new Set<string>()
  for (const identity of failing) {
    const value = askedOf(places, identity)
    if (value === null) continue
    const key = value.toPrecision(DIGITS)
    // one sum found by two rules asks once
    const others = `${key} ${identityKey(identity)}`
    if (seen.has(others)) continue
    seen.add(others)
    asked.set(key, (asked.get(key) ?? 0) + 1)
  }
  return Math.max(0, ...asked.values())
}

/** Printed numbers have hardly more digits that count. */
const DIGITS = 6

const KEYS = new WeakMap<Identity, string>()

const identityKey = (identity: Identity): string => {
  const known = KEYS.get(identity)
  if (known !== undefined) return known
  const key = `${identity.rule},${figuresIn(identity.right).map(f => f.value)}`
  KEYS.set(identity, key)
  return key
}

const askedOf = (places: readonly Figure[], identity: Identity): number | null => {
  const row = rowOf(identity)
  if (row === null || identity.relation !== '=') return null
  let own = 0
  let rest = 0
  for (const [f, coefficient] of row.terms) {
    if (places.includes(f)) own += coefficient
    else rest += coefficient * f.value
  }
  return own === 0 ? null : ((row.low + row.high) / 2 - rest) / own
}
