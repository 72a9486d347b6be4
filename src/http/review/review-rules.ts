import { shippedRules } from '../../extract.ts'
import { checkRecords } from '../../review/check-records.ts'
import { codesOf } from '../../review/codes.ts'
import { readVersion } from '../../version.ts'
import type { ReviewRules } from './review.ts'

let shipped: ReviewRules | null = null

/** The rules that come with the program; checks are made in this thread. */
export const shippedReviewRules = (): ReviewRules => {
  const rules = shippedRules()
  shipped ??= {
    engine: { version: readVersion(), rules: rules.digest },
    codes: codesOf(rules),
    check: checkRecords(rules.checks),
  }
  return shipped
}
