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
const REACH = 40

/** The figures of a block that are settled already. */
export class History {
  readonly #settled: Settled[] = []

  add(settled: Settled): void {
    this.#settled.push(settled)
  }

  get all(): readonly Settled[] {
    return this.#settled
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

  /** Everything settled of a sentence, in order. */
  ofSentence(sentence: Figure['sentence']): Settled[] {
    const found: Settled[] = []
    this.latest(s => {
      if (s.figure.sentence.from !== sentence.from) return true
      found.unshift(s)
      return false
    })
    return found
  }

  /** The quantities proper of a sentence, in order. */
  levelsOf(sentence: Figure['sentence']): Settled[] {
    return this.ofSentence(sentence).filter(isLevel)
  }
}

/** People of one organisation on average, beside whom a number of people is of all of them. */
export const isAverageOfPeople = ({ draft }: Settled, { quantity }: Figure): boolean =>
  draft.unit === 'person' && draft.per.includes('organisation') && !quantity.per.includes('organisation')

/** Without the averages, where others are left: `4.256 người (BQ 112 người/HTX), tăng 312 người`. */
export const withoutAverages = (settled: readonly Settled[], figure: Figure): readonly Settled[] => {
  const totals = settled.filter(s => !isAverageOfPeople(s, figure))
  return totals.length > 0 ? totals : settled
}

/** A quantity proper: no share, change or completion, no second number of a pair. */
export const isLevel = (s: Settled) => s.draft.measure === 'level' && s.quantity.pair !== 'second'
