import { isOneSlipApart } from './edits.ts'
import type { Figure } from './figure.ts'
import { sameTime } from './figure-time.ts'
import type { Figures } from './figures.ts'
import { measuredAlike } from './figures.ts'
import type { FormulaNode, TermSpec } from './formula.ts'
import {
  type Bound,
  figure,
  figuresIn,
  figuresOf,
  type Identity,
  number,
  operation,
  outcomeOf,
  total,
} from './identity.ts'
import { distance } from './places.ts'
import type { CompiledCheck } from './rules.ts'
import { splitsOf } from './split.ts'

/** An identity with what speaks for its being meant. */
export interface Candidate {
  readonly identity: Identity
  /** The steps between its left side and the farthest of its figures. */
  readonly near: number
  /** The parts of a sum, where it is one. */
  readonly split: string | null
}

/** So many figures may be meant by one term. */
const MOST_PER_TERM = 3
const MOST_WAYS = 24

/**
 * Every way to read a rule with `left` as its left side, the likeliest first. Which is meant shows in which comes out.
 */
export const candidatesFor = (check: CompiledCheck, left: Figure, figures: Figures): Candidate[] => {
  const { formula, near: farthest, rule } = check
  const ways: Candidate[] = []
  for (const variant of formula.variants) {
    for (const { bound, split } of bind(variant, left, check, figures)) {
      const identity: Identity = {
        rule: rule.id,
        left,
        relation: formula.relation,
        right: bound,
        tolerance: Number(rule.tolerance ?? 0),
      }
      const near = farthestIn(bound, left)
      if (near <= farthest && isOnce(identity) && isAlike(identity, formula.left, variant))
        ways.push({ identity, near, split })
    }
  }
  return ways
}

/**
 * The first way that comes out, else the nearest; of several as near, one whose figures stand for themselves.
 * @param isClear whether no figure of an identity could as well be another one
 */
export const chosen = (
  candidates: readonly Candidate[],
  isClear: (identity: Identity) => boolean = () => true,
): Candidate | null => {
  const usable = candidates.filter(c => outcomeOf(c.identity) !== 'void')
  const nearest = Math.min(...usable.map(c => c.near))
  const near = usable.filter(c => c.near === nearest)
  const first = near.find(c => isClear(c.identity)) ?? near[0]
  const holds = usable.find(c => outcomeOf(c.identity) === 'holds')
  if (first !== undefined && holds !== undefined && holds !== first && isSlipOf(first, holds)) return first
  return holds ?? usable.find(c => outcomeOf(c.identity) === 'truncated') ?? first ?? null
}

/** Whether the nearest reading differs from one that comes out by one figure alone, which is one slip away from the other's. */
const isSlipOf = (first: Candidate, holds: Candidate): boolean => {
  const [a, ...more] = others(first, holds)
  const [b, ...rest] = others(holds, first)
  return (
    outcomeOf(first.identity) === 'fails' &&
    first.near <= holds.near &&
    a !== undefined &&
    b !== undefined &&
    more.length + rest.length === 0 &&
    a.observation.indicator === b.observation.indicator &&
    sameTime(a.time, b.time) &&
    isOneSlipApart(a, b)
  )
}

const others = (of: Candidate, than: Candidate): Figure[] => {
  const known = new Set(figuresOf(than.identity))
  return figuresOf(of.identity).filter(f => !known.has(f))
}

interface Way {
  readonly bound: Bound
  readonly split: string | null
}

const bind = (node: FormulaNode, left: Figure, check: CompiledCheck, figures: Figures): Way[] => {
  switch (node.kind) {
    case 'number':
      return [{ bound: number(node.value), split: null }]
    case 'term':
      return nearest(node.term, left, check, figures).map(f => ({ bound: figure(f), split: null }))
    case 'sum':
      return bindSum(node.of, left, check, figures)
    case 'operation': {
      const lefts = bind(node.left, left, check, figures)
      const rights = lefts.length === 0 ? [] : bind(node.right, left, check, figures)
      return lefts
        .flatMap(l =>
          rights
            .filter(r => l.split === null || r.split === null || l.split === r.split)
            .map(r => ({ bound: operation(node.operator, l.bound, r.bound), split: l.split ?? r.split })),
        )
        .slice(0, MOST_WAYS)
    }
  }
}

function* find(term: TermSpec, left: Figure, check: CompiledCheck, figures: Figures): Generator<Figure> {
  for (const indicator of indicatorsOf(term, left, check)) yield* figures.find(term, left, indicator)
}

const nearest = (term: TermSpec, left: Figure, check: CompiledCheck, figures: Figures): Figure[] => {
  const found: Figure[] = []
  for (const f of find(term, left, check, figures)) if (found.push(f) === MOST_PER_TERM) break
  return found
}

const indicatorsOf = ({ indicator }: TermSpec, left: Figure, { parents }: CompiledCheck): readonly string[] => {
  if (indicator === '@') return [left.observation.indicator]
  if (indicator === 'parent') return parents[left.observation.indicator] ?? []
  return [indicator]
}

/** A sum over the branches: its first term with `each` says which, the others have to be there for each of them. */
const bindSum = (node: FormulaNode, left: Figure, check: CompiledCheck, figures: Figures): Way[] => {
  const [first] = eachTerms(node)
  if (first === undefined) return []
  const splits = indicatorsOf(first, left, check).flatMap(indicator => splitsOf(figures.zone(first, left, indicator)))
  return splits.flatMap(({ parts, into }) => {
    const sides = parts.flatMap(part => {
      const side = bindPart(node, part, first, left, check, figures)
      return side === null ? [] : [side]
    })
    return sides.length === parts.length ? [{ bound: total(sides), split: into }] : []
  })
}

const eachTerms = (node: FormulaNode): TermSpec[] => {
  if (node.kind === 'term') return node.term.sector === 'each' ? [node.term] : []
  return node.kind === 'operation' ? [...eachTerms(node.left), ...eachTerms(node.right)] : []
}

const bindPart = (
  node: FormulaNode,
  part: Figure,
  first: TermSpec,
  left: Figure,
  check: CompiledCheck,
  figures: Figures,
): Bound | null => {
  switch (node.kind) {
    case 'number':
      return number(node.value)
    case 'term': {
      if (node.term === first) return figure(part)
      const { sector } = part.observation
      for (const f of find(node.term, left, check, figures))
        if (f.observation.sector === sector && (f.place.cell === null) === (part.place.cell === null)) return figure(f)
      return null
    }
    case 'sum':
      return null
    case 'operation': {
      const l = bindPart(node.left, part, first, left, check, figures)
      const r = bindPart(node.right, part, first, left, check, figures)
      return l === null || r === null ? null : operation(node.operator, l, r)
    }
  }
}

const farthestIn = (bound: Bound, left: Figure): number => {
  switch (bound.kind) {
    case 'number':
      return 0
    case 'figure':
      return distance(left.place, bound.figure.place)
    case 'operation':
      return Math.max(farthestIn(bound.left, left), farthestIn(bound.right, left))
  }
}

/** No figure stands for two terms; those of a weighted mean stand above the line and below it. */
const isOnce = ({ right }: Identity): boolean => {
  const all = figuresIn(right)
  return right.kind === 'operation' && right.operator === '/' && right.left.kind === 'operation'
    ? true
    : new Set(all).size === all.length
}

/** Figures that are added to each other, or divided by each other, have one measure. */
const isAlike = ({ left, right }: Identity, spec: TermSpec, variant: FormulaNode): boolean => {
  if (!comparable(right)) return false
  const first = like(right)
  if (first === null || spec.measure === 'completion' || spec.measure === 'share' || spec.measure === 'growth')
    return true
  return variant.kind === 'operation' && (variant.operator === '*' || variant.operator === '/')
    ? true
    : first.observation.unit === left.observation.unit || spec.indicator !== '@'
}

/** The first of the figures whose measure a side has. */
const like = (bound: Bound): Figure | null =>
  bound.kind === 'figure'
    ? bound.figure
    : bound.kind === 'operation' && (bound.operator === '+' || bound.operator === '-')
      ? (like(bound.left) ?? like(bound.right))
      : null

/** Whether all sides that are added or divided have one measure; asked of each side once, since sums may be long. */
const comparable = (bound: Bound): boolean => measureOf(bound) !== UNLIKE

const UNLIKE = Symbol('figures of two measures')

/** The first of the figures whose measure a side has; null where it has none, as a product. */
const measureOf = (bound: Bound): Figure | null | typeof UNLIKE => {
  if (bound.kind !== 'operation') return bound.kind === 'figure' ? bound.figure : null
  const l = measureOf(bound.left)
  const r = measureOf(bound.right)
  if (l === UNLIKE || r === UNLIKE) return UNLIKE
  if (bound.operator === '*') return null
  if (l !== null && r !== null && !measuredAlike(l, r)) return UNLIKE
  return bound.operator === '/' ? null : (l ?? r)
}
