import type { CurrentFlag, CurrentRecord, Decision, Extraction, Observation } from '../contract/index.ts'
import { anchorOf } from './anchor.ts'
import type { KnownText } from './known-text.ts'
import type { Overlaid } from './overlay.ts'
import { randomSample } from './sample.ts'

/** One version of a document, as decisions are made on it. */
export interface Reviewed {
  readonly document: string
  readonly extraction: Extraction
  readonly now: KnownText
  readonly decisions: readonly Decision[]
  readonly overlaid: Overlaid
  /** As they were before the first of the decisions that are made together; needed only where one of these is about a flag. */
  readonly flags: readonly CurrentFlag[]
}

/** What a decision on a record keeps of it. */
export const grounds = (on: Reviewed, record: CurrentRecord) => {
  const { settledBy: _, decision, machine: __, notes: ___, ...observation } = record
  return {
    anchor: anchorOf(on.now, observation.evidence, observation.id),
    first: on.overlaid.firstOn(observation.id),
    replaced: { decision, observation: observation as Observation },
    machine: on.extraction.observations.find(o => o.id === observation.id) ?? null,
    sampled: isSampled(on, record),
  }
}

/** As it was when the record was settled first: whatever leads to a second decision is no chance. */
const isSampled = ({ document, decisions, extraction }: Reviewed, { id, decision }: CurrentRecord): boolean => {
  const before = decisions.find(each => each.id === decision)
  if (before !== undefined) return 'sampled' in before && before.sampled === true
  const observations = extraction.observations.filter(o => o.id === id)
  return randomSample(document, { observations, flags: extraction.flags }).has(id)
}
