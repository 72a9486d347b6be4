import type { MadeDraft, Settled } from '../drafts/make-draft.ts'
import type { Checks } from './current-state.ts'
import type { Codes } from './statement-issues.ts'

/** What the rules give to reviewing: the codes that statements may use, the checks, and examples for themselves. */
export interface ReviewRules extends Checks {
  readonly codes: Codes
  /** See `makeDraft`. */
  readonly draft: (settled: Settled) => Promise<MadeDraft>
}
