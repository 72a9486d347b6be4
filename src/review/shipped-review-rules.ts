import { makeDraft } from '../drafts/make-draft.ts'
import { shippedRules } from '../extract.ts'
import { readVersion } from '../version.ts'
import { checkRecords } from './check-records.ts'
import { codesOf } from './codes.ts'
import type { ReviewRules } from './review-rules.ts'

/** The rules that come with the program; checks are made in this thread. */
export const shippedReviewRules = async (): Promise<ReviewRules> => {
  const rules = shippedRules()
  return {
    engine: { version: readVersion(), rules: rules.digest },
    codes: codesOf(rules),
    check: checkRecords(rules.checks),
    draft: async settled => makeDraft(settled, rules),
  }
}
