import { FORM_CHECKS } from './form/form-checks.ts'
import { FRACTION } from './fractions.ts'
import { INFERRED_COLUMN, INFERRED_ROW } from './inferred.ts'
import { LIST_SUM } from './lists.ts'
import { NO_SUCH_PLAN } from './no-such-plan.ts'
import { BACKWARDS, RANGE } from './ranges.ts'
import { HEADING, REPEAT, TWICE } from './repeats.ts'
import { ROUNDING } from './rounding.ts'
import { SHARES } from './shares.ts'
import { SIBLINGS } from './sibling-shares.ts'
import { SLIP } from './slips.ts'
import { DECLARED } from './table-formulas.ts'

/** What a rule without a formula may call (`by`). */
export const PROCEDURES: ReadonlySet<string> = new Set([
  DECLARED,
  INFERRED_COLUMN,
  INFERRED_ROW,
  LIST_SUM,
  FRACTION,
  REPEAT,
  HEADING,
  TWICE,
  SHARES,
  SIBLINGS,
  RANGE,
  BACKWARDS,
  ROUNDING,
  NO_SUCH_PLAN,
  SLIP,
  ...Object.keys(FORM_CHECKS),
])
