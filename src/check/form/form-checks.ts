import type { Finding } from '../finding.ts'
import { blankNumber } from './blank-number.ts'
import type { FormDocument } from './form-document.ts'
import { outlineNumbering } from './outline-numbering.ts'
import { periodBackwards } from './period-backwards.ts'
import { programmePeriod } from './programme-period.ts'
import { programmePhase } from './programme-phase.ts'
import { referenceMismatch } from './reference-mismatch.ts'

/** The checks of a document's form, by the name that rules call them (`by` in `rules/checks/form.yaml`). */
export const FORM_CHECKS: Readonly<Record<string, (document: FormDocument) => Finding[]>> = {
  'reference-mismatch': referenceMismatch,
  'outline-numbering': outlineNumbering,
  'blank-number': blankNumber,
  'programme-period': programmePeriod,
  'programme-phase': programmePhase,
  'period-backwards': periodBackwards,
}
