import type { Extraction } from '../../../contract/index.ts'
import { evidenceAt } from '../../../review/evidence-at.ts'
import { isSameNumber } from '../../../review/same-number.ts'
import type { ShownRecord } from '../shown-record.ts'
import type { AddPlace } from './add-place.ts'

const NO_WORDS = { start: 0, end: 0 }

/**
 * The record that the number at a place has already, rejected ones among them; undefined where it has none.
 * @param extraction as the records are shown
 */
export const recordThere = (
  place: AddPlace,
  extraction: Extraction,
  records: readonly ShownRecord[],
): ShownRecord | undefined => {
  const here =
    place.kind === 'words'
      ? evidenceAt(extraction, place, { page: null, box: null })
      : evidenceAt(extraction, NO_WORDS, place)
  return records.find(({ evidence }) => isSameNumber(extraction, evidence, here))
}
