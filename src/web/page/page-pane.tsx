import { memo } from 'preact/compat'
import type { DocumentInfo } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import type { Lit, Marked, PageNumeral, PagePlace } from './marked.ts'
import { PageStack } from './page-stack.tsx'
import { usePageSource } from './use-page-source.ts'
import type { LaidOut } from './use-pages-view.ts'

export interface PagePaneProps {
  readonly document: ArchivedDocument
  readonly info: DocumentInfo
  /** Those that have a box, in reading order. A new array draws the marks anew. */
  readonly records: readonly Marked[]
  readonly selected: string | null
  /** The record at which a flag is looked at: it is gone to like the selected one. */
  readonly sought?: string | null
  readonly lit?: readonly Lit[]
  /** Where a record is to be added: what `onBox` told last, as long as it is to be seen. */
  readonly place: PagePlace | null
  /** A place to look at closely; null to go back to the size of before. */
  readonly closeUp?: PagePlace | null
  /** Told how the pages are laid out. */
  readonly laidOut?: { current: LaidOut | null }
  /** Told all records of the number that was clicked. */
  readonly onSelect: (ids: readonly string[]) => void
  /** Told a number that was clicked and is no record. */
  readonly onNumeral: (numeral: PageNumeral) => void
  /** Told the box that was drawn or the words that were selected; null when they are let go. */
  readonly onBox: (place: PagePlace | null) => void
  /** Shows the text in place of pages that cannot be shown. */
  readonly onText: () => void
}

/** The pages of a document as they look, with its records at their places. */
function Pane({ document, info, onText, ...rest }: PagePaneProps) {
  const { t } = useLanguage()
  const { opened, failure, retry, measure } = usePageSource(document.id, info)
  if (failure !== null) {
    return (
      <div class="sheets-failure">
        <ProblemBox failure={failure} onRetry={retry} />
        <button type="button" onClick={onText}>
          {t('sheets.text')}
        </button>
      </div>
    )
  }
  if (opened === null) {
    return (
      <p class="sheets-opening" aria-live="polite">
        {t('sheets.opening')}
      </p>
    )
  }
  return <PageStack id={document.id} source={opened.source} sizes={opened.sizes} onDrawn={measure} {...rest} />
}

export const PagePane = memo(Pane)
