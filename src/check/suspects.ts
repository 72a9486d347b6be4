import type { Flag, Suggestion } from '../contract/index.ts'
import type { EditKind } from './edits.ts'
import type { Figure } from './figure.ts'
import { type Bound, computed, figuresOf, type Identity, PERCENT } from './identity.ts'
import type { Peers } from './peers.ts'
import { distance, NEAR } from './places.ts'
import type { Repair } from './repair.ts'
import { allFigures, type Statement } from './statements.ts'
import { identityWritten, textOf } from './write.ts'

interface Evidence {
  readonly wrong: ReadonlySet<Figure>
  readonly repairs: ReadonlyMap<Figure, readonly Repair[]>
  readonly support: ReadonlyMap<string, number>
  readonly peers: Peers
}

/** What the smallest set of wrong figures, and a slip that explains all, add to the odds. */
const IN_SMALLEST_SET = 3
const REPAIRABLE = 2
/** What being unlike the same indicator at other times adds at most. */
const STRANGEST = 3
/** Whose repair stands out is suspected first. */
const SUGGESTED = 20

/** The figures of a statement by how likely they are to blame. */
export const suspectsOf = (
  statement: Statement,
  { wrong, repairs, support, peers }: Evidence,
  suggested: string | null,
): Flag['suspects'] => {
  const weighed = figuresOf(statement.identity).map(f => {
    const best = repairs.get(f)?.[0]?.score ?? 0
    const strange = 1 + Math.min(STRANGEST, peers.strangeness(f, f.value))
    const doubt = (strange * (1 + (1 - f.observation.confidence))) / (1 + (support.get(f.observation.id) ?? 0))
    return {
      observation: f.observation.id,
      weight:
        doubt *
        (wrong.has(f) ? IN_SMALLEST_SET : 1) *
        (best > 0 ? REPAIRABLE * (1 + best) : 1) *
        (f.observation.id === suggested ? SUGGESTED : 1),
    }
  })
  const sum = weighed.reduce((s, w) => s + w.weight, 0)
  return weighed
    .map(({ observation, weight }) => ({ observation, weight: Math.round((weight / sum) * 1000) / 1000 }))
    .sort((a, b) => b.weight - a.weight)
}

/** By how much the best repair has to be likelier than the next one. */
const STANDS_OUT = 1.6
/** A check wider than this part of its left side cannot tell one digit from another. */
const TOO_WIDE = 0.02
/** Nor, wider than this, a slip from chance. */
const WIDE = 0.05
const MOST_REASONS = 6

/** The one repair that stands out among those of all figures of a statement; null where none does. */
export const suggestionOf = (
  statement: Statement,
  { repairs, support }: Evidence,
): { readonly suggestion: Suggestion; readonly kind: EditKind } | null => {
  const own = [statement.identity, ...statement.repeated]
  const odds = ({ figure, score }: Repair) => score / (1 + (support.get(figure.observation.id) ?? 0))
  const all = allFigures(statement)
    .flatMap(f => repairs.get(f) ?? [])
    .filter(r => r.solves.some(i => own.includes(i)) && r.solves.some(i => isSharp(i)))
    .sort((a, b) => odds(b) - odds(a))
  const [best] = all
  if (best === undefined) return null
  const next = all.find(r => !isSameChange(r, best))
  if (next !== undefined && odds(best) < odds(next) * STANDS_OUT) return null
  const { figure, edit } = best
  return {
    kind: edit.kind,
    suggestion: { observation: figure.observation.id, value: edit.value, text: edit.text, because: reasonsFor(best) },
  }
}

/** Whether an identity is narrow enough to tell one digit from another. */
const isSharp = (identity: Identity, most = TOO_WIDE): boolean => {
  const right = computed(identity)
  if (identity.relation !== '=' || right === null) return false
  if (identity.repeats) return true
  const { low, high } = identity.left.interval
  const width = high - low + (right.high - right.low)
  // a point of a percentage is a hundredth of what it is taken from
  const size =
    identity.left.observation.unit === 'percent'
      ? PERCENT
      : Math.max(Math.abs(identity.left.value), Math.abs(right.low))
  return width / 2 / size + identity.tolerance < most
}

/** Whether a slip of one of its figures would explain that a statement does not come out. */
export const explainedBySlip = (statement: Statement, repairs: Evidence['repairs']): boolean => {
  const own = [statement.identity, ...statement.repeated]
  const { left, right } = statement.identity
  // the number of others may be another's, so that it explains nothing
  const isOwn = (f: Figure) => !isProduct(right) || distance(left.place, f.place) <= NEAR.block
  return allFigures(statement)
    .filter(isOwn)
    .some(f =>
      repairs.get(f)?.some(r => IN_PLACE.has(r.edit.kind) && r.solves.some(i => own.includes(i) && isSharp(i, WIDE))),
    )
}

/** Slips that leave a number as long as it was; the others explain nearly everything. */
const IN_PLACE: ReadonlySet<EditKind> = new Set(['digit', 'swap', 'separator', 'slash'])

const isProduct = (bound: Bound): boolean => bound.kind === 'operation' && bound.operator === '*'

/** The same number for the same figure, printed in two places. */
const isSameChange = (a: Repair, b: Repair): boolean =>
  a.figure === b.figure
    ? a.edit.value === b.edit.value
    : a.edit.value === b.edit.value &&
      a.figure.value === b.figure.value &&
      a.figure.observation.indicator === b.figure.observation.indicator

/** The sums that come out with the new number, and the places that have it. */
const reasonsFor = ({ figure, edit, solves, agrees, elsewhere }: Repair): string[] => {
  const half = (figure.interval.high - figure.interval.low) / 2
  const copy: Figure = {
    ...figure,
    value: edit.value,
    interval: { low: edit.value - half, high: edit.value + half },
    printed: { ...figure.printed, text: edit.kind === 'slash' ? (edit.text.split('/')[0] ?? '') : edit.text },
  }
  const sums = [...solves, ...agrees].map(i => textOf(identityWritten(replaced(i, figure, copy))))
  const places = elsewhere.map(f => `«${f.observation.evidence.quote.trim()}»`)
  return [...new Set([...sums, ...places])].slice(0, MOST_REASONS)
}

const replaced = (identity: Identity, from: Figure, to: Figure): Identity => {
  const same = (f: Figure) =>
    f === from || (f.value === from.value && f.observation.indicator === from.observation.indicator)
  const walk = (bound: Bound): Bound =>
    bound.kind === 'figure'
      ? same(bound.figure)
        ? { kind: 'figure', figure: to }
        : bound
      : bound.kind === 'number'
        ? bound
        : { ...bound, left: walk(bound.left), right: walk(bound.right) }
  return { ...identity, left: same(identity.left) ? to : identity.left, right: walk(identity.right) }
}
