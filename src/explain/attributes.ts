import type {
  AttributeReason,
  ExplainedAttribute,
  ReadObservation,
  Reason,
  RuleUsed,
  Words,
} from '../contract/index.ts'
import type { Settled } from '../observe/history.ts'
import type { Question } from '../observe/watch.ts'
import type { Places } from './places.ts'

const shownValue = (o: ReadObservation, attribute: AttributeReason['attribute']): AttributeReason['value'] => {
  if (attribute !== 'value') return o[attribute]
  return o.value ?? { min: o.min ?? 0, max: o.max ?? 0 }
}

/** Attributes in the order in which people ask for them. */
const ORDER = [
  'indicator',
  'subject',
  'sector',
  'measure',
  'value',
  'unit',
  'per',
  'comparator',
  'period',
  'status',
] as const satisfies readonly ExplainedAttribute[]

/** A credit fund is in the branch of credit, whatever names it. */
const impliedBy = (o: ReadObservation, attribute: ExplainedAttribute): Reason | undefined =>
  attribute === 'sector' && o.sector !== null ? o.because.subject : undefined

/**
 * Where each attribute of an observation came from, as its reading says.
 * @param settled how running text was read; null for a figure of a cell
 */
export const attributesOf = (
  o: ReadObservation,
  settled: Settled | null,
  questions: readonly Question[],
  places: Places,
): AttributeReason[] =>
  ORDER.map(attribute => {
    const reason = o.because[attribute] ?? impliedBy(o, attribute) ?? { from: 'default' as const }
    const { start, end } = attribute === 'value' ? o.evidence : reason
    const words: Words | null = start === undefined || end === undefined ? null : places.words({ start, end })
    const rule = reason.rule === undefined ? null : used(reason.rule, settled, questions)
    return {
      attribute,
      value: shownValue(o, attribute),
      from: reason.from,
      rule,
      words,
      contradicted: reason.contradicted ?? null,
    }
  })

/** A rule with the pattern of it that matched. */
const used = (id: string, settled: Settled | null, questions: readonly Question[]): RuleUsed => {
  if (settled?.measure.rule.id === id) return { id, pattern: settled.measure.rule.pattern.source }
  const hit = questions.flatMap(q => q.hits).find(h => h.rule.rule.id === id)
  return { id, pattern: hit?.pattern.source ?? null }
}
