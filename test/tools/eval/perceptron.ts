import type { ModelFile } from '../../../src/learned/model.ts'

export interface Example {
  readonly features: readonly string[]
  /** Labels that are right; the first is the one to learn. */
  readonly labels: readonly [string, ...string[]]
}

const EPOCHS = 8
/** One order of the examples is chance: so many are learned from, and their models added up. */
const ORDERS = 5
/** Weights are whole numbers of this fraction of one step. */
const SCALE = 10
/** A feature that was met in fewer examples says more of the sample than of the language. */
const SELDOM = 2

/**
 * Learns a linear classifier by the averaged perceptron (Freund & Schapire 1999; Collins 2002). The orders of examples are
 * drawn by a fixed generator, so that the same examples give the same model.
 */
export const learn = (examples: readonly Example[]): ModelFile => {
  const labels = [...new Set(examples.map(e => e.labels[0]))].sort()
  const met = new Map<string, number>()
  for (const { features } of examples) for (const f of new Set(features)) met.set(f, (met.get(f) ?? 0) + 1)
  const known = examples.map(e => ({ ...e, features: e.features.filter(f => (met.get(f) ?? 0) >= SELDOM) }))
  const sums: Weights = new Map()
  for (let order = 0; order < ORDERS; order++)
    for (const [feature, means] of learnInOrder(known, labels, 1 + order * EPOCHS)) {
      const row = rowOf(sums, feature, labels.length)
      means.forEach((mean, label) => {
        row[label] = (row[label] ?? 0) + mean / ORDERS
      })
    }
  const whole = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([feature, weights]) => {
      const kept = [...weights].flatMap((weight, label) => {
        const rounded = Math.round(weight * SCALE)
        return rounded === 0 ? [] : [label, rounded]
      })
      return kept.length === 0 ? [] : [[feature, kept] as const]
    })
  return { labels, weights: Object.fromEntries(whole) }
}

/** Per feature a weight for each label. */
type Weights = Map<string, Float64Array>

const rowOf = (table: Weights, feature: string, width: number): Float64Array => {
  const row = table.get(feature) ?? new Float64Array(width)
  table.set(feature, row)
  return row
}

/** The weights after each example, averaged; `seed` draws the order of the first epoch, and the next ones those after it. */
const learnInOrder = (examples: readonly Example[], labels: readonly string[], seed: number): Weights => {
  const index = new Map(labels.map((label, i) => [label, i]))
  const now: Weights = new Map()
  const total: Weights = new Map()
  const change = (features: readonly string[], label: number, by: number, step: number) => {
    for (const f of features) {
      const weights = rowOf(now, f, labels.length)
      const totals = rowOf(total, f, labels.length)
      weights[label] = (weights[label] ?? 0) + by
      totals[label] = (totals[label] ?? 0) + by * step
    }
  }
  let step = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, labels: right } of shuffled(examples, seed + epoch)) {
      const guess = bestOf(features, now, labels.length)
      if (!right.includes(labels[guess] ?? '')) {
        change(features, index.get(right[0]) ?? 0, 1, step)
        change(features, guess, -1, step)
      }
      step++
    }
  }
  return new Map(
    [...now].map(([f, weights]) => [f, weights.map((w, label) => w - (total.get(f)?.[label] ?? 0) / step)]),
  )
}

const bestOf = (features: readonly string[], table: ReadonlyMap<string, Float64Array>, labels: number): number => {
  const sums = new Float64Array(labels)
  for (const f of features) {
    const weights = table.get(f)
    if (weights) for (let i = 0; i < labels; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0)
  }
  let best = 0
  for (let i = 1; i < labels; i++) if ((sums[i] ?? 0) > (sums[best] ?? 0)) best = i
  return best
}

/** Fisher-Yates with a linear congruential generator. */
const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const result = [...items]
  let state = seed
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    const j = Math.floor((state / 2 ** 31) * (i + 1))
    const [a, b] = [result[i], result[j]]
    if (a !== undefined && b !== undefined) {
      result[i] = b
      result[j] = a
    }
  }
  return result
}
