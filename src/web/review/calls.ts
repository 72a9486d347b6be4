import type { ChangedSince, DecisionHistory, DecisionRequest, DecisionsMade, Records } from '../../contract/index.ts'
import type { Failure } from '../api/failure.ts'

/** What became of decisions that were sent. */
export type Sent =
  | { readonly is: 'made'; readonly made: DecisionsMade }
  /** Others were faster, or the document was read anew. */
  | { readonly is: 'stale'; readonly failure: Failure; readonly changed: ChangedSince }
  /** Something in them cannot be. */
  | { readonly is: 'refused'; readonly failure: Failure; readonly issues: readonly Issue[] }

export interface Issue {
  /** The part of the request, as `/decisions/0/changes/unit`. */
  readonly at: string
  readonly message: string
}

/** All decisions on a document, in the order in which they were made. */
export type WholeHistory = Pick<DecisionHistory, 'decisions' | 'undone'>

/** The calls of reviewing; tests put others in their place. */
export interface ReviewCalls {
  records(document: string): Promise<Records>
  /** Null where they are still those of a version. */
  recordsUnless(document: string, version: string): Promise<Records | null>
  /** @throws {@link ApiError} for whatever is no word on the decisions themselves */
  decide(document: string, version: string, who: string, decisions: readonly DecisionRequest[]): Promise<Sent>
  history(document: string): Promise<WholeHistory>
}
