import type { Term } from '../lex/term.ts'
import { matchAt } from '../rules/match.ts'
import type { RuleSet, WithPattern } from '../rules/rule-set.ts'
import type { MeasureRule } from '../rules/schema.ts'
import type { Figure } from './figure.ts'

export interface MeasureHit {
  readonly rule: WithPattern<MeasureRule>
  readonly from: number
  readonly to: number
}

/** Which measure a figure is; the rules stand in order of precedence and the last one takes everything. */
export const measureOf = (terms: readonly Term[], figure: Figure, rules: RuleSet): MeasureHit => {
  const { at, sentence } = figure
  // a measure's words may cross commas and brackets, but not the next or the last number but one
  const low = Math.max(sentence.from, at - 10)
  const high = Math.min(sentence.to, at + 8)
  for (const rule of rules.measures) {
    const m = matchAt(rule.pattern, terms, at, low, high)
    if (m) return { rule, from: m.from, to: m.to }
  }
  throw new Error('rules/measures.yaml has no rule that takes every number')
}
