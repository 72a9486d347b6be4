import { type Candidate, candidatesFor, chosen } from './bind.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import type { Found } from './found.ts'
import { computedPoint, figuresIn, figuresOf, type Identity, outcomeOf } from './identity.ts'
import { distance, NEAR } from './places.ts'
import type { CheckRules, CompiledCheck } from './rules.ts'
import type { Standing } from './standing.ts'

/** The identities between statistics that the rules find in a document; those of splits only where the split is complete. */
export const statisticalIdentities = (figures: Figures, { formulas }: CheckRules, standing: Standing): Found[] => {
  const isClear = (identity: Identity) => standing.isClear({ identity })
  const candidates = formulas.flatMap(check =>
    leftsOf(check, figures)
      .filter(f => isMeant(check, f, figures))
      .flatMap(f => {
        const candidate = chosen(candidatesFor(check, f, figures), check.rule.weak ? isClear : undefined)
        return candidate === null ? [] : [{ ...candidate, check }]
      }),
  )
  const complete = new Set(
    candidates.filter(c => c.check.rule.additive && outcomeOf(c.identity) === 'holds').map(splitKey),
  )
  const lefts = new Set(candidates.map(c => `${c.identity.rule} ${c.identity.left.observation.id}`))
  const solved = new Set(candidates.filter(c => c.split !== null && outcomeOf(c.identity) === 'holds').map(partsKey))
  const splits = splitsInTables(candidates)
  return candidates
    .filter(c => isComplete(c, complete, figures) && !isOfNoColumn(c, splits, complete))
    .filter(c => outcomeOf(c.identity) !== 'fails' || isMeantToHold(c, solved))
    .filter(({ check, identity }) => !check.rule.unless?.some(id => lefts.has(`${id} ${identity.left.observation.id}`)))
    .map(c => ({
      identity: c.identity,
      although: otherwise(c.check, c.identity, figures),
      ofRows: c.split !== null && tableOf(c.identity) !== undefined,
      weak: c.check.rule.weak === true || isFarApart(c) || isOnlyListed(c, complete),
    }))
}

/** The figures of the indicators that may stand on the left side. */
const leftsOf = ({ rule, formula: { left } }: CompiledCheck, figures: Figures): readonly Figure[] => {
  if (left.indicator !== '@') return figures.of(left.indicator)
  return rule.indicators?.flatMap(indicator => figures.of(indicator)) ?? figures.all
}

/** Figures that may be added up over parts: counts and totals, no averages and no percentages. */
const isAdditive = ({ observation: { measure, per, unit } }: Figure): boolean =>
  measure === 'level' && per.length === 0 && unit !== 'percent' && unit !== 'times'

const isMeant = ({ rule, formula }: CompiledCheck, f: Figure, figures: Figures): boolean => {
  const { indicator, subject } = f.observation
  if (rule.indicators !== undefined && !rule.indicators.includes(indicator)) return false
  if (rule.subjects !== undefined && !rule.subjects.includes(subject)) return false
  if (rule.additive && !isAdditive(f)) return false
  if (rule.textOnly && f.place.cell !== null) return false
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

/** Names the very figures of a sum, of which one whole is the sum. */
const partsKey = ({ identity, split }: Candidate): string | null =>
  split === null || identity.left.place.cell !== null
    ? null
    : figuresIn(identity.right)
        .map(f => f.observation.id)
        .join()

/** Whether a failure is of figures that may belong together, and of parts that are not another whole's. */
const isMeantToHold = (candidate: OfRule, solved: ReadonlySet<string | null>): boolean => {
  const { identity, check } = candidate
  const key = partsKey(candidate)
  if (key !== null && solved.has(key)) return false
  return zonesOf(identity) <= MOST_ZONES && (!check.rule.bounded || isBounded(identity))
}

/** Whether the figures stand so far apart that they may not belong together. */
const isFarApart = ({ identity, check: { rule } }: OfRule): boolean =>
  rule.failsWithin !== undefined &&
  !(identity.left.compared !== null && identity.left.compared !== 'same-period') &&
  !isWithinReach(identity, NEAR[rule.failsWithin])

/** Figures of the text and of one table may be held to each other; those of two tables and the text hardly. */
const MOST_ZONES = 2

const zonesOf = (identity: Identity): number =>
  new Set(figuresOf(identity).map(f => f.place.cell?.table ?? 'text')).size

/** Whether the figures of the text stand near the left one; an annex belongs to all of the text but for the nearest steps. */
const isWithinReach = ({ left, right }: Identity, farthest: number): boolean =>
  figuresIn(right).every(f => {
    const near = distance(left.place, f.place)
    const isAnnex = (f.place.cell === null) !== (left.place.cell === null)
    return near <= farthest || (isAnnex && farthest >= NEAR.section)
  })

/** Whether the figures are no bounds, and the whole, in one column of a table, stands above its part. */
const isBounded = ({ left, right }: Identity): boolean =>
  figuresIn(right).every(
    f =>
      Number.isFinite(f.interval.high) &&
      Number.isFinite(left.interval.low) &&
      left.observation.comparator === 'eq' &&
      f.place.start < left.place.start &&
      f.place.cell?.column === left.place.cell?.column,
  )

/** In how many columns of a table the figures of the same branches are added up. */
const splitsInTables = (candidates: readonly OfRule[]): ReadonlyMap<string, number> => {
  const columns = new Map<string, number>()
  for (const c of candidates) {
    const key = splitKey(c)
    const { cell } = c.identity.left.place
    if (key !== null && cell !== null && cell.table === tableOf(c.identity))
      columns.set(key, (columns.get(key) ?? 0) + 1)
  }
  return columns
}

const tableOf = ({ right }: Identity): string | undefined => figuresIn(right)[0]?.place.cell?.table

/** Rows of a table that make up the whole in none of several columns are not all of it. */
const isOfNoColumn = (
  candidate: OfRule,
  splits: ReadonlyMap<string, number>,
  complete: ReadonlySet<string | null>,
): boolean => {
  const key = splitKey(candidate)
  return key !== null && (splits.get(key) ?? 0) > 1 && !complete.has(key)
}

/** How the split into farming and the rest is named. */
const HALVES = ':agriculture,non_agriculture'

/** Farming and the rest of it are about the whole. */
const LEAST = 0.6

/** What branches are counted by. */
const WHOLE = 'organisations'

/** Nearer than this part of the whole, branches that do not add up are hardly left out on purpose. */
const NEARLY = 0.12

/**
 * Branches are all there where another figure of the same branches adds up, where they are farming and the rest, or where
 * their organisations come to nearly all of them and no figure of more branches adds up.
 */
const isComplete = (candidate: OfRule, complete: ReadonlySet<string | null>, figures: Figures): boolean => {
  const { identity, split, check } = candidate
  if (split === null) return true
  if (isOfAnotherTime(identity) && hasOwnWhole(identity, figures)) return false
  if (check.rule.confirmed) return complete.has(splitKey(candidate))
  const sum = computedPoint(identity) ?? 0
  if (complete.has(splitKey(candidate))) return true
  if (split.endsWith(HALVES)) return sum > identity.left.value * LEAST && sum < identity.left.value / LEAST
  // a table and the text may not count the same
  if (split.startsWith('text:') !== (identity.left.place.cell === null)) return false
  if (identity.left.observation.indicator !== WHOLE) return false
  if (isInOneBlock(identity)) return true
  if (sum > identity.left.value * (1 + NEARLY)) return false
  return (
    sum >= identity.left.value * (1 - NEARLY) && ![...complete].some(other => other !== null && isWithin(split, other))
  )
}

/** So many branches in one paragraph are a list of all of them. */
const LISTED = 3

const isInOneBlock = ({ left, right }: Identity): boolean => {
  const parts = figuresIn(right)
  const [first] = parts
  return left.place.cell === null && parts.length >= LISTED && parts.every(p => p.place.block === first?.place.block)
}

/** Whether only their standing in one list says that the branches are all. */
const isOnlyListed = (candidate: OfRule, complete: ReadonlySet<string | null>): boolean => {
  const { identity, split } = candidate
  if (split === null || complete.has(splitKey(candidate)) || split.endsWith(HALVES)) return false
  return Math.abs((computedPoint(identity) ?? 0) - identity.left.value) > identity.left.value * NEARLY
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
  const [whole] = figures.find({ ...SO_FAR, indicator }, left, indicator)
  return whole !== undefined
}
