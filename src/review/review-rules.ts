import type { Checks } from './current-state.ts'
import type { Codes } from './statement-issues.ts'

/** What the rules give to reviewing: the codes that statements may use, and the checks. */
export interface ReviewRules extends Checks {
  readonly codes: Codes
}
