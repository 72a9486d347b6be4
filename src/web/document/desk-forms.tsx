import type { AddedPlace, CodeList, Statement } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { AddPanel } from '../review/add/add-panel.tsx'
import type { AddPlace } from '../review/add/add-place.ts'
import type { Command } from '../review/command.ts'
import { NumeralNote } from '../review/numeral-note.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { flagSeen } from '../review/seen.ts'
import type { Mode } from './mode.ts'
import { RecordForm } from './record-form.tsx'
import type { DocumentView } from './use-document-view.ts'
import type { FormDecision } from './use-form-decision.ts'

interface DeskFormsProps {
  readonly document: string
  readonly mode: Mode
  readonly view: DocumentView
  readonly codes: CodeList | null
  readonly form: FormDecision
  /** An offset of the text near which words are looked for first. */
  readonly near: number
  /** Begins to add a record at a place. */
  readonly onPlace: (place: AddPlace) => void
  /** Leads to a record. */
  readonly onShow: (id: string) => void
  /** Told when what a form asked for is stored. */
  readonly onStored: (mode: Mode) => void
  readonly onCancel: () => void
}

/** What is asked above the list, as it belongs to no record: why a flag is dismissed, what was missed, why a number is none. */
export function DeskForms(props: DeskFormsProps) {
  const { document, mode, view, codes, form, near, onPlace, onShow, onStored, onCancel } = props
  const { t } = useLanguage()
  const { extraction } = view
  switch (mode.is) {
    case 'looking':
      return null
    case 'editing':
    case 'noting':
      // It stands under its record, unless that is gone: then it is not to be lost with it.
      return view.records.some(({ id }) => id === mode.record) ? null : (
        <section class="add-panel" aria-label={t(mode.is === 'editing' ? 'key.edit' : 'key.note')}>
          <RecordForm mode={mode} codes={codes} form={form} onStored={onStored} onCancel={onCancel} />
        </section>
      )
    case 'dismissing':
      return (
        <section class="add-panel" aria-label={t('key.dismiss')}>
          <p class="expression" lang="vi">
            {mode.flag.expression}
          </p>
          <ReasonForm
            key={mode.flag.id}
            label={t('review.dismiss.label')}
            saveLabel={t('review.dismiss.save')}
            draft={mode.draft}
            choices={[t('review.dismiss.as-printed'), t('review.dismiss.rounding'), t('review.dismiss.other-scope')]}
            issues={form.issues.others}
            busy={form.busy}
            onSave={async why => {
              if (await form.decide({ kind: 'dismiss', flag: mode.flag.id, why }, flagSeen(mode.flag))) onStored(mode)
            }}
            onCancel={onCancel}
          />
        </section>
      )
    case 'asking': {
      const { start, end } = mode.place
      const add: Command = { keys: 'N', label: 'key.add', run: () => onPlace({ kind: 'words', start, end }) }
      return (
        <NumeralNote
          document={document}
          words={extraction.text.slice(start, end)}
          place={view.asRead(mode.place)}
          add={codes === null ? null : add}
          onClose={onCancel}
        />
      )
    }
    case 'adding': {
      if (codes === null) return null
      const save = async (place: AddedPlace, statement: Statement, reason: string) => {
        const where = 'start' in place ? view.asRead(place) : place
        const why = reason === '' ? {} : { why: reason }
        if (await form.decide({ kind: 'add', place: where, statement, ...why })) onStored(mode)
      }
      return (
        <AddPanel
          addition={mode.addition}
          extraction={extraction}
          records={view.records}
          codes={codes}
          near={near}
          issues={form.issues}
          busy={form.busy}
          onPlace={onPlace}
          onShow={onShow}
          onSave={save}
          onCancel={onCancel}
        />
      )
    }
  }
}
