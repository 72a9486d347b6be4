import type { Quantity } from '../lex/term.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import type { Draft } from './draft.ts'
import type { Figure } from './figure.ts'
import type { MeasureHit } from './measure.ts'

/** What a figure became, for the figures after it that lean on it. */
export interface Settled {
  readonly figure: Figure
  readonly quantity: Quantity
  readonly measure: MeasureHit
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  /** The words that named the indicator stood before or after the number, or with another figure. */
  readonly named: 'before' | 'after' | 'inherited'
  readonly draft: Draft
}

/** How far back a figure may lean, so that a paragraph of numbers is read in linear time. */
export const REACH = 40

/** The figures of a block that are settled already. */
export class History {
  readonly #settled: Settled[] = []

  add(settled: Settled): void {
    this.#settled.push(settled)
  }

  get drafts(): readonly Draft[] {
    return this.#settled.map(s => s.draft)
  }

  get last(): Settled | null {
    return this.#settled.at(-1) ?? null
  }

  /** The latest that satisfies a condition. */
  latest(condition: (s: Settled) => boolean): Settled | null {
    for (let i = this.#settled.length - 1; i >= Math.max(0, this.#settled.length - REACH); i--) {
      const s = this.#settled[i]
      if (s && condition(s)) return s
    }
    return null
  }

  /** The latest quantity proper: no share, change or completion, no second number of a pair. */
  get lastLevel(): Settled | null {
    return this.latest(isLevel)
  }

  /** The quantities proper of a sentence, in order. */
  levelsOf(sentence: Figure['sentence']): Settled[] {
    const found: Settled[] = []
    this.latest(s => {
      if (s.figure.sentence.from !== sentence.from) return true
      if (isLevel(s)) found.unshift(s)
      return false
    })
    return found
  }
}

const isLevel = (s: Settled) => s.draft.measure === 'level' && s.quantity.pair !== 'second'
