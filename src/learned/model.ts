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
  readonly #weights: ReadonlyMap<string, readonly number[]>

  constructor({ labels, weights }: ModelFile) {
    this.#labels = labels
    this.#weights = new Map(Object.entries(weights))
  }

  /** The best label for a set of features, among those that may be. */
  judge(features: readonly string[], _: Span, mayBe: (label: string) => boolean): Opinion | null {
    const sums = new Float64Array(this.#labels.length)
    for (const feature of features) {
      const weights = this.#weights.get(feature)
      if (weights === undefined) continue
      for (let i = 0; i < weights.length; i += 2) {
        const label = weights[i] ?? 0
        sums[label] = (sums[label] ?? 0) + (weights[i + 1] ?? 0)
      }
    }
    const ranked = this.#labels
      .map((label, i) => ({ label, sum: sums[i] ?? 0 }))
      .filter(({ label }) => mayBe(label))
      .sort((a, b) => b.sum - a.sum)
    const [best, second] = ranked
    return best === undefined ? null : { label: best.label, margin: best.sum - (second?.sum ?? 0) }
  }
}
