import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import type { CurrentRecord, Extraction, Flag, Language, Span } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { formatPeriod } from '../format/period.ts'
import { formatValue } from '../format/value.ts'
import { useLanguage } from '../language.tsx'
import { markRecords } from '../page/mark-records.ts'
import type { PageNumeral, PagePlace } from '../page/marked.ts'
import { numeralAround } from '../page/numeral-around.ts'
import { PagePane } from '../page/page-pane.tsx'
import type { LaidOut } from '../page/use-pages-view.ts'
import { remembered } from '../remembered.ts'
import { placeToLookAt } from './flag-places.ts'
import type { DocumentView } from './use-document-view.ts'

interface SourcePagesProps {
  readonly document: ArchivedDocument
  readonly asRead: Extraction
  readonly view: DocumentView
  readonly selected: string | null
  readonly flag: Flag | undefined
  /** In the text as it is shown, as the places that were found. */
  readonly pointed: Span | null
  readonly found: readonly Span[]
  readonly place: PagePlace | null
  /** The record that is looked at closely. */
  readonly closeUp: string | null
  readonly laidOut: { current: LaidOut | null }
  readonly onSelect: (ids: readonly string[]) => void
  readonly onNumeral: (place: Span) => void
  readonly onBox: (place: PagePlace | null) => void
  readonly onText: () => void
}

const markLabel = (record: CurrentRecord, language: Language): string => {
  const { number, unit } = formatValue(record, language)
  const period = record.period === null ? '' : formatPeriod(record.period, language)
  return `${[record.label, period].filter(Boolean).join(', ')}: ${number} ${unit}`.trim()
}

/** The pages of a document as they look, with what is known of it at its places on them. */
export function SourcePages(props: SourcePagesProps) {
  const { document, asRead, view, selected, flag, pointed, found, place, closeUp, laidOut } = props
  const { onSelect, onNumeral, onBox, onText } = props
  const { known, places } = view
  const { language, t } = useLanguage()
  const labelOf = useMemo(() => remembered((record: CurrentRecord) => markLabel(record, language)), [language])
  const marked = useMemo(() => markRecords(known, asRead.text, labelOf), [known, asRead, labelOf])
  const unexplained = useMemo(() => places.unexplained(), [places])
  // Pointed to once: the pages do not go back there when another record is selected or decided on.
  const pointedAt = useMemo(
    () => (pointed === null ? [] : places.of(view.asRead(pointed), 'pointed')),
    [pointed, places],
  )
  // A flag that is selected itself is gone to, at the number that it is looked at.
  const sought = flag === undefined || flag.id !== selected ? undefined : placeToLookAt(flag, view.index.records)
  const soughtAt = useMemo(
    () => (sought === undefined ? [] : places.of(view.asRead(sought), 'sought')),
    [sought?.start, sought?.end, selected, places],
  )
  const foundOn = useMemo(() => places.found(found.map(span => view.asRead(span))), [found, places])
  const near = useMemo(() => marked.find(({ id }) => id === closeUp) ?? null, [closeUp])
  const lit = useMemo(() => {
    const record = [...known.records, ...known.rejected].find(({ id }) => id === selected)
    const figures = known.flags.find(({ id }) => id === flag?.id)?.figures ?? []
    return [
      ...unexplained,
      ...(record === undefined ? [] : places.around(record)),
      ...figures.flatMap(figure => places.of(figure, 'flag')),
      ...soughtAt,
      ...foundOn,
      ...pointedAt,
    ]
  }, [known, places, unexplained, selected, flag?.id, soughtAt, foundOn, pointedAt])
  const [lost, setLost] = useState<string | null>(null)
  const latest = useRef(view)
  latest.current = view
  const askOnPage = useCallback(
    (numeral: PageNumeral) => {
      const { asShown, extraction } = latest.current
      const span = places.numeralOn(numeral)
      // On a picture it is not known that a number stands there.
      setLost(span === null && 'between' in numeral.at ? numeral.at.between.words : null)
      if (span === null) return
      const shown = asShown(span)
      onNumeral(numeralAround(extraction.text, shown.start) ?? shown)
    },
    [places, onNumeral],
  )
  return (
    <>
      <p class="sheets-lost" role="status">
        {lost !== null && t('sheets.lost', { number: lost })}
      </p>
      <PagePane
        document={document}
        info={asRead.document}
        records={marked}
        selected={selected}
        sought={sought?.observation ?? null}
        lit={lit}
        place={place}
        closeUp={near}
        laidOut={laidOut}
        onSelect={onSelect}
        onNumeral={askOnPage}
        onBox={onBox}
        onText={onText}
      />
    </>
  )
}
