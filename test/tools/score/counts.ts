import { agrees, agreesInCore, differences } from './agreement.ts'
import { ATTRIBUTES, type Attribute } from './attributes.ts'
import type { Found, Pairs } from './pairs.ts'

/** What was right, as counts, so that documents can be added up. */
export interface Counts {
  readonly gold: number
  readonly extracted: number
  readonly located: number
  /** Of the located: right in every core attribute, and in every attribute. */
  readonly core: number
  readonly strict: number
  readonly agreed: Readonly<Record<Attribute, number>>
}

const perAttribute = (count: (a: Attribute) => number): Record<Attribute, number> => ({
  value: count('value'),
  unit: count('unit'),
  measure: count('measure'),
  subject: count('subject'),
  indicator: count('indicator'),
  sector: count('sector'),
  comparator: count('comparator'),
  per: count('per'),
  period: count('period'),
  status: count('status'),
})

export const countPairs = ({ pairs, spurious }: Pairs<Found>): Counts => {
  const located = pairs.flatMap(({ gold, found }) => (found ? [{ gold, found }] : []))
  return {
    gold: pairs.length,
    extracted: located.length + spurious.length,
    located: located.length,
    core: located.filter(({ gold, found }) => agreesInCore(gold, found)).length,
    strict: located.filter(({ gold, found }) => differences(gold, found).length === 0).length,
    agreed: perAttribute(a => located.filter(({ gold, found }) => agrees(a, gold, found)).length),
  }
}

export const addUp = (all: readonly Counts[]): Counts => {
  const sum = (of: (c: Counts) => number) => all.reduce((total, c) => total + of(c), 0)
  return {
    gold: sum(c => c.gold),
    extracted: sum(c => c.extracted),
    located: sum(c => c.located),
    core: sum(c => c.core),
    strict: sum(c => c.strict),
    agreed: perAttribute(a => sum(c => c.agreed[a])),
  }
}

const ratio = (part: number, whole: number): number => (whole ? part / whole : 0)
const f1 = (p: number, r: number): number => (p + r ? (2 * p * r) / (p + r) : 0)

/** Recall, precision and their harmonic mean, between 0 and 1; an attribute's agreement is a share of the located. */
export const scoresOf = (c: Counts) => ({
  recall: ratio(c.located, c.gold),
  precision: ratio(c.located, c.extracted),
  f1: f1(ratio(c.located, c.extracted), ratio(c.located, c.gold)),
  coreF1: f1(ratio(c.core, c.extracted), ratio(c.core, c.gold)),
  strictF1: f1(ratio(c.strict, c.extracted), ratio(c.strict, c.gold)),
  attributes: Object.fromEntries(ATTRIBUTES.map(a => [a, ratio(c.agreed[a], c.located)])),
})
