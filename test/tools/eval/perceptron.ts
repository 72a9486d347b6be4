import type { ModelFile } from '../../../src/learned/model.ts'

export interface Example {
  readonly features: readonly string[]
  /** Labels that are right; the first is the one to learn. */
  readonly labels: readonly [string, ...string[]]
}

const EPOCHS = 8
/** Weights are whole numbers of this fraction of one step. */
const SCALE = 10
/** A feature that was met in fewer examples says more of the sample than of the language. */
const SELDOM = 2

/**
 * Learns a linear classifier by the averaged perceptron (Freund & Schapire 1999; Collins 2002). The order of examples is
 * drawn by a fixed generator, so that the same examples give the same model.
 */
export const learn = (examples: readonly Example[]): ModelFile => {
  const labels = [...new Set(examples.map(e => e.labels[0]))].sort()
  const index = new Map(labels.map((label, i) => [label, i]))
  const met = new Map<string, number>()
  for (const { features } of examples) for (const f of new Set(features)) met.set(f, (met.get(f) ?? 0) + 1)
  const known = examples.map(e => ({ ...e, features: e.features.filter(f => (met.get(f) ?? 0) >= SELDOM) }))
  const now = new Map<string, Float64Array>()
  const total = new Map<string, Float64Array>()
  const row = (table: Map<string, Float64Array>, feature: string): Float64Array => {
    const old = table.get(feature) ?? new Float64Array(labels.length)
    table.set(feature, old)
    return old
  }
  const change = (features: readonly string[], label: number, by: number, step: number) => {
    for (const f of features) {
      const weights = row(now, f)
      const totals = row(total, f)
      weights[label] = (weights[label] ?? 0) + by
      totals[label] = (totals[label] ?? 0) + by * step
    }
  }
  let step = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, labels: right } of shuffled(known, epoch + 1)) {
      const guess = bestOf(features, now, labels.length)
      if (!right.includes(labels[guess] ?? '')) {
        change(features, index.get(right[0]) ?? 0, 1, step)
        change(features, guess, -1, step)
      }
      step++
    }
  }
  const averaged = [...now]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([feature, weights]) => {
      const totals = total.get(feature)
      const kept = [...weights].flatMap((w, label) => {
        const mean = Math.round((w - (totals?.[label] ?? 0) / step) * SCALE)
        return mean === 0 ? [] : [label, mean]
      })
      return kept.length === 0 ? [] : [[feature, kept] as const]
    })
  return { labels, weights: Object.fromEntries(averaged) }
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
