import type { ChangedObservation, ExplainedAttribute, Observation, StatedAttribute } from '../contract/index.ts'

/** The rules that an observation names among its reasons, each once. */
export const rulesOf = ({ because }: Observation): string[] => [
  ...new Set(Object.values(because).flatMap(reason => reason?.rule ?? [])),
]

/**
 * The rules that have to do with what changed in an observation, before or after: those that read the changed attributes, and all
 * of its rules where no reason is kept for such an attribute.
 */
export const rulesOfChange = ({ before, after, stated }: ChangedObservation): string[] => {
  const named = [before, after].flatMap(({ because }) =>
    stated.flatMap(({ name }) => because[REASONED[name]]?.rule ?? []),
  )
  return [...new Set(named.length > 0 ? named : [...rulesOf(before), ...rulesOf(after)])]
}

/** The reason that stands for an attribute; attributes without one of their own are named by the rule for the indicator. */
const REASONED: Record<StatedAttribute, ExplainedAttribute> = {
  subject: 'subject',
  indicator: 'indicator',
  sector: 'sector',
  measure: 'measure',
  value: 'value',
  min: 'value',
  max: 'value',
  comparator: 'comparator',
  unit: 'unit',
  per: 'per',
  period: 'period',
  status: 'status',
  area: 'indicator',
  source: 'indicator',
  label: 'indicator',
  qualifier: 'indicator',
}
