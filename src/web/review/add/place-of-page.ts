import type { Extraction, Span } from '../../../contract/index.ts'
import type { PagePlace, WordsBetween } from '../../page/marked.ts'
import type { AddPlace } from './add-place.ts'
import { wordsInBox } from './words-in-box.ts'

/** What of the text stands on its pages, as it is shown. */
export interface PagesRead extends Pick<Extraction, 'words'> {
  /** Where words of a page stand in the text; null where they do not, or not just once. */
  readonly wordsOn: (page: number, between: WordsBetween) => Span | null
}

/**
 * The words of the text that were selected on a page, told from others by those around them; on a scan those in the box. Where the text
 * does not have them just once, it is the box.
 */
export const placeOfPage = ({ page, box, between }: PagePlace, { words = [], wordsOn }: PagesRead): AddPlace => {
  const found = between === undefined ? wordsInBox(words, page, box) : wordsOn(page, between)
  return found === null ? { kind: 'box', page, box, quote: between?.words ?? '' } : { kind: 'words', ...found }
}
