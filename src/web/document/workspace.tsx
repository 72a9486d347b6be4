import { flushSync } from 'preact/compat'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Span } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { MakeExample } from '../draft/make-example.tsx'
import { useKnownHeader } from '../header/use-known-header.ts'
import { useLanguage } from '../language.tsx'
import type { PagePlace } from '../page/marked.ts'
import type { AddPlace } from '../review/add/add-place.ts'
import { additionAt } from '../review/add/addition.ts'
import { placeToAdd } from '../review/add/place-to-add.ts'
import { keysOf } from '../review/command.ts'
import { DetachedDecisions } from '../review/detached-decisions.tsx'
import { DocumentNotes } from '../review/document-notes.tsx'
import { HistoryDialog } from '../review/history-dialog.tsx'
import { LeaveDialog } from '../review/leave-dialog.tsx'
import { ReviewBar } from '../review/review-bar.tsx'
import { useCodes } from '../review/use-codes.ts'
import { useDesk } from '../review/use-desk.ts'
import { useLeaveGuard } from '../review/use-leave-guard.ts'
import { useReview } from '../review/use-review.ts'
import { useTaken } from '../review/use-taken.ts'
import { useWay } from '../review/use-way.ts'
import { afterSettling } from '../review/where-next.ts'
import { HelpDialog } from '../ui/help-dialog.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { ClosedFlags } from './closed-flags.tsx'
import { commandsOf } from './commands-of.ts'
import { DeskForms } from './desk-forms.tsx'
import { DeskNotices } from './desk-notices.tsx'
import { DocumentHead } from './document-head.tsx'
import { afterClosing, figureOf } from './flag-index.ts'
import { FlagPanel } from './flag-panel.tsx'
import { placeToLookAt } from './flag-places.ts'
import type { Mode } from './mode.ts'
import { NumeralSummary } from './numeral-summary.tsx'
import { ReadAnewNotice } from './read-anew-notice.tsx'
import { ReaderMessages } from './reader-messages.tsx'
import { isOther, type KnownReading, readingOf } from './reading-names.ts'
import { EVERYTHING, matches } from './record-filter.ts'
import { RecordFilters } from './record-filters.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordList } from './record-list.tsx'
import { RecordPanel } from './record-panel.tsx'
import { selectedSpan } from './selected-span.ts'
import { SourceSide } from './source-side.tsx'
import { useChoice } from './use-choice.ts'
import { useDocumentView } from './use-document-view.ts'
import { useDrawnMarks } from './use-drawn-marks.ts'
import { useFormDecision } from './use-form-decision.ts'
import { useGoToPlace } from './use-go-to-place.ts'
import { useLateChoice } from './use-late-choice.ts'
import { useLight } from './use-light.ts'
import { useMode } from './use-mode.ts'
import { useReadAnew } from './use-read-anew.ts'
import { useRecordFilter } from './use-record-filter.ts'
import { useSelection } from './use-selection.ts'
import { useShownFlag } from './use-shown-flag.ts'
import { useSourceView } from './use-source-view.ts'
import { useWhyOpen } from './use-why-open.ts'

interface WorkspaceProps {
  readonly document: ArchivedDocument
  readonly reading: KnownReading
  /** Told the name of the reading that records were made of, where it is another one: they are shown when that is here. */
  readonly onOtherReading: (name: string) => void
}

/** The reviewer's workplace: the text and the records side by side, each leading to the other, and a key for each decision. */
export function Workspace({ document, reading, onOtherReading }: WorkspaceProps) {
  const { t } = useLanguage()
  const asRead = reading.extraction
  const [desk, state] = useDesk(document.id)
  const version = state.records?.version ?? null
  const other = version !== null && isOther(reading, version) ? readingOf(version) : null
  useEffect(() => {
    if (other === null) return
    onOtherReading(other)
    desk.reload()
  }, [other, reading, onOtherReading, desk])
  const known = other === null ? state.records : null
  const view = useDocumentView(document.id, asRead, known)
  const { extraction, records, index } = view
  const { text, numerals } = extraction
  const codeList = useCodes()
  const { codes } = codeList
  const review = useReview(desk)
  const form = useFormDecision(state, review)
  const leaving = useLeaveGuard(desk, state)
  const pane = useRef<HTMLElement>(null)
  const [filter, setFilter] = useRecordFilter()
  const [dialog, setDialog] = useState<'help' | 'history' | null>(null)
  const help = useCallback(() => setDialog('help'), [])
  const [why, toggleWhy] = useWhyOpen()
  const [selected, select] = useSelection()
  const { mode, enter, finish, leave, leaveFor, follow, choose, question } = useMode({
    ...{ selected, select, busy: form.busy !== null, drop: form.drop },
    onBusy: () => review.say(t(form.busy === 'held' ? 'edit.busy.held' : 'edit.stays')),
  })
  const selectLate = useLateChoice({ mode, selected }, choose)
  const [place, setPlace] = useState<PagePlace | null>(null)
  // A new object each time: the same place may be asked for again.
  const [pointed, setPointed] = useState<Span | null>(null)

  const shown = useMemo(
    () => records.filter(record => record.id === selected || matches(record, filter, index.byRecord)),
    [records, filter, index, selected],
  )
  const record = useMemo(() => records.find(({ id }) => id === selected), [records, selected])
  const [shownFlag, keepFlag] = useShownFlag(selected, index.flags)
  const own = record === undefined ? undefined : index.byRecord.get(record.id)
  const flag = shownFlag ?? own?.find(({ suggestion }) => suggestion?.observation === record?.id) ?? own?.[0]
  const ofFlag = shownFlag && placeToLookAt(shownFlag, index.records)

  const [readAnew, noticed] = useReadAnew(asRead, record, records, now => {
    follow(now)
    setPlace(null)
    setPointed(null)
    select(now)
  })
  const drawn = useDrawnMarks(records)
  const [source, showSource] = useSourceView(asRead.document)
  const [finding, enterFinding] = useState<object | null>(null)
  const setFinding = useCallback((asked: object | null) => flushSync(() => enterFinding(asked)), [])
  const drawing = useMemo(() => ({ drawn, source }), [drawn, source])
  useLight(pane, { record, flag: shownFlag, records, index, pointed, drawn: drawing })

  const point = useCallback(({ start, end }: Span) => setPointed({ start, end }), [])
  const ask = useCallback((place: Span) => leaveFor(() => enter({ is: 'asking', place })), [leaveFor, enter])
  const choice = useChoice({ view, selected, select, choose, setFilter, keepFlag, point })

  const header = useKnownHeader(known)
  const openFlags = known === null ? document.flags : view.known.progress.openFlags
  const isFormOpen = mode.is !== 'looking' && mode.is !== 'asking'
  const way = useWay(document.id, review.say, () => desk.idle(), isFormOpen)
  useTaken(document.id, () => review.say(t('desk.taken-by-others')))
  const addAt = (place: AddPlace | null) => {
    if (codes === null) return
    // The same words may stand elsewhere, too: it is seen which are meant.
    if (place?.kind === 'words') point(place)
    const sources = { text, header: extraction.document, records, codes }
    enter({ is: 'adding', addition: place === null ? null : additionAt(place, sources) })
  }
  const startAdding = () => {
    const asked = mode.is === 'asking' ? mode.place : null
    const onPage = source === 'page' ? place : null
    const selection = pane.current === null ? null : selectedSpan(pane.current, text)
    addAt(placeToAdd({ asked, onPage, selection }, { words: extraction.words, wordsOn: view.wordsOn }))
  }
  const [closeUp, goToPlace] = useGoToPlace(record === undefined ? ofFlag : figureOf(record), source, point)
  const { all, ofRecord, ofDocument } = commandsOf({
    ...{ view, review, shown, selected, record, flag, mode, unsaved: state.unsaved },
    canEdit: codes !== null && known !== null,
    ...{ select: choose, selectLate, enter, leave, startAdding, toggleWhy, goToPlace, way },
    find: () => setFinding({}),
    help,
  })
  useTitle(view.known.header.number ?? extraction.document.name)
  // What is pressed while another reading is on its way would be about records of the one before.
  useKeys(other === null ? keysOf(all) : {})

  const waiting = (state.held?.decisions.length ?? 0) + state.waiting.length
  const stored = (of: Mode) => {
    finish()
    if (of.is === 'adding') {
      setFilter(EVERYTHING)
      setPlace(null)
    }
    const next = of.is === 'editing' ? afterSettling(view.known.agenda, shown, of.record) : undefined
    if (next !== undefined) select(next)
    if (of.is !== 'dismissing') return
    // Where one of its records is selected, that is what is looked at.
    const { id } = of.flag
    select(now => (now === id ? (afterClosing(view.known.flags, id) ?? id) : now))
  }
  const undo = (decision: string) => {
    setDialog(null)
    review.decide({ kind: 'undo', decision })
  }
  const showFromDialog = (id: string) => {
    setDialog(null)
    choice.record(id)
  }

  return (
    <main id="main" class="workspace" inert={other !== null}>
      <DocumentHead
        document={document}
        extraction={asRead}
        flags={openFlags}
        known={header}
        desk={desk}
        onHelp={help}
      />
      <div class="notes">
        <NumeralSummary numerals={numerals} text={text} onPoint={point} onAsk={ask} />
        <ReaderMessages messages={extraction.messages} onPoint={point} />
        <ClosedFlags flags={view.closed} onReopen={undo} />
        <DocumentNotes notes={view.known.notes} />
        <DetachedDecisions detached={view.known.detached} onUndo={undo} />
      </div>
      <FlagPanel
        index={index}
        links={choice.links}
        shown={shownFlag}
        record={record?.id ?? null}
        onUnverified={() => setFilter({ ...EVERYTHING, show: 'unverified' })}
      />
      <SourceSide
        document={document}
        asRead={asRead}
        view={view}
        shown={source}
        onView={showSource}
        pane={pane}
        drawn={drawn}
        selected={selected}
        flag={shownFlag}
        pointed={pointed}
        place={place}
        closeUp={closeUp}
        isBusy={isFormOpen}
        finding={finding}
        onFinding={setFinding}
        onPoint={point}
        onSelect={choice.inText}
        onNumeral={ask}
        onBox={setPlace}
      />
      <section class="record-side" aria-label={t('records.title')}>
        <div class="record-tools">
          <ReviewBar
            progress={view.known.progress}
            sending={state.unsaved - waiting}
            waiting={waiting}
            commands={ofDocument}
          >
            <button type="button" onClick={() => setDialog('history')}>
              {t('review.history')}
            </button>
          </ReviewBar>
          <ReadAnewNotice shown={readAnew} onNoticed={noticed} />
          <DeskNotices
            desk={desk}
            failure={state.failure}
            held={state.held}
            waiting={state.waiting}
            codes={codeList}
            question={question}
            onShow={choice.record}
          />
          <DeskForms
            document={document.id}
            mode={mode}
            view={view}
            codes={codes}
            form={form}
            near={record?.evidence.start ?? 0}
            onPlace={addAt}
            onShow={id => leaveFor(() => choice.record(id))}
            onStored={stored}
            onCancel={leave}
          />
          <RecordFilters
            filter={filter}
            records={records}
            flagged={index.byRecord}
            shown={shown.length}
            onChange={setFilter}
          />
          <p class={isFormOpen ? 'said beside-form' : 'said'} aria-live="polite">
            <span key={review.said.nth}>{review.said.words}</span>
          </p>
        </div>
        <RecordList
          extraction={extraction}
          records={shown}
          flagged={index.byRecord}
          selected={selected}
          filtered={shown.length < records.length}
          onSelect={choose}
          panel={
            record !== undefined && (
              <RecordPanel
                record={record}
                links={choice.links}
                flags={own ?? []}
                commands={ofRecord}
                why={why}
                form={
                  (mode.is === 'editing' || mode.is === 'noting') && mode.record === record.id ? (
                    <RecordForm mode={mode} codes={codes} form={form} onStored={stored} onCancel={leave} />
                  ) : null
                }
                more={
                  record.settledBy === 'reviewer' && (
                    <MakeExample key={record.id} document={document.id} record={record.id} settled />
                  )
                }
                onPoint={point}
              />
            )
          }
        />
      </section>
      {leaving !== null && <LeaveDialog leaving={leaving} state={state} />}
      {dialog === 'help' && <HelpDialog commands={all} onClose={() => setDialog(null)} />}
      {dialog === 'history' && (
        <HistoryDialog
          document={document.id}
          detached={view.known.detached.map(({ decision }) => decision.id)}
          onUndo={undo}
          onShow={showFromDialog}
          onClose={() => setDialog(null)}
        />
      )}
    </main>
  )
}
