import { useMemo } from 'preact/hooks'
import type { AddedPlace, CodeList, Extraction, Statement } from '../../../contract/index.ts'
import { useLanguage } from '../../language.tsx'
import type { Busy } from '../busy.ts'
import type { FormIssues } from '../form-issues.ts'
import type { ShownRecord } from '../shown-record.ts'
import { StatementForm } from '../statement-form.tsx'
import type { AddPlace } from './add-place.ts'
import type { Addition } from './addition.ts'
import { PlacePicker } from './place-picker.tsx'
import { recordThere } from './record-there.ts'
import { WordsInPlace } from './words-in-place.tsx'

interface AddPanelProps {
  /** Null where the place is not chosen yet. */
  readonly addition: Addition | null
  readonly extraction: Extraction
  /** In its offsets, as the places. */
  readonly records: readonly ShownRecord[]
  readonly codes: CodeList
  /** An offset of the text near which words are looked for first. */
  readonly near: number
  readonly issues: FormIssues
  readonly busy: Busy
  readonly onPlace: (place: AddPlace) => void
  /** Leads to a record. */
  readonly onShow: (id: string) => void
  /** Told the place in offsets of the text as it is shown. */
  readonly onSave: (place: AddedPlace, statement: Statement, why: string) => void
  readonly onCancel: () => void
}

/** Adds a statistic that was missed: first where it stands, then what it says. */
export function AddPanel(props: AddPanelProps) {
  const { addition, extraction, records, codes, near, issues, busy, onPlace, onShow, onSave, onCancel } = props
  const { text } = extraction
  const { t } = useLanguage()
  return (
    <section class="add-panel" aria-label={t('edit.add')}>
      <h2>{t('edit.add')}</h2>
      {addition === null ? (
        <PlacePicker text={text} near={near} onPick={onPlace} onCancel={onCancel} />
      ) : (
        <>
          <PlaceWords place={addition.place} text={text} />
          <KnownRecord place={addition.place} extraction={extraction} records={records} onShow={onShow} />
          <StatementForm
            key={keyOf(addition.place)}
            statement={addition.guess.statement}
            isNew
            figure={addition.guess.figure}
            draft={addition.draft}
            codes={codes}
            issues={issues}
            busy={busy}
            saveLabel={t('edit.add')}
            onSave={(statement, why, figure) => onSave(addedPlace(addition.place, figure), statement, why)}
            onCancel={onCancel}
          />
        </>
      )}
    </section>
  )
}

/** What stands at the place, with the words around it. */
function PlaceWords({ place, text }: { readonly place: AddPlace; readonly text: string }) {
  const { t } = useLanguage()
  if (place.kind === 'words') {
    return (
      <q lang="vi">
        <WordsInPlace text={text} span={place} />
      </q>
    )
  }
  return (
    <p>
      {t('add.box', { page: place.page })} {place.quote !== '' && <q lang="vi">{place.quote}</q>}
    </p>
  )
}

interface KnownRecordProps extends Pick<AddPanelProps, 'extraction' | 'records' | 'onShow'> {
  readonly place: AddPlace
}

/** Says that the number has a record already, and leads to it. */
function KnownRecord({ place, extraction, records, onShow }: KnownRecordProps) {
  const { t } = useLanguage()
  const there = useMemo(() => recordThere(place, extraction, records), [place, extraction, records])
  if (there === undefined) return null
  return (
    <p class="add-known" role="status">
      {t(there.rejected ? 'add.known-rejected' : 'add.known')}{' '}
      <button type="button" class="plain" onClick={() => onShow(there.id)}>
        {there.label}
      </button>
    </p>
  )
}

const keyOf = (place: AddPlace): string =>
  place.kind === 'words' ? `${place.start}` : `${place.page} ${place.box.join(' ')}`

/** A box that nothing was read in quotes the figure as it was typed. */
const addedPlace = (place: AddPlace, figure: string): AddedPlace =>
  place.kind === 'words'
    ? { start: place.start, end: place.end }
    : { page: place.page, box: place.box, quote: place.quote || figure }
