import { ATTRIBUTES, type Attribute, CORE, type Statement } from './attributes.ts'
import type { Gold } from './gold.ts'

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))

const sameAmount = (a: Statement, b: Statement): boolean =>
  near(a.value ?? null, b.value ?? null) && near(a.min ?? null, b.min ?? null) && near(a.max ?? null, b.max ?? null)

/** How each attribute is compared; order within `per` does not count, what is left out has its default. */
const SAME: Readonly<Record<Attribute, (gold: Statement, found: Statement) => boolean>> = {
  value: sameAmount,
  unit: (g, e) => g.unit === e.unit,
  measure: (g, e) => g.measure === e.measure,
  subject: (g, e) => g.subject === e.subject,
  indicator: (g, e) => g.indicator === e.indicator,
  sector: (g, e) => (g.sector ?? null) === (e.sector ?? null),
  comparator: (g, e) => (g.comparator ?? 'eq') === (e.comparator ?? 'eq'),
  per: (g, e) => [...(g.per ?? [])].sort().join() === [...(e.per ?? [])].sort().join(),
  period: (g, e) => g.period === e.period,
  status: (g, e) => g.status === e.status,
}

/** Whether an observation has an attribute as gold has it, or as gold accepts it. */
export const agrees = (attribute: Attribute, gold: Gold, found: Statement): boolean =>
  SAME[attribute](gold, found) ||
  (gold.accept?.[attribute] ?? []).some(other => SAME[attribute]({ ...gold, [attribute]: other }, found))

/** The attributes in which an observation differs from gold. */
export const differences = (gold: Gold, found: Statement): Attribute[] =>
  ATTRIBUTES.filter(a => !agrees(a, gold, found))

export const agreesInCore = (gold: Gold, found: Statement): boolean => CORE.every(a => agrees(a, gold, found))

/** The same amount in the same unit: how an observation is found where offsets do not compare. */
export const sameNumber = (gold: Gold, found: Statement): boolean => sameAmount(gold, found) && gold.unit === found.unit
