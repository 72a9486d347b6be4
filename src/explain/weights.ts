import { elementText } from '../rules/element-text.ts'
import type { Element } from '../rules/pattern.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { isTelling } from '../rules/trace.ts'

/** How much an element of a pattern says: the fewer rules ask for it, the more (squared inverse document frequency). */
export interface Weights {
  of(element: Element): number
}

const made = new WeakMap<RuleSet, Weights>()

/** The weights of the elements of a rule set's indicator rules. */
export const weightsOf = (rules: RuleSet): Weights => {
  const known = made.get(rules)
  if (known) return known
  const rulesWith = new Map<string, number>()
  const key = (e: Element) => elementText({ ...e, min: 1, max: 1, group: null }, rules.tags)
  for (const { patterns } of rules.indicatorRules) {
    const asked = new Set(patterns.flatMap(p => p.elements.filter(e => isTelling(e) && e !== p.target).map(key)))
    for (const each of asked) rulesWith.set(each, (rulesWith.get(each) ?? 0) + 1)
  }
  const weights: Weights = {
    of: element => Math.log(1 + rules.indicatorRules.length / (rulesWith.get(key(element)) ?? 1)) ** 2,
  }
  made.set(rules, weights)
  return weights
}
