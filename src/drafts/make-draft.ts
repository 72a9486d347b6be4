import type { CurrentRecord, Extraction, Observation, Reason, RecordDecision } from '../contract/index.ts'
import { isOwnFigure } from '../review/misread.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { type Draft, type Misread, NO_STATISTIC } from './draft.ts'
import { type Difference, differencesOf, expectedOf, statementDifferences } from './judge-draft.ts'
import { placeDraft } from './place-draft.ts'
import { readDraft } from './read-draft.ts'

/** A record that a reviewer has settled, with what is to be known of it to make an example. */
export interface Settled {
  readonly extraction: Extraction
  /** As it stands now; of a rejected one what it was. */
  readonly record: CurrentRecord
  /** The decision that holds. */
  readonly decision: RecordDecision
  readonly draftedBy: string
}

/** Why a record gives no draft. */
export type NoDraft =
  /** It stands where the text has no words. */
  | 'no-words'
  /** The document prints a wrong figure; all else was read right. */
  | 'own-figure'
  /** The rules read its place as the reviewer settled it. */
  | 'reads-right'

export type MadeDraft = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly why: NoDraft }

/**
 * Makes an example of what a reviewer has settled: the shortest excerpt of its document that the rules read as they read the whole
 * document there, with what is right.
 */
export const makeDraft = (settled: Settled, rules: RuleSet): MadeDraft => {
  const { extraction, record, decision } = settled
  const machine = extraction.observations.find(o => o.id === record.id) ?? null
  const placed = placeDraft(extraction, record.id, record.evidence, rules)
  if (placed === null) return { ok: false, why: 'no-words' }
  const expected = rightOf(decision, machine)
  if (machine !== null && expected !== NO_STATISTIC && statementDifferences(expected, machine, {}).length === 0)
    return { ok: false, why: ownFigure(decision, machine) ? 'own-figure' : 'reads-right' }
  const differences = differencesOf(expected, readDraft(placed.draft, rules))
  if (differences.length === 0) return { ok: false, why: 'reads-right' }
  const wrong = machine === null ? misreadIn(differences) : misreadBy(machine, expected)
  return { ok: true, draft: { from: originOf(settled), misread: wrong, ...placed.draft, expected } }
}

const ownFigure = (decision: RecordDecision, machine: Observation): boolean =>
  decision.kind !== 'reject' && isOwnFigure(decision.settled, machine, decision.anchor.quote)

/** What is right. A figure that the document prints wrong is left as it prints it: no rule reads another. */
const rightOf = (decision: RecordDecision, machine: Observation | null): Draft['expected'] => {
  if (decision.kind === 'reject') return NO_STATISTIC
  const { settled } = decision
  if (machine === null || !ownFigure(decision, machine)) return expectedOf(settled)
  const { value: _, min: __, max: ___, ...rest } = expectedOf(settled)
  const { value, min, max } = machine
  return expectedOf({ ...rest, value, min, max })
}

/** What the machine read otherwise in the document, and by which rules. */
const misreadBy = (machine: Observation, expected: Draft['expected']): Misread[] => {
  const { because } = machine
  if (expected !== NO_STATISTIC) return misreadIn(statementDifferences(expected, machine, because), because)
  const rule = because.indicator?.rule ?? null
  return misreadIn([{ attribute: 'number', read: machine.indicator, expected, rule }], because)
}

const misreadIn = (differences: readonly Difference[], because: Observation['because'] = {}): Misread[] =>
  differences.map(({ attribute, read, expected: right, rule }) => {
    const { from = null } = (because as Readonly<Record<string, Reason>>)[attribute] ?? {}
    return { attribute, read, right, from, rule }
  })

const originOf = ({ extraction, record, decision, draftedBy }: Settled): Draft['from'] => {
  const { document } = extraction
  const { id, who, when, why } = decision
  return {
    ...{ document: decision.document, name: document.name, number: document.number, record: record.id },
    ...{ decision: id, who, when, why, draftedBy },
  }
}
