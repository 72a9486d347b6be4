import type { CurrentFlag, CurrentRecord, Decision, Extraction, Observation } from '../contract/index.ts'
import { anchorOf } from './anchor.ts'
import type { KnownText } from './known-text.ts'
import type { Overlaid } from './overlay.ts'

/** One version of a document, as decisions are made on it. */
export interface Reviewed {
  readonly document: string
  readonly extraction: Extraction
  readonly now: KnownText
  readonly decisions: readonly Decision[]
  readonly overlaid: Overlaid
  /** As they were before the first of the decisions that are made together. */
  readonly flags: readonly CurrentFlag[]
}

/** What a decision on a record keeps of it. */
export const grounds = (
  { extraction, now }: Pick<Reviewed, 'extraction' | 'now'>,
  { settledBy: _, decision, machine: __, notes: ___, ...observation }: CurrentRecord,
) => ({
  anchor: anchorOf(now, observation.evidence, observation.id),
  replaced: { decision, observation: observation as Observation },
  machine: extraction.observations.find(o => o.id === observation.id) ?? null,
})
