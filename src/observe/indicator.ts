import type { Unit } from '../contract/index.ts'
import type { Quantity, Term } from '../lex/term.ts'
import { matchCandidate } from '../rules/candidates.ts'
import { find, matchAt } from '../rules/match.ts'
import type { Pattern } from '../rules/pattern.ts'
import type { CompiledIndicatorRule, RuleSet } from '../rules/rule-set.ts'
import { hasTag, includes, type TagBits, tagsOf } from '../rules/tags.ts'

/** The words a rule may look at: one array of terms, the number's place in it, and how far it may look. */
export interface Window {
  readonly terms: readonly Term[]
  readonly at: number
  readonly low: number
  readonly high: number
}

export interface IndicatorHit {
  readonly rule: CompiledIndicatorRule
  readonly score: number
  readonly pattern: Pattern
  /** The terms that made the rule match, as indices into the window's terms. */
  readonly from: number
  readonly to: number
}

/** Each term that a wildcard skipped costs this much of a rule's priority. */
const SKIP_COST = 1

const unitFits = (rule: CompiledIndicatorRule, unit: Unit | null): boolean =>
  unit === null || unit === (rule.rule.counted ?? rule.indicator.unit) || unit === 'percent' || unit === 'times'

/** `68 mã số`, `52 thiết bị`: a bare number before a noun that the lexicon does not know counts no organisations. */
export const countsUnknown = (w: Window, quantity: Quantity, rules: RuleSet): boolean => {
  const next = w.at + 1 < w.high ? w.terms[w.at + 1] : undefined
  return quantity.unit === null && next !== undefined && hasTag(next.tags, rules.vocabulary.id.Plain)
}

const OF_KNOWN_NOUNS: ReadonlySet<Unit> = new Set(['organisation'])

/** Whether a rule may speak of a number: of its unit, and of what it counts. */
export const mayCount = (rule: CompiledIndicatorRule, w: Window, quantity: Quantity, rules: RuleSet): boolean =>
  unitFits(rule, quantity.unit) && !(OF_KNOWN_NOUNS.has(rule.indicator.unit) && countsUnknown(w, quantity, rules))

/** The tags of each window that rules are asked about. */
const windowTags = new WeakMap<Window, TagBits>()

const tagsIn = (w: Window): TagBits => {
  const tags = windowTags.get(w) ?? tagsOf(w.terms, w.low, w.high)
  windowTags.set(w, tags)
  return tags
}

/** Whether one of the patterns stands anywhere in a number's words. */
export const anywhere = (patterns: readonly Pattern[], w: Window): boolean =>
  patterns.some(
    p =>
      includes(tagsIn(w), p.required) &&
      (p.target ? matchAt(p, w.terms, w.at, w.low, w.high) : find(p, w.terms, w.low, w.high)) !== null,
  )

/** What is known of a lead-in or heading, which many figures ask about. */
interface Known {
  readonly tags: TagBits
  readonly standing: Map<Pattern, boolean>
}
const known = new WeakMap<readonly Term[], Known>()

const knownOf = (terms: readonly Term[]): Known => {
  const before = known.get(terms)
  if (before) return before
  const made = { tags: tagsOf(terms), standing: new Map<Pattern, boolean>() }
  known.set(terms, made)
  return made
}

/** Whether a pattern stands in a lead-in or heading; asked once, however many figures stand below. */
const standsIn = (terms: readonly Term[], p: Pattern): boolean => {
  const { tags, standing } = knownOf(terms)
  const before = standing.get(p)
  if (before !== undefined) return before
  const stands = includes(tags, p.required) && find(p, terms, 0, terms.length) !== null
  standing.set(p, stands)
  return stands
}

const stands = (patterns: readonly Pattern[], above: readonly (readonly Term[])[]): boolean =>
  above.some(terms => patterns.some(p => standsIn(terms, p)))

/** What a rule asks for beside its patterns. */
export type Condition = 'has' | 'hasNot' | 'under' | 'about'

/** The first condition of a rule that does not hold; null where all do. */
export const failedCondition = (
  rule: CompiledIndicatorRule,
  w: Window,
  above: readonly (readonly Term[])[],
): Condition | null => {
  if (rule.has.length > 0 && !anywhere(rule.has, w)) return 'has'
  if (rule.hasNot.length > 0 && anywhere(rule.hasNot, w)) return 'hasNot'
  if (rule.under.length > 0 && !stands(rule.under, above)) return 'under'
  if (rule.about.length > 0 && !anywhere(rule.about, w) && !stands(rule.about, above)) return 'about'
  return null
}

/**
 * The indicator rules that match a number's words, best first.
 * @param above terms of the lead-in and headings above, nearest first, for rules with `under`
 */
export const indicatorHits = (
  w: Window,
  quantity: Quantity,
  above: readonly (readonly Term[])[],
  rules: RuleSet,
): IndicatorHit[] => {
  const best = new Map<CompiledIndicatorRule, IndicatorHit>()
  for (const candidate of rules.numberPatterns.indicators.among(tagsIn(w))) {
    const { rule, pattern } = candidate
    if (!mayCount(rule, w, quantity, rules)) continue
    const m = matchCandidate(candidate, w.terms, w.at, w.low, w.high)
    if (!m) continue
    const score = rule.rule.priority - m.skipped * SKIP_COST
    if (score > (best.get(rule)?.score ?? -Infinity)) best.set(rule, { rule, score, pattern, from: m.from, to: m.to })
  }
  const hits = [...best.values()].filter(({ rule }) => failedCondition(rule, w, above) === null)
  return hits.sort((a, b) => b.score - a.score)
}
