import { useMemo, useRef } from 'preact/hooks'
import type { CurrentFlag, Extraction, Records, Span } from '../../contract/index.ts'
import { EditedText } from '../../repair/edits.ts'
import { lift } from '../../repair/lift.ts'
import { readable } from '../../repair/readable.ts'
import { LitPlaces } from '../page/lit-places.ts'
import type { WordsBetween } from '../page/marked.ts'
import { remembered } from '../remembered.ts'
import { type ShownRecord, shownRecords, undecided } from '../review/shown-record.ts'
import { shareMembers } from '../share.ts'
import { type FlagIndex, indexFlags } from './flag-index.ts'

/** A document as it is shown: all offsets point into its readable text. */
export interface DocumentView {
  /** As the machine read it. */
  readonly extraction: Extraction
  /** As they hold now, in reading order. */
  readonly records: readonly ShownRecord[]
  /** The flags that are open. */
  readonly index: FlagIndex<CurrentFlag>
  /** Those that were dismissed, or come out now. */
  readonly closed: readonly CurrentFlag[]
  /** Everything else that is known of it now. */
  readonly known: Records
  /** Where the text as read stands on the pages. */
  readonly places: LitPlaces
  /** Where words of a page stand in the readable text; null where they do not, or not just once. */
  readonly wordsOn: (page: number, between: WordsBetween) => Span | null
  /** The stretch of the text as read that a stretch of the readable text came from. */
  readonly asRead: (span: Span) => Span
  /** Where a stretch of the text as read stands in the readable text. */
  readonly asShown: (span: Span) => Span
}

/** @param current null as long as it is not known what reviewers have decided */
export const useDocumentView = (document: string, asRead: Extraction, current: Records | null): DocumentView => {
  const edited = useMemo(
    () => (asRead.repairs.length === 0 ? null : new EditedText(asRead.text, asRead.repairs)),
    [asRead],
  )
  const extraction = useMemo(() => readable(asRead), [asRead])
  const places = useMemo(() => new LitPlaces(asRead), [asRead])
  const known = useMemo(() => current ?? undecided(asRead, document), [asRead, document, current])
  const lifted = useMemo(() => lifting(edited), [edited])
  const last = useRef<DocumentView | null>(null)
  last.current = useMemo(() => {
    const before = last.current
    const flags = known.flags.map(lifted)
    const records = shownRecords({ records: known.records.map(lifted), rejected: known.rejected.map(lifted) })
    const index = indexFlags({
      observations: records.filter(record => !record.rejected),
      flags: flags.filter(flag => flag.state === 'open'),
    })
    const byRecord = new Map(
      [...index.byRecord].map(([id, own]) => [id, shareMembers(before?.index.byRecord.get(id), own)]),
    )
    const asShown = (span: Span) => (edited === null ? span : edited.forward(span))
    return {
      extraction,
      records: shareMembers(before?.records, records),
      index: { ...index, byRecord },
      closed: flags.filter(flag => flag.state !== 'open'),
      known,
      places,
      asRead: span => (edited === null ? span : edited.back(span)),
      asShown,
      wordsOn(page, between) {
        const found = places.wordsOn(page, between)
        return found === null ? null : asShown(found)
      },
    }
  }, [known, edited, lifted, extraction, places])
  return last.current
}

/** Takes places to the readable text; the same object for the same one, so that what is drawn of it stays. */
const lifting = (edited: EditedText | null): (<T extends object>(found: T) => T) =>
  edited === null
    ? found => found
    : (remembered((found: object) => lift(found, span => edited.forward(span))) as <T extends object>(found: T) => T)
