import type { Extraction, Flag, Severity } from '../contract/index.ts'
import { isDoubtful } from '../review/doubtful.ts'
import { layoutOf } from '../review/layout.ts'
import { randomSample } from '../review/sample.ts'
import type { DocumentUpdate } from './database/tables.ts'
import { documentId } from './document-id.ts'

/** Nobody has settled a figure yet: there only has to be one. */
const isUnsettledError = ({ severity, observations }: Flag): boolean => severity === 'error' && observations.length > 0

/** The columns of a document that say what there is to look at, as long as nobody has decided anything since it was read. */
export const reviewColumns = (extraction: Omit<Extraction, 'text'>): DocumentUpdate => {
  const { document, flags, observations } = extraction
  const count = (severity: Severity) => flags.filter(flag => flag.severity === severity).length
  return {
    flag_errors: count('error'),
    flag_warnings: count('warning'),
    flag_notes: count('note'),
    open_errors: count('error'),
    unsettled_errors: flags.filter(isUnsettledError).length,
    open_warnings: count('warning'),
    open_doubtful: observations.filter(isDoubtful).length,
    open_sample: randomSample(documentId(document.sha256), extraction).size,
    records: observations.length,
    layout: layoutOf(extraction),
    // counted anew where there are decisions
    reviewed: null,
  }
}
