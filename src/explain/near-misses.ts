import type { NearMiss } from '../contract/index.ts'
import { anywhere, type Condition, failedCondition, mayCount } from '../observe/indicator.ts'
import type { Question } from '../observe/watch.ts'
import { elementText } from '../rules/element-text.ts'
import type { Element, Pattern } from '../rules/pattern.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import { isTelling, type Trace, traceAt } from '../rules/trace.ts'
import { elsewhere } from './elsewhere.ts'
import type { Places } from './places.ts'
import { weightsOf } from './weights.ts'

/** How many rules are named. */
const NEAREST = 5

/** What an element counts that stands in the sentence out of reach, on its side of the number or on the other. */
const RIGHT_SIDE = 0.7
const WRONG_SIDE = 0.6

/** What is missing takes this part of its weight away. */
const MISSING = 0.5

/** A rule that came near on some words, and how near: the more of it stands with the number, and the rarer that is, the nearer. */
interface Near {
  readonly miss: NearMiss
  readonly nearness: number
}

/**
 * The indicator rules that did not match a figure but came nearest, the nearest first: those of whose pattern most stands
 * with the number, what is rare in rules counting more. What stands in the sentence out of reach counts in part, and a
 * condition that does not hold as one more element that is missing.
 */
export const nearMisses = (questions: readonly Question[], places: Places): NearMiss[] => {
  const nearest = new Map<string, Near>()
  for (const question of questions) {
    const hit = new Set(question.hits.map(h => h.rule))
    for (const rule of question.reading.rules.indicatorRules) {
      if (hit.has(rule)) continue
      for (const pattern of rule.patterns) {
        const near = nearOf(question, rule, pattern, places)
        if (near && near.nearness > (nearest.get(rule.rule.id)?.nearness ?? -Infinity)) nearest.set(rule.rule.id, near)
      }
    }
  }
  return [...nearest.values()]
    .sort((a, b) => b.nearness - a.nearness || b.miss.priority - a.miss.priority)
    .slice(0, NEAREST)
    .map(({ miss }) => miss)
}

const nearOf = (q: Question, rule: CompiledIndicatorRule, pattern: Pattern, places: Places): Near | null => {
  const { terms, at, low, high } = q.window
  const trace = traceAt(pattern, terms, at, low, high)
  const condition = trace.match ? conditionOf(q, rule) : null
  if (trace.match && !condition) return null
  // a number of another unit is near only to a rule that it fits in everything else
  if (!trace.match && !mayCount(rule, q.window, q.figure.quantity, q.reading.rules)) return null
  if (trace.stop?.side === 'target') return null
  const nearness = nearnessOf(q, pattern, trace, condition)
  if (nearness === null) return null
  return {
    nearness,
    miss: {
      rule: rule.rule.id,
      indicator: rule.indicator.code,
      pattern: pattern.source,
      priority: rule.rule.priority,
      in: q.distance,
      matched: trace.matched,
      of: trace.of,
      stop: stopOf(q, pattern, trace, places),
      condition,
    },
  }
}

/**
 * The weights of what stands of a pattern, less a part of the weights of what is missing; a condition that does not hold counts
 * as a rare element that is missing. Null where nothing but the number stands.
 */
const nearnessOf = (
  q: Question,
  pattern: Pattern,
  { stop }: Trace,
  condition: NearMiss['condition'],
): number | null => {
  const weights = weightsOf(q.reading.rules)
  const unmet = new Set(condition ? [] : unmetIn(q, pattern))
  const standing = (e: Element): number => {
    if (!unmet.has(e)) return 1
    const place = elsewhere(q, e)
    return place === null ? 0 : pattern[place.side].includes(e) ? RIGHT_SIDE : WRONG_SIDE
  }
  const telling = pattern.elements
    .filter(e => isTelling(e) && e !== pattern.target)
    .map(e => ({ weight: weights.of(e), part: standing(e) }))
  if (telling.every(({ weight, part }) => weight * part === 0)) return null
  const held = (condition !== null && condition.name !== 'hasNot') || stop?.element === null ? weights.rarest : 0
  return telling.reduce((sum, { weight, part }) => sum + weight * (part - MISSING * (1 - part)), -MISSING * held)
}

/** The elements that did not come to match: on each side, all from where it stopped. */
const unmetIn = (q: Question, pattern: Pattern): Element[] => {
  const { terms, at, low, high } = q.window
  const side = (elements: readonly Element[], half: Pattern): Element[] => {
    const stopped = traceAt(half, terms, at, low, high).stop?.element
    return stopped ? elements.slice(elements.indexOf(stopped)) : []
  }
  return [
    ...side(pattern.after, { ...pattern, before: [], anchoredStart: false }),
    ...side(pattern.before, { ...pattern, after: [], anchoredEnd: false }),
  ]
}

const conditionOf = (q: Question, rule: CompiledIndicatorRule): NearMiss['condition'] => {
  const { unit } = q.figure.quantity
  if (!mayCount(rule, q.window, q.figure.quantity, q.reading.rules))
    return { name: 'unit', expected: [rule.rule.counted ?? rule.indicator.unit], found: unit }
  const name: Condition | null = failedCondition(rule, q.window, q.above)
  if (name === null) return null
  const patterns = rule[name]
  const standing = name === 'hasNot' ? patterns.filter(p => anywhere([p], q.window)) : []
  return { name, expected: patterns.map(p => p.source), found: standing[0]?.source ?? null }
}

const stopOf = (q: Question, pattern: Pattern, { stop }: Trace, places: Places): NearMiss['stop'] => {
  if (!stop) return null
  const { reading, window } = q
  const place = stop.element && stop.side !== 'target' ? elsewhere(q, stop.element) : null
  return {
    side: stop.side,
    expected: stop.element
      ? elementText(stop.element, reading.rules.tags)
      : stop.side === 'before' || !pattern.anchoredEnd
        ? '^'
        : '$',
    words: places.terms(reading, window.terms.slice(stop.from, stop.to)),
    elsewhere: place && places.terms(reading, place.terms),
  }
}
