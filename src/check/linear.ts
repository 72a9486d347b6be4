import type { Figure } from './figure.ts'
import { type Bound, computed, type Identity, PERCENT, sidesInPercent } from './identity.ts'

/**
 * An identity as a row of a linear programme: `Σ coefficient · figure` lies between `low` and `high`. A product of two figures
 * is linear in one of them; the other is a `factor`, and where that changes, the row says nothing any more.
 */
export interface Row {
  readonly terms: ReadonlyMap<Figure, number>
  readonly factors: readonly Figure[]
  readonly low: number
  readonly high: number
}

interface Monomial {
  readonly coefficient: number
  readonly figures: readonly Figure[]
}

type Polynomial = readonly Monomial[]

/** The row of an identity; null where its right side divides by nothing. */
export const rowOf = (identity: Identity): Row | null => {
  const { left, right, relation, tolerance } = identity
  const value = computed(identity)
  if (value === null) return null
  const { above, below } = fraction(right)
  const hundred = sidesInPercent(identity) ? PERCENT : 1
  const zero = [...scaled(above, hundred), ...scaled(product([{ coefficient: 1, figures: [left] }], below), -1)]
  const terms = new Map<Figure, number>()
  const factors = new Set<Figure>()
  let constant = 0
  for (const { coefficient, figures } of zero) {
    if (figures.length === 0) {
      constant += coefficient
      continue
    }
    const kept = figures.find(f => !isRate(f)) ?? figures[0]
    if (kept === undefined) continue
    const others = figures.filter(f => f !== kept)
    for (const f of others) factors.add(f)
    const by = others.reduce((p, f) => p * f.value, coefficient)
    terms.set(kept, (terms.get(kept) ?? 0) + by)
  }
  // what the rounding of all figures allows, in the size of the row
  const size = Math.abs(below.reduce((sum, m) => sum + m.figures.reduce((p, f) => p * f.value, m.coefficient), 0))
  const half = (value.high - value.low + (left.interval.high - left.interval.low)) / 2
  const slack = (half + Math.abs(left.value) * tolerance) * size
  return {
    terms,
    factors: [...factors],
    low: -slack - constant,
    high: relation === '<=' ? Infinity : slack - constant,
  }
}

/** Percentages and averages. */
const isRate = ({ observation: { unit, per } }: Figure): boolean => unit === 'percent' || per.length > 0

const ONE: Polynomial = [{ coefficient: 1, figures: [] }]

const scaled = (p: Polynomial, by: number): Polynomial => p.map(m => ({ ...m, coefficient: m.coefficient * by }))

const product = (a: Polynomial, b: Polynomial): Polynomial =>
  a.flatMap(x => b.map(y => ({ coefficient: x.coefficient * y.coefficient, figures: [...x.figures, ...y.figures] })))

/** A side as one polynomial above another. */
const fraction = (bound: Bound): { readonly above: Polynomial; readonly below: Polynomial } => {
  if (bound.kind === 'number') return { above: [{ coefficient: bound.value, figures: [] }], below: ONE }
  if (bound.kind === 'figure') return { above: [{ coefficient: 1, figures: [bound.figure] }], below: ONE }
  const l = fraction(bound.left)
  const r = fraction(bound.right)
  switch (bound.operator) {
    case '*':
      return { above: product(l.above, r.above), below: product(l.below, r.below) }
    case '/':
      return { above: product(l.above, r.below), below: product(l.below, r.above) }
    case '+':
    case '-': {
      const sign = bound.operator === '+' ? 1 : -1
      if (r.below === ONE && l.below === ONE) return { above: [...l.above, ...scaled(r.above, sign)], below: ONE }
      return {
        above: [...product(l.above, r.below), ...scaled(product(r.above, l.below), sign)],
        below: product(l.below, r.below),
      }
    }
  }
}
