import type { Extraction } from '../contract/index.ts'
import { isDoubtful } from '../review/doubtful.ts'
import { layoutOf } from '../review/layout.ts'
import type { DocumentUpdate } from './database/tables.ts'

/** The columns of a document that say what there is to look at, as long as nobody has decided anything since it was read. */
export const reviewColumns = (extraction: Omit<Extraction, 'text'>): DocumentUpdate => ({
  open_errors: extraction.flags.filter(flag => flag.severity === 'error').length,
  open_doubtful: extraction.observations.filter(isDoubtful).length,
  layout: layoutOf(extraction),
  // counted anew where there are decisions
  reviewed: null,
})
