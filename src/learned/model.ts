import { z } from 'zod'
import type { Span } from '../contract/index.ts'

/** `rules/learned/indicators.json`: labels, and for each feature the weight of each label it speaks for or against. */
export const ModelFile = z.strictObject({
  labels: z.array(z.string()).min(2),
  /** Feature → label index, weight, label index, weight, … */
  weights: z.record(z.string(), z.array(z.number().int())),
})
export type ModelFile = z.infer<typeof ModelFile>

export interface Opinion {
  readonly label: string
  /** How far ahead of the second best label it is. */
  readonly margin: number
}

/** Whoever has an opinion on what a number measures. */
export interface Judge {
  /**
   * @param features what is seen of the number and the words around it
   * @param place of the number in the text as read
   * @param mayBe which labels are possible
   */
  judge(features: readonly string[], place: Span, mayBe: (label: string) => boolean): Opinion | null
}

/** A linear classifier: every feature adds its weights, and the label with the highest sum wins. */
export class LearnedModel implements Judge {
  readonly #labels: readonly string[]
  readonly #weights: ReadonlyMap<string, Int32Array>

  constructor({ labels, weights }: ModelFile) {
    this.#labels = labels
    this.#weights = new Map(Object.entries(weights).map(([feature, row]) => [feature, Int32Array.from(row)]))
  }

  judge(features: readonly string[], _: Span, mayBe: (label: string) => boolean): Opinion | null {
    const sums = this.#sumsOf(features)
    let best: Opinion & { readonly sum: number } = { label: '', sum: Number.NEGATIVE_INFINITY, margin: 0 }
    let second = Number.NEGATIVE_INFINITY
    for (const [i, label] of this.#labels.entries()) {
      const sum = sums[i] ?? 0
      if (sum <= second || !mayBe(label)) continue
      if (sum > best.sum) {
        second = best.sum
        best = { label, sum, margin: 0 }
      } else second = sum
    }
    return best.label === '' ? null : { label: best.label, margin: best.sum - Math.max(second, 0) }
  }

  #sumsOf(features: readonly string[]): Int32Array {
    const sums = new Int32Array(this.#labels.length)
    for (const feature of features) {
      const row = this.#weights.get(feature)
      if (row === undefined) continue
      for (let i = 0; i < row.length; i += 2) {
        const label = row[i] ?? 0
        sums[label] = (sums[label] ?? 0) + (row[i + 1] ?? 0)
      }
    }
    return sums
  }
}
