import type { Figure } from './figure.ts'
import { figuresOf, type Identity } from './identity.ts'
import type { Statement } from './statements.ts'

/** A check wider than this says little of the last digits. */
const TIGHT = 0.05

/** A statement that would hardly come out with another number: an equation of figures that are no bounds. */
export const isTelling = ({ identity: { relation, tolerance, left, right } }: Statement): boolean =>
  relation === '=' &&
  tolerance < TIGHT &&
  figuresOf({ left, right }).every(({ interval: { low, high } }) => Number.isFinite(low) && Number.isFinite(high))

/** How many statements that come out hold each observation, those with the same other figures counted once. */
export const supportOf = (statements: readonly Statement[]): ReadonlyMap<string, number> => {
  const others = new Map<Figure, Set<string>>()
  for (const statement of statements) {
    if ((statement.outcome !== 'holds' && statement.outcome !== 'truncated') || !isTelling(statement)) continue
    for (const identity of [statement.identity, ...statement.repeated]) {
      const figures = figuresOf(identity)
      const key = keyOf(identity)
      for (const f of figures) {
        const known = others.get(f)
        if (known === undefined) others.set(f, new Set([key]))
        else known.add(key)
      }
    }
  }
  return new Map([...others].map(([f, keys]) => [f.observation.id, keys.size]))
}

const KEYS = new WeakMap<Identity, string>()

/** Names the figures of an identity by what they say: of one figure, the others are the same where all are. */
const keyOf = (identity: Identity): string => {
  const known = KEYS.get(identity)
  if (known !== undefined) return known
  const key = figuresOf(identity)
    .map(f => `${f.observation.indicator} ${f.value}`)
    .sort()
    .join(', ')
  KEYS.set(identity, key)
  return key
}
