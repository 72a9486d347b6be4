import {
  type Decision,
  EXPLAINED,
  type ExplainedAttribute,
  type Origin,
  type RecordDecision,
} from '../contract/index.ts'
import { misread } from './misread.ts'
import { RecordKeys } from './record-keys.ts'
import { standing } from './standing.ts'

export const VERDICTS = ['confirmed', 'corrected', 'rejected', 'missed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What the machine read an attribute by: a rule, else where it took it from. */
export interface Source {
  /** `number`: of a statistic that was missed. */
  readonly attribute: ExplainedAttribute | 'number'
  /** Null where a rule is named, and of what was missed. */
  readonly origin: Origin | null
  /** Of what was missed, its indicator. */
  readonly rule: string | null
}

/** What a reviewer's decision that holds says of one thing that the machine read, or missed. */
export interface Judgement extends Source {
  /** Of the decision. */
  readonly version: number
  readonly is: Verdict
}

/**
 * What reviewers say of what the machine read, record by record: of each the latest decision that stands, over what the machine said
 * when it was made. A source answers for its own attribute; a record that was rejected speaks against the rules that made it, and not
 * against headings or words that they found something in.
 * @param decisions all of one document, in the order of their versions
 */
export const judgements = (decisions: readonly Decision[]): Judgement[] => {
  const keys = new RecordKeys(decisions)
  const latest = new Map<unknown, RecordDecision>()
  for (const decision of standing(decisions))
    if ('machine' in decision) latest.set(keys.recordOf(decision.version), decision)
  return [...latest.values()].flatMap(judged)
}

const judged = (decision: RecordDecision): Judgement[] => {
  const { machine, version } = decision
  if (machine === null)
    return decision.kind === 'reject'
      ? []
      : [{ version, attribute: 'number', origin: null, rule: decision.settled.indicator, is: 'missed' }]
  const wrong = new Set(decision.kind === 'reject' ? [] : misread(decision.settled, machine, decision.anchor.quote))
  return EXPLAINED.flatMap((attribute): Judgement[] => {
    const reason = machine.because[attribute]
    if (reason === undefined) return []
    const rule = reason.rule ?? null
    if (rule === null && decision.kind === 'reject') return []
    const is = decision.kind === 'reject' ? 'rejected' : wrong.has(attribute) ? 'corrected' : 'confirmed'
    return [{ version, attribute, origin: rule === null ? reason.from : null, rule, is }]
  })
}
