import { type Candidate, candidatesFor, chosen } from './bind.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import type { Found } from './found.ts'
import { computedPoint, figuresIn, type Identity, outcomeOf } from './identity.ts'
import type { CheckRules, CompiledCheck } from './rules.ts'

/** The identities between statistics that the rules find in a document; those of splits only where the split is complete. */
export const statisticalIdentities = (figures: Figures, { formulas }: CheckRules): Found[] => {
  const candidates = formulas.flatMap(check =>
    figures.all
      .filter(f => isMeant(check, f, figures))
      .flatMap(f => {
        const candidate = chosen(candidatesFor(check, f, figures))
        return candidate === null ? [] : [{ ...candidate, check }]
      }),
  )
  const complete = new Set(candidates.filter(c => outcomeOf(c.identity) === 'holds').map(splitKey))
  const lefts = new Set(candidates.map(c => `${c.identity.rule} ${c.identity.left.observation.id}`))
  return candidates
    .filter(c => isComplete(c, complete, figures))
    .filter(({ check, identity }) => !check.rule.unless?.some(id => lefts.has(`${id} ${identity.left.observation.id}`)))
    .map(({ identity, check }) => ({ identity, although: otherwise(check, identity, figures) }))
}

/** Figures that may be added up over parts: counts and totals, no averages and no percentages. */
const isAdditive = ({ observation: { measure, per, unit } }: Figure): boolean =>
  measure === 'level' && per.length === 0 && unit !== 'percent' && unit !== 'times'

const isMeant = ({ rule, formula }: CompiledCheck, f: Figure, figures: Figures): boolean => {
  const { indicator, subject } = f.observation
  if (rule.indicators !== undefined && !rule.indicators.includes(indicator)) return false
  if (rule.subjects !== undefined && !rule.subjects.includes(subject)) return false
  if (rule.additive && !isAdditive(f)) return false
  return figures.isLeft(f, formula.left)
}

const otherwise = (check: CompiledCheck, { left }: Identity, figures: Figures): Identity | null => {
  if (check.although === null) return null
  const candidate = chosen(candidatesFor({ ...check, formula: check.although }, left, figures))
  return candidate !== null && outcomeOf(candidate.identity) === 'holds' ? candidate.identity : null
}

type OfRule = Candidate & { readonly check: CompiledCheck }

/** Names the branches that a sum is taken over; those of another time are others. */
const splitKey = ({ split, check: { rule } }: OfRule): string | null =>
  split === null ? null : rule.confirmed ? `${rule.id} ${split}` : split

/** How the split into farming and the rest is named. */
const HALVES = ':agriculture,non_agriculture'

/** Nearer than this part of the whole, branches that do not add up are hardly left out on purpose. */
const NEARLY = 0.12

/**
 * Branches are all there where another figure of the same branches adds up, where they are farming and the rest, or where
 * they come to more than the whole or to nearly all of it and no figure of more branches adds up.
 */
const isComplete = (candidate: OfRule, complete: ReadonlySet<string | null>, figures: Figures): boolean => {
  const { identity, split, check } = candidate
  if (split === null) return true
  if (isOfAnotherTime(identity) && hasOwnWhole(identity, figures)) return false
  if (check.rule.confirmed) return complete.has(splitKey(candidate))
  if (complete.has(splitKey(candidate)) || split.endsWith(HALVES)) return true
  const sum = computedPoint(identity) ?? 0
  if (sum > identity.left.value) return true
  return (
    sum >= identity.left.value * (1 - NEARLY) && ![...complete].some(other => other !== null && isWithin(split, other))
  )
}

/** Whether all branches of a split are in another one. */
const isWithin = (split: string, other: string): boolean => {
  const [where, parts = ''] = split.split(':')
  const [there, others = ''] = other.split(':')
  const known = new Set(others.split(','))
  return where === there && parts.split(',').every(part => known.has(part))
}

const isOfAnotherTime = ({ left, right }: Identity): boolean =>
  figuresIn(right).some(f => f.time.month !== left.time.month && f.time.year === left.time.year)

const SO_FAR = { measure: 'level', time: 'so-far', sector: 'total', per: 'any' } as const

/** Whether the whole is printed for the time of the parts, too, so that theirs is not the year's. */
const hasOwnWhole = ({ left }: Identity, figures: Figures): boolean => {
  const { indicator } = left.observation
  return figures.find({ ...SO_FAR, indicator }, left, indicator).length > 0
}
