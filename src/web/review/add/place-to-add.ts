import type { Span } from '../../../contract/index.ts'
import type { PagePlace } from '../../page/marked.ts'
import type { AddPlace } from './add-place.ts'
import { type PagesRead, placeOfPage } from './place-of-page.ts'

interface Meant {
  /** The number that is asked about just now. */
  readonly asked: Span | null
  /** What is selected or drawn on the pages, while they are shown: elsewhere it is not seen. */
  readonly onPage: PagePlace | null
  /** The words that are selected in the text, while that is shown. */
  readonly selection: Span | null
}

/** Where a record is to be added: at the number that is asked about, else at what is selected; null where nothing tells. */
export const placeToAdd = ({ onPage, selection, asked }: Meant, pages: PagesRead): AddPlace | null => {
  if (asked === null && onPage !== null) return placeOfPage(onPage, pages)
  const words = asked ?? selection
  return words === null ? null : { kind: 'words', start: words.start, end: words.end }
}
