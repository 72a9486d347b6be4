import type { CodeList } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { recordSeen } from '../review/seen.ts'
import { changesOf } from '../review/statement-draft.ts'
import { StatementForm } from '../review/statement-form.tsx'
import { statementKeys } from '../review/statement-keys.ts'
import type { EditingMode, NotingMode } from './mode.ts'
import type { FormDecision } from './use-form-decision.ts'

interface RecordFormProps {
  readonly mode: EditingMode | NotingMode
  readonly codes: CodeList | null
  readonly form: FormDecision
  /** Told when what the form asked for is stored. */
  readonly onStored: (mode: EditingMode | NotingMode) => void
  readonly onCancel: () => void
}

/** Corrects a record in its place, or takes a note on it; a correction that changes nothing accepts it as it is. */
export function RecordForm({ mode, codes, form, onStored, onCancel }: RecordFormProps) {
  const { t } = useLanguage()
  const { record } = mode
  if (mode.is === 'noting') {
    return (
      <ReasonForm
        key={record}
        label={t('review.note.label')}
        saveLabel={t('review.note.save')}
        draft={mode.draft}
        issues={form.issues.others}
        busy={form.busy}
        onSave={async why => {
          if (await form.decide({ kind: 'note', record, why })) onStored(mode)
        }}
        onCancel={onCancel}
      />
    )
  }
  if (codes === null) return null
  const before = statementKeys(mode.before)
  return (
    <StatementForm
      key={record}
      statement={before}
      draft={mode.draft}
      codes={codes}
      issues={form.issues}
      busy={form.busy}
      saveLabel={t('edit.save')}
      onSave={async (statement, reason) => {
        const changes = changesOf(before, statement)
        const why = reason === '' ? {} : { why: reason }
        const stored = await form.decide(
          changes === null ? { kind: 'confirm', record, ...why } : { kind: 'correct', record, changes, ...why },
          recordSeen(mode.before),
        )
        if (stored) onStored(mode)
      }}
      onCancel={onCancel}
    />
  )
}
