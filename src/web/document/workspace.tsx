import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Extraction, Flag, Span } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { readable } from '../../repair/readable.ts'
import { useLanguage } from '../language.tsx'
import { HelpDialog } from '../ui/help-dialog.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { DocumentHead } from './document-head.tsx'
import { type FlaggedFigure, indexFlags } from './flag-index.ts'
import type { FlagLinks } from './flag-note.tsx'
import { FlagPanel } from './flag-panel.tsx'
import { placesOf } from './flag-places.ts'
import { NumeralSummary } from './numeral-summary.tsx'
import { ReaderMessages } from './reader-messages.tsx'
import { EVERYTHING, matches, type RecordFilter } from './record-filter.ts'
import { RecordFilters } from './record-filters.tsx'
import { RecordList } from './record-list.tsx'
import { TextLight } from './text-light.ts'
import { TextPane } from './text-pane.tsx'
import { useSelection } from './use-selection.ts'
import { useShownFlag } from './use-shown-flag.ts'

interface WorkspaceProps {
  readonly document: ArchivedDocument
  readonly extraction: Extraction
}

/** The text and the records side by side, each leading to the other. */
export function Workspace({ document, extraction: asRead }: WorkspaceProps) {
  const { t } = useLanguage()
  const extraction = useMemo(() => readable(asRead), [asRead])
  const { text, tables, numerals } = extraction
  const pane = useRef<HTMLElement>(null)
  const light = useRef<TextLight | null>(null)
  const [filter, setFilter] = useState<RecordFilter>(EVERYTHING)
  const [helping, setHelping] = useState(false)
  const [selected, select] = useSelection()
  // A new object each time: the same place may be asked for again.
  const [pointed, setPointed] = useState<Span | null>(null)

  const records = useMemo(
    () => extraction.observations.toSorted((a, b) => a.evidence.start - b.evidence.start),
    [extraction],
  )
  const index = useMemo(() => indexFlags(extraction), [extraction])
  const shown = useMemo(
    () => records.filter(record => matches(record, filter, index.byRecord)),
    [records, filter, index],
  )
  const record = selected === null ? undefined : index.records.get(selected)
  const [flag, keepFlag] = useShownFlag(selected, index.flags)

  // The text is drawn once; what is lit in it is changed in place.
  useEffect(() => {
    if (pane.current === null) return
    light.current ??= new TextLight(pane.current)
    light.current.show(record, flag && placesOf(flag, index.records))
  }, [record, flag, index])
  // After what is selected is lit, which puts out what was pointed to before.
  useEffect(() => {
    if (pointed !== null) light.current?.point(pointed)
  }, [pointed])

  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === selected)
    const next = at === -1 ? shown[by === 1 ? 0 : shown.length - 1] : shown[at + by]
    if (next !== undefined) select(next.id)
  }
  const current = useRef(selected)
  current.current = selected
  const selectRecord = useCallback(
    (id: string) => {
      // A record that the filter hides must be seen when its number is asked for.
      setFilter(last => (records.some(r => r.id === id && matches(r, last, index.byRecord)) ? last : EVERYTHING))
      select(id)
    },
    [records, index, select],
  )
  const selectInText = useCallback(
    (ids: readonly string[]) => {
      // Where several records share a number, each click goes to the next of them.
      const id = ids[(ids.indexOf(current.current ?? '') + 1) % ids.length]
      if (id === undefined) return
      selectRecord(id)
    },
    [selectRecord],
  )
  const point = useCallback(({ start, end }: Span) => setPointed({ start, end }), [])

  const links = useMemo((): FlagLinks => {
    const showFigure = (asked: Flag, figure: FlaggedFigure) => {
      keepFlag(asked)
      const { observation } = figure
      if (observation !== null && index.records.has(observation)) selectRecord(observation)
      // A number that is no record: the flag is what is looked at, unless one of its records is already.
      else if (!asked.observations.includes(current.current ?? '')) select(asked.id)
      point(figure)
    }
    return { text, records: index.records, onFlag: select, onFigure: showFigure }
  }, [text, index, select, selectRecord, keepFlag, point])
  const stepFlag = (by: 1 | -1) => {
    const at = flag === undefined ? -1 : index.flags.indexOf(flag)
    const next = at === -1 ? index.flags.at(by === 1 ? 0 : -1) : index.flags[at + by]
    if (next !== undefined) select(next.id)
  }

  useTitle(extraction.document.number ?? extraction.document.name)
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    f: ({ shiftKey }) => stepFlag(shiftKey ? -1 : 1),
    '/': () => window.document.getElementById('search')?.focus(),
    '?': () => setHelping(true),
    escape: () => select(null),
  })

  return (
    <main id="main" class="workspace">
      <DocumentHead document={document} extraction={asRead} onHelp={() => setHelping(true)} />
      <div class="notes">
        <NumeralSummary numerals={numerals} text={text} onPoint={point} />
        <ReaderMessages messages={extraction.messages} onPoint={point} />
      </div>
      <FlagPanel
        index={index}
        links={links}
        shown={flag}
        record={record?.id ?? null}
        onUnverified={() => setFilter({ ...EVERYTHING, checked: 'unverified' })}
      />
      <section class="text-side" aria-label={t('document.text')}>
        <TextPane
          pane={pane}
          text={text}
          records={records}
          unexplained={numerals.unexplained}
          tables={tables}
          onSelect={selectInText}
        />
      </section>
      <section class="record-side" aria-label={t('records.title')}>
        <RecordFilters
          filter={filter}
          records={records}
          flagged={index.byRecord}
          shown={shown.length}
          onChange={setFilter}
        />
        <RecordList
          extraction={extraction}
          records={shown}
          flagged={index.byRecord}
          links={links}
          selected={selected}
          filtered={shown.length < records.length}
          onSelect={select}
          onPoint={point}
        />
      </section>
      {helping && <HelpDialog onClose={() => setHelping(false)} />}
    </main>
  )
}
