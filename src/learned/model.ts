import { z } from 'zod'
import type { Span } from '../contract/index.ts'
import type { Feature } from './features.ts'

/** `rules/learned/indicators.json`: labels, and for each feature the weight of each label it speaks for or against. */
export const ModelFile = z.strictObject({
  labels: z.array(z.string()).min(2),
  /** What is seen and its words with strokes between → label index, weight, label index, weight, … */
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
  judge(features: readonly Feature[], place: Span, mayBe: (label: string) => boolean): Opinion | null
}

/** Between the parts of a feature in the file. */
export const STROKE = '|'

/** Features by their parts, so that none has to be written out to be looked up. */
interface Node {
  readonly next: Map<string, Node>
  weights: Int32Array | null
}

/** A linear classifier: every feature adds its weights, and the label with the highest sum wins. */
export class LearnedModel implements Judge {
  readonly #labels: readonly string[]
  readonly #root: Node = { next: new Map(), weights: null }

  constructor({ labels, weights }: ModelFile) {
    this.#labels = labels
    for (const [feature, row] of Object.entries(weights)) {
      let node = this.#root
      for (const part of feature.split(STROKE)) {
        const next = node.next.get(part) ?? { next: new Map(), weights: null }
        node.next.set(part, next)
        node = next
      }
      node.weights = Int32Array.from(row)
    }
  }

  judge(features: readonly Feature[], _: Span, mayBe: (label: string) => boolean): Opinion | null {
    const sums = this.#sumsOf(features)
    let best = -1
    let most = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    for (let i = 0; i < sums.length; i++) {
      const sum = sums[i] ?? 0
      if (sum <= second || !mayBe(this.#labels[i] ?? '')) continue
      if (sum > most) {
        second = most
        most = sum
        best = i
      } else second = sum
    }
    const label = this.#labels[best]
    return label === undefined ? null : { label, margin: most - Math.max(second, 0) }
  }

  #sumsOf(features: readonly Feature[]): Int32Array {
    const sums = new Int32Array(this.#labels.length)
    for (const feature of features) {
      let node: Node | undefined = this.#root
      for (let i = 0; i < feature.length && node; i++) node = node.next.get(feature[i] ?? '')
      const row = node?.weights
      if (!row) continue
      for (let i = 0; i < row.length; i += 2) {
        const label = row[i] ?? 0
        sums[label] = (sums[label] ?? 0) + (row[i + 1] ?? 0)
      }
    }
    return sums
  }
}
