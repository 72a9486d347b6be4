import type { ChangedSince, Decision, DecisionRequest, Records } from '../../contract/index.ts'
import type { Failure } from '../api/failure.ts'
import type { Issue } from './calls.ts'
import type { Seen } from './seen.ts'

/** Why decisions wait for a word of the reviewer, and all that were made after them. */
export type Held =
  /** Somebody decided meanwhile, or the document was read anew. */
  | { readonly because: 'stale'; readonly failure: Failure; readonly changed: ChangedSince }
  /** The server was not reached, or could not store them. */
  | { readonly because: 'failed'; readonly failure: Failure }

/** What the server had against a decision. */
export interface Refusal {
  readonly failure: Failure
  readonly issues: readonly Issue[]
}

/** A decision that is not stored. */
export interface Unstored {
  readonly key: number
  readonly request: DecisionRequest
  /** What it was made on. */
  readonly seen: Seen
}

/** A decision that waits for a word of its own, while others are stored. */
export type Waiting = Unstored &
  (
    | ({ readonly because: 'refused' } & Refusal)
    /** What it is about says something else now; `by` whom, where that is known. */
    | { readonly because: 'overtaken'; readonly now: Seen; readonly by: Decision | null }
  )

export interface DeskState {
  /** As they will be with all that was decided; null until they are known. */
  readonly records: Records | null
  /** Decisions that are not stored yet. */
  readonly unsaved: number
  /** Decisions that were not stored, and why; they are kept until they are sent again or dropped. */
  readonly held: (Held & { readonly decisions: readonly Unstored[] }) | null
  readonly waiting: readonly Waiting[]
  /** The records could not be had. */
  readonly failure: Failure | null
}

export const NOTHING_KNOWN: DeskState = { records: null, unsaved: 0, held: null, waiting: [], failure: null }
