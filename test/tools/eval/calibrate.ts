import { groundsOf, type Judged, productOf } from '../../../src/observe/confidence.ts'
import type { Precision, Tally } from '../../../src/rules/precision.ts'
import { differences } from '../score/agreement.ts'
import type { Pairs } from '../score/pairs.ts'
import type { FoundObservation } from '../score/score.ts'

const JUDGED: readonly Judged[] = ['value', 'indicator', 'measure', 'unit', 'subject', 'sector', 'period', 'status']

/** A document's pairs, and whether rules were written with its text in view. */
export interface Labelled {
  readonly pairs: Pairs<FoundObservation>
  readonly heldOut: boolean
}

interface Judgement {
  readonly found: FoundObservation
  readonly wrong: ReadonlySet<string>
  readonly heldOut: boolean
}

/** Rules were mended until the documents in view were right: what those say counts for little beside the others. */
const WEIGHT_IN_VIEW = 0.25

/**
 * How often each rule and each origin of an attribute was right, and how often observations were whose precisions have a
 * given product. Where held-out documents are, origins and the curve are measured on them alone.
 */
export const calibrate = (documents: readonly Labelled[]): Precision => {
  const judged = documents.flatMap(judgementsOf)
  const unseen = judged.filter(j => j.heldOut)
  const fair = unseen.length > 0 ? unseen : judged
  const tallies = { rules: rulesOf(judged), origins: originsOf(fair) }
  const points = fair.map(j => ({
    product: productOf(j.found, { ...tallies, curve: [] }),
    right: j.wrong.size === 0 ? 1 : 0,
  }))
  return { ...tallies, curve: risingCurve(points) }
}

const judgementsOf = ({ pairs, heldOut }: Labelled): Judgement[] => [
  ...pairs.pairs.flatMap(({ gold, found }) =>
    found ? [{ found, wrong: new Set<string>(differences(gold, found)), heldOut }] : [],
  ),
  ...pairs.spurious.map(found => ({ found, wrong: new Set<string>(JUDGED), heldOut })),
]

const rulesOf = (judged: readonly Judgement[]): Record<string, Tally> => {
  const rules: Record<string, Tally> = {}
  for (const { found, wrong, heldOut } of judged)
    for (const attribute of ['indicator', 'measure'] as const) {
      const { rule } = groundsOf(found, attribute)
      if (rule !== undefined) count(rules, rule, !wrong.has(attribute), heldOut ? 1 : WEIGHT_IN_VIEW)
    }
  return sorted(rules)
}

const originsOf = (judged: readonly Judgement[]): Record<string, Record<string, Tally>> =>
  Object.fromEntries(
    JUDGED.map(attribute => {
      const origins: Record<string, Tally> = {}
      for (const { found, wrong } of judged)
        count(origins, groundsOf(found, attribute).origin, !wrong.has(attribute), 1)
      return [attribute, sorted(origins)]
    }),
  )

const count = (tallies: Record<string, Tally>, key: string, right: boolean, weight: number): void => {
  const [hits, of] = tallies[key] ?? [0, 0]
  tallies[key] = [hits + (right ? weight : 0), of + weight]
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

interface Point {
  readonly product: number
  readonly right: number
}

/** So many observations make a point of the curve. */
const BIN = 60

/** Means of bins of neighbours, those that would fall joined with the ones before (pool adjacent violators, Ayer 1955). */
const risingCurve = (points: readonly Point[]): [number, number][] => {
  const ordered = points.toSorted((a, b) => a.product - b.product)
  const bins: { product: number; right: number; of: number }[] = []
  for (let from = 0; from < ordered.length; from += BIN) {
    const bin = ordered.slice(from, ordered.length - from < 2 * BIN ? undefined : from + BIN)
    let next = { product: sum(bin, 'product'), right: sum(bin, 'right'), of: bin.length }
    for (let last = bins.at(-1); last && last.right / last.of >= next.right / next.of; last = bins.at(-1)) {
      next = { product: last.product + next.product, right: last.right + next.right, of: last.of + next.of }
      bins.pop()
    }
    bins.push(next)
    if (bin.length > BIN) break
  }
  return bins.map(({ product, right, of }) => [round(product / of), round(right / of)])
}

const sum = (points: readonly Point[], key: keyof Point): number => points.reduce((total, p) => total + p[key], 0)
const round = (n: number): number => Number(n.toFixed(3))
