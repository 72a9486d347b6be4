import type { Measure, Observation } from '../contract/index.ts'
import type { Quantity } from '../lex/term.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import type { Figure } from './figure.ts'
import type { MeasureHit } from './measure.ts'

/** An observation on its way: all attributes; `start` and `end` of its number are offsets into the block's content, `because` has spans of the text as read. */
export interface Draft extends Omit<Observation, 'id' | 'area' | 'evidence' | 'because' | 'source'> {
  readonly start: number
  readonly end: number
  readonly measure: Measure
  readonly because: Observation['because']
}

/** What a figure became, for the figures after it that lean on it. */
export interface Settled {
  readonly figure: Figure
  readonly quantity: Quantity
  readonly measure: MeasureHit
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  /** The words that named the indicator stood before the number. */
  readonly named: 'before' | 'after' | 'inherited'
  readonly draft: Draft
}
