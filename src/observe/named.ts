import type { Reason } from '../contract/index.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import type { Settled } from './history.ts'
import type { IndicatorHit, Window } from './indicator.ts'
import type { Reading } from './reading.ts'

/** What a figure measures, and how far away the words stood that say so. */
export interface Named {
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  readonly reason: Reason
  readonly side: Settled['named']
  readonly distance: 'own' | 'lead' | 'context' | 'figure' | 'none'
}

/** Rules below this are defaults: they give way to what the figure before was about. */
export const DEFAULT_PRIORITY = 10

/** Named by a rule that matched the figure's own words. */
export const fromOwnWords = (reading: Reading, window: Window, hit: IndicatorHit): Named => {
  const start = window.terms[hit.from]?.start ?? 0
  const end = window.terms[hit.to - 1]?.end ?? start + 1
  return {
    indicator: hit.rule.indicator,
    rule: hit.rule,
    reason: { from: 'rule', rule: hit.rule.rule.id, ...sourceSpan(reading.content, start, end) },
    side: hit.from < window.at ? 'before' : 'after',
    distance: 'own',
  }
}

/** Named by another figure, on which it leans. */
export const fromFigure = (reading: Reading, s: Settled, side: Settled['named']): Named => ({
  indicator: s.indicator,
  rule: s.rule,
  reason: { from: 'figure', ...sourceSpan(reading.content, s.draft.start, s.draft.end) },
  side,
  distance: 'figure',
})
