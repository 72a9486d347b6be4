import type { Comparison, DocumentImpact, Impact, NumeralChange, StatedAttribute } from '../contract/index.ts'
import { rulesOf, rulesOfChange } from './rules-of.ts'
import { Tally } from './tally.ts'

const EFFECTS = ['gained', 'lost', 'changed'] as const
type Effect = (typeof EFFECTS)[number]

/** Attributes that hold codes: few values, so that it can be told which became which. */
const CODED: ReadonlySet<StatedAttribute> = new Set<StatedAttribute>([
  ...(['subject', 'indicator', 'sector', 'measure', 'comparator', 'unit', 'per', 'period', 'status'] as const),
])

/** So many documents are named as those that a change did most to. */
const MOST = 50

/**
 * Adds up what a change of rules or engine did, comparison by comparison. What it holds grows with the rules, codes and checks
 * that differ, not with the documents.
 */
export class ImpactOf {
  #compared = 0
  #touched = 0
  readonly #observations = { before: 0, after: 0, gained: 0, lost: 0, changed: 0, grounds: 0 }
  readonly #flags = { gained: 0, lost: 0, changed: 0 }
  readonly #rules = new Tally<Effect>(EFFECTS)
  readonly #checks = new Tally<Effect>(EFFECTS)
  readonly #attributes = new Tally(['changed'])
  readonly #transitions = new Tally(['changed'])
  readonly #header = new Tally(['changed'])
  readonly #numerals = new Tally(['before', 'after'])
  readonly #most: number
  #documents: DocumentImpact[] = []

  /** @param most how many documents are named at most */
  constructor(most = MOST) {
    this.#most = most
  }

  /** @returns what the change did to this document; null where nothing differs */
  add(document: { readonly id: string; readonly name: string }, comparison: Comparison): DocumentImpact | null {
    const at = ++this.#compared
    const { observations, flags, header, numerals } = comparison
    const stated = observations.changed.filter(c => c.stated.length > 0)
    const impact: DocumentImpact = {
      ...{ id: document.id, name: document.name },
      ...{ gained: observations.gained.length, lost: observations.lost.length, changed: stated.length },
      grounds: observations.changed.length - stated.length,
      ...{ flagsGained: flags.gained.length, flagsLost: flags.lost.length, flagsChanged: flags.changed.length },
      header: header.map(({ name }) => name),
      other: [...comparison.other],
    }
    this.#observations.before += observations.before
    this.#observations.after += observations.after
    for (const name of [...EFFECTS, 'grounds'] as const) this.#observations[name] += impact[name]
    for (const name of EFFECTS) {
      this.#flags[name] += flags[name].length
      for (const flag of flags[name]) this.#checks.add('check' in flag ? flag.check : flag.before.check, name, at)
    }
    for (const o of observations.gained) for (const rule of rulesOf(o)) this.#rules.add(rule, 'gained', at)
    for (const o of observations.lost) for (const rule of rulesOf(o)) this.#rules.add(rule, 'lost', at)
    for (const change of stated) {
      for (const rule of rulesOfChange(change)) this.#rules.add(rule, 'changed', at)
      for (const { name, before, after } of change.stated) {
        this.#attributes.add(name, 'changed', at)
        if (CODED.has(name)) this.#transitions.add(JSON.stringify([name, code(before), code(after)]), 'changed', at)
      }
    }
    for (const { name } of header) this.#header.add(name, 'changed', at)
    for (const change of numerals)
      for (const side of ['before', 'after'] as const) this.#numerals.add(change.class, side, at, change[side])
    if (!touches(impact, numerals)) return null
    this.#touched++
    this.#remember(impact)
    return impact
  }

  get result(): Impact {
    return {
      documents: { compared: this.#compared, touched: this.#touched },
      observations: { ...this.#observations },
      flags: { ...this.#flags },
      rules: this.#rules.largestFirst().map(([rule, counts]) => ({ rule, ...counts })),
      attributes: this.#attributes
        .largestFirst()
        .map(([attribute, counts]) => ({ attribute: attribute as StatedAttribute, ...counts })),
      transitions: this.#transitions.largestFirst().map(([key, counts]) => {
        const [attribute, before, after] = JSON.parse(key) as [StatedAttribute, string | null, string | null]
        return { attribute, before, after, ...counts }
      }),
      checks: this.#checks.largestFirst().map(([check, counts]) => ({ check, ...counts })),
      header: this.#header.largestFirst().map(([field, { documents }]) => ({ field, documents })),
      numerals: this.#numerals
        .largestFirst()
        .sort(([, a], [, b]) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
        .map(([name, counts]) => ({ class: name as NumeralChange['class'], ...counts })),
      most: largestFirst(this.#documents).slice(0, this.#most),
    }
  }

  #remember(impact: DocumentImpact): void {
    this.#documents.push(impact)
    if (this.#documents.length > this.#most * 2) this.#documents = largestFirst(this.#documents).slice(0, this.#most)
  }
}

const touches = (impact: DocumentImpact, numerals: readonly NumeralChange[]): boolean =>
  sizeOf(impact) + flagsOf(impact) + impact.grounds + impact.header.length + impact.other.length + numerals.length > 0

/** What an observation says weighs more than what is said of it. */
const largestFirst = (documents: readonly DocumentImpact[]): DocumentImpact[] =>
  [...documents].sort(
    (a, b) => sizeOf(b) - sizeOf(a) || flagsOf(b) - flagsOf(a) || b.grounds - a.grounds || (a.id < b.id ? -1 : 1),
  )

const sizeOf = ({ gained, lost, changed }: DocumentImpact): number => gained + lost + changed

const flagsOf = (d: DocumentImpact): number => d.flagsGained + d.flagsLost + d.flagsChanged

const code = (value: unknown): string | null =>
  value === null ? null : Array.isArray(value) ? value.join('/') : String(value)
