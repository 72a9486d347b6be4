import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Extraction, Flag, Span } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'
import { hasPages } from '../page/has-pages.ts'
import type { PagePlace } from '../page/marked.ts'
import type { LaidOut } from '../page/use-pages-view.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { FindBar } from './find/find-bar.tsx'
import { lightFound } from './find/found-light.ts'
import { numeralOf } from './find/numeral-of.ts'
import { useFind } from './find/use-find.ts'
import { SourcePages } from './source-pages.tsx'
import { SourceTabs } from './source-tabs.tsx'
import { TextPane } from './text-pane.tsx'
import { useSides } from './together/use-sides.ts'
import { useTogether } from './together/use-together.ts'
import type { DocumentView } from './use-document-view.ts'
import type { SourceView } from './use-source-view.ts'

interface SourceSideProps {
  readonly document: ArchivedDocument
  /** As the machine read it, and what is known of it now: offsets into the text as read. */
  readonly asRead: Extraction
  readonly view: DocumentView
  readonly shown: SourceView
  readonly onView: (view: SourceView) => void
  readonly pane: RefObject<HTMLElement | null>
  /** The records as far as the text is drawn by them. */
  readonly drawn: readonly ShownRecord[]
  readonly selected: string | null
  readonly flag: Flag | undefined
  /** In the text as it is shown. */
  readonly pointed: Span | null
  readonly place: PagePlace | null
  /** The record whose place on its page is looked at closely. */
  readonly closeUp: string | null
  /** A form is open: what is looked at for it stays. */
  readonly isBusy: boolean
  /** That words are to be found: a new object each time it is asked for; null where the field for them is closed. */
  readonly finding: object | null
  readonly onFinding: (finding: object | null) => void
  readonly onPoint: (place: Span) => void
  readonly onSelect: (ids: readonly string[]) => void
  readonly onNumeral: (place: Span) => void
  readonly onBox: (place: PagePlace | null) => void
}

/** The document itself: its pages as they look, its text, or its tables alone. */
export function SourceSide(props: SourceSideProps) {
  const { document, asRead, view, shown, onView, pane, drawn, selected, flag, pointed, place, closeUp } = props
  const { isBusy, finding, onFinding, onPoint, onSelect, onNumeral, onBox } = props
  const { t } = useLanguage()
  const { text, tables, numerals } = view.extraction
  const pages = hasPages(asRead.document)
  const [together, setTogether] = useTogether()
  const laidOut = useRef<LaidOut | null>(null)
  const shownThere = [selected, pointed, shown, flag?.id]
  useSides({ isOn: together && !isBusy, view, drawn, pane, laidOut, source: shown, shown: shownThere })

  const near = useMemo(() => view.records.find(({ id }) => id === selected)?.evidence.start ?? 0, [selected])
  const tablesOnly = shown === 'tables'
  const found = useFind({ text, tables, tablesOnly, isOpen: finding !== null, near, onPoint })
  const hit = found.hits[found.at]
  const numeral = useMemo(
    () => (hit === undefined ? null : numeralOf(hit, text, view.records)),
    [hit, text, view.records],
  )
  useEffect(() => {
    const { current } = pane
    return current === null || found.lit.length === 0 ? undefined : lightFound(current, found.lit)
  }, [found.lit, drawn, shown, text])

  return (
    <section class="text-side" aria-label={t('document.text')}>
      <SourceTabs
        shown={shown}
        pages={pages}
        tables={tables.length}
        together={together}
        onView={onView}
        onTogether={setTogether}
        onFind={() => onFinding({})}
      />
      {finding !== null && (
        <FindBar
          finding={found}
          asked={finding}
          numeral={numeral}
          onPictures={shown === 'page' && asRead.document.readBy !== 'pdf-text' && asRead.words === undefined}
          onAsk={onNumeral}
          onClose={() => onFinding(null)}
        />
      )}
      {shown === 'page' ? (
        <SourcePages
          {...{ document, asRead, view, selected, flag, pointed, place, closeUp, laidOut }}
          found={found.lit}
          onSelect={onSelect}
          onNumeral={onNumeral}
          onBox={onBox}
          onText={() => onView('text')}
        />
      ) : (
        <TextPane
          key={shown}
          pane={pane}
          text={text}
          records={drawn}
          unexplained={numerals.unexplained}
          tables={tables}
          tablesOnly={tablesOnly}
          onSelect={onSelect}
          onNumeral={onNumeral}
        />
      )}
    </section>
  )
}
