import type { AddedPlace, CodeList, Span, Statement } from '../../../contract/index.ts'
import { useLanguage } from '../../language.tsx'
import type { Busy } from '../busy.ts'
import type { FormIssues } from '../form-issues.ts'
import { StatementForm } from '../statement-form.tsx'
import type { AddPlace } from './add-place.ts'
import type { Addition } from './addition.ts'
import { PlacePicker } from './place-picker.tsx'

interface AddPanelProps {
  /** Null where the place is not chosen yet. */
  readonly addition: Addition | null
  readonly text: string
  readonly codes: CodeList
  /** An offset of the text near which words are looked for first. */
  readonly near: number
  readonly issues: FormIssues
  readonly busy: Busy
  readonly onPlace: (place: AddPlace) => void
  readonly onPoint: (span: Span) => void
  /** Told the place in offsets of the text as it is shown. */
  readonly onSave: (place: AddedPlace, statement: Statement, why: string) => void
  readonly onCancel: () => void
}

/** Adds a statistic that was missed: first where it stands, then what it says. */
export function AddPanel(props: AddPanelProps) {
  const { addition, text, codes, near, issues, busy, onPlace, onPoint, onSave, onCancel } = props
  const { t } = useLanguage()
  return (
    <section class="add-panel" aria-label={t('edit.add')}>
      <h2>{t('edit.add')}</h2>
      {addition === null ? (
        <PlacePicker text={text} near={near} onPoint={onPoint} onPick={onPlace} onCancel={onCancel} />
      ) : (
        <>
          <PlaceWords place={addition.place} text={text} />
          <StatementForm
            key={keyOf(addition.place)}
            statement={addition.guess.statement}
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

/** What stands at the place. */
function PlaceWords({ place, text }: { readonly place: AddPlace; readonly text: string }) {
  const { t } = useLanguage()
  if (place.kind === 'words') return <q lang="vi">{text.slice(place.start, place.end)}</q>
  return <p lang="vi">{place.quote === '' ? t('add.box', { page: place.page }) : <q>{place.quote}</q>}</p>
}

const keyOf = (place: AddPlace): string =>
  place.kind === 'words' ? `${place.start}` : `${place.page} ${place.box.join(' ')}`

/** A box that nothing was read in quotes the figure as it was typed. */
const addedPlace = (place: AddPlace, figure: string): AddedPlace =>
  place.kind === 'words'
    ? { start: place.start, end: place.end }
    : { page: place.page, box: place.box, quote: place.quote || figure }
