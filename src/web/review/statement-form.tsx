import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { CodeList, Statement } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { Draft } from '../ui/draft.ts'
import { formKeys } from '../ui/form-keys.ts'
import { useDraft } from '../ui/use-draft.ts'
import { goToFault, useToldFaults } from '../ui/use-told-faults.ts'
import type { Busy } from './busy.ts'
import { type FormIssues, NO_ISSUES } from './form-issues.ts'
import { FormNotes } from './form-notes.tsx'
import { changesOf, draftOf, readDraft, type StatementDraft } from './statement-draft.ts'
import { judgingCodes, statementFaults, unreadFaults } from './statement-faults.ts'
import { StatementFields } from './statement-fields.tsx'
import { isTyped, type TypedStatement, typeMore } from './typed-statement.ts'
import { typedWords } from './typed-words.ts'
import { WhyField } from './why-field.tsx'

interface StatementFormProps {
  /** What stands in the fields first. */
  readonly statement: Statement
  /** It is no record yet: what was guessed is judged as what is typed. */
  readonly isNew?: boolean
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

/** The attributes of a statement, edited in place; what is typed is judged while it is typed, as the server would. */
export function StatementForm(props: StatementFormProps) {
  const { statement, isNew = false, figure, draft: kept, codes, issues, busy, saveLabel, onSave, onCancel } = props
  const { t, language } = useLanguage()
  const [typed, type] = useDraft(kept)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<Partial<StatementDraft> | null>(null)
  useLayoutEffect(() => {
    const input = form.current?.querySelector('input')
    input?.focus()
    if (!isTyped(typed)) input?.select()
  }, [])
  // Whoever saves stands at the end of the form, which may be longer than its room.
  useEffect(() => {
    if (issues === NO_ISSUES) return
    form.current?.querySelector('.form-faults')?.scrollIntoView({ block: 'nearest' })
    goToFault(form.current)
  }, [issues])

  const asRead = draftOf(statement, codes)
  const first: StatementDraft = figure === undefined ? asRead : { ...asRead, value: figure }
  const judging = useMemo(() => judgingCodes(codes), [codes])
  const readEdits = (edits: Partial<StatementDraft>) => readDraft({ ...first, ...edits }, statement, codes)
  const { faults, told, rest, goToFirst } = useToldFaults(form, typed.edits, edits => {
    const read = readEdits(edits)
    // What is left as it was is accepted, whatever it says.
    const judged = isNew || changesOf(statement, read.statement) !== null
    return judged ? statementFaults(read, judging, language) : unreadFaults(read, language)
  })
  const draft = { ...first, ...typed.edits }
  const save = () => {
    if (busy !== null) return
    if (Object.keys(faults).length > 0) return goToFirst()
    sent.current = typed.edits
    onSave(readEdits(typed.edits).statement, typedWords(typed.why), typedWords(draft.value))
  }
  return (
    <form
      class="statement-form"
      data-draft
      ref={form}
      aria-busy={busy !== null}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
      onKeyDown={formKeys(onCancel)}
      onFocusOut={rest}
    >
      <FormNotes issues={issues.others} busy={busy} />
      <StatementFields
        draft={draft}
        codes={codes}
        // What was refused holds against what was sent.
        faults={sent.current === typed.edits ? { ...issues.fields, ...told } : told}
        busy={busy !== null}
        // What was sent is what stands there, until it is known what became of it.
        onChange={more => type(busy === null ? typeMore(typed, more, first) : typed)}
      />
      <WhyField value={typed.why} onInput={why => type(busy === null ? { ...typed, why } : typed)} />
      <p class="form-buttons">
        <button type="submit" class="primary" disabled={busy !== null}>
          {saveLabel} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {t('edit.cancel')} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}
