import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import { groupsBy } from './groups.ts'
import { distanceApart, figuresIn, figuresOf, type Identity, type Outcome, outcomeOf, PERCENT } from './identity.ts'
import { distance } from './places.ts'

/** What a document claims with some figures, wherever it prints them. */
export interface Statement extends Found {
  readonly outcome: Outcome
  /** The same with the same figures in other places. */
  readonly repeated: readonly Identity[]
}

/** Identities as statements: one that several rules find, or that is printed twice, is one. The rule found first names it. */
export const statementsOf = (found: readonly Found[]): Statement[] => {
  return [...groupsBy(found, f => keyOf(f.identity)).values()].flatMap(group => {
    const [first] = group.toSorted((a, b) => reach(a.identity) - reach(b.identity))
    const named = group[0]
    if (first === undefined || named === undefined) return []
    const outcome = outcomeOf(first.identity)
    if (outcome === 'void') return []
    const evidence = group.find(f => f.evidence !== undefined)?.evidence
    return [
      {
        identity: { ...first.identity, rule: named.identity.rule },
        although: first.although,
        weak: group.every(f => f.weak) || isAbsurd(first.identity),
        ...(evidence === undefined ? {} : { evidence }),
        outcome,
        repeated: group.filter(f => f !== first).map(f => f.identity),
      },
    ]
  })
}

/** A ratio so far from the printed one is hardly that of the figures that were meant. */
const FAR = 0.5

const isAbsurd = (identity: Identity): boolean =>
  (identity.left.observation.unit === 'percent' || identity.left.observation.measure === 'change') &&
  distanceApart(identity) > FAR * Math.max(1, Math.abs(identity.left.value) / PERCENT)

const keyOf = ({ left, relation, right }: Identity): string => {
  const { time, observation: o } = left
  const values = figuresIn(right)
    .map(f => f.value)
    .sort((a, b) => a - b)
  return [relation, o.subject, o.sector, o.measure, left.value, o.unit, time.year, time.target, ...values].join('|')
}

/** How far the figures stand from the left one. */
const reach = ({ left, right }: Identity): number =>
  Math.max(0, ...figuresIn(right).map(f => distance(left.place, f.place)))

/** All figures of a statement, in whichever place, each once. */
export const allFigures = ({ identity, repeated }: Statement): Figure[] => [
  ...new Set([identity, ...repeated].flatMap(figuresOf)),
]
