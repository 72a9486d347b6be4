import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { CodeList, Statement } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { Draft } from '../ui/draft.ts'
import { formKeys } from '../ui/form-keys.ts'
import { useDraft } from '../ui/use-draft.ts'
import type { Busy } from './busy.ts'
import { type FormIssues, NO_ISSUES } from './form-issues.ts'
import { FormNotes } from './form-notes.tsx'
import { draftOf, readDraft, type StatementDraft } from './statement-draft.ts'
import { StatementFields } from './statement-fields.tsx'
import { isTyped, type TypedStatement, typeMore } from './typed-statement.ts'
import { typedWords } from './typed-words.ts'
import { WhyField } from './why-field.tsx'

interface StatementFormProps {
  /** What stands in the fields first. */
  readonly statement: Statement
  /** In place of its figure. */
  readonly figure?: string | undefined
  readonly draft: Draft<TypedStatement>
  readonly codes: CodeList
  readonly issues: FormIssues
  readonly busy: Busy
  readonly saveLabel: string
  /** @param figure as it was typed */
  readonly onSave: (statement: Statement, why: string, figure: string) => void
  readonly onCancel: () => void
}

/** The attributes of a statement, edited in place; what is typed is judged while it is typed. */
export function StatementForm(props: StatementFormProps) {
  const { statement, figure, draft: kept, codes, issues, busy, saveLabel, onSave, onCancel } = props
  const { t } = useLanguage()
  const [typed, type] = useDraft(kept)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const input = form.current?.querySelector('input')
    input?.focus()
    if (!isTyped(typed)) input?.select()
  }, [])
  // Whoever saves stands at the end of the form, which may be longer than its room.
  useEffect(() => {
    if (issues === NO_ISSUES) return
    form.current?.querySelector('.form-faults, [aria-invalid="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [issues])

  const read = draftOf(statement, codes)
  const first: StatementDraft = figure === undefined ? read : { ...read, value: figure }
  const draft = { ...first, ...typed.edits }
  const result = readDraft(draft, statement, codes)
  return (
    <form
      class="statement-form"
      data-draft
      ref={form}
      aria-busy={busy !== null}
      onSubmit={event => {
        event.preventDefault()
        if (result.ok && busy === null) onSave(result.statement, typedWords(typed.why), typedWords(draft.value))
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <FormNotes issues={issues.others} busy={busy} />
      <StatementFields
        draft={draft}
        codes={codes}
        faults={result.ok ? {} : result.faults}
        issues={issues.fields}
        busy={busy !== null}
        // What was sent is what stands there, until it is known what became of it.
        onChange={more => type(busy === null ? typeMore(typed, more, first) : typed)}
      />
      <WhyField value={typed.why} onInput={why => type(busy === null ? { ...typed, why } : typed)} />
      <p class="form-buttons">
        <button type="submit" class="primary" disabled={!result.ok || busy !== null}>
          {saveLabel} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {t('edit.cancel')} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}
