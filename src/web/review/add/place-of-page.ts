import type { Extraction } from '../../../contract/index.ts'
import type { PagePlace } from '../../page/marked.ts'
import type { ShownRecord } from '../shown-record.ts'
import type { AddPlace } from './add-place.ts'
import { nearestOnPage } from './nearest-on-page.ts'
import { occurrences } from './occurrences.ts'
import { wordsInBox } from './words-in-box.ts'

/**
 * The words of the text that were selected on a page: those of their kind that stand nearest, in the text, to the record nearest on
 * the page; on a scan those in the box. Without words, or where the text does not have them, it is the box.
 * @param records in offsets of `text`, as the words of a scan
 */
export const placeOfPage = (
  { page, box, quote = '' }: PagePlace,
  { text, words = [] }: Pick<Extraction, 'text' | 'words'>,
  records: readonly ShownRecord[],
): AddPlace => {
  const scanned = quote === '' ? wordsInBox(words, page, box) : null
  if (scanned !== null) return { kind: 'words', ...scanned }
  const beside = nearestOnPage(records, page, box)
  const found = quote === '' || beside === undefined ? undefined : occurrences(text, quote, beside.evidence.start)[0]
  return found === undefined ? { kind: 'box', page, box, quote } : { kind: 'words', ...found }
}
