import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import type { Draft } from '../ui/draft.ts'
import { formKeys } from '../ui/form-keys.ts'
import { useDraft } from '../ui/use-draft.ts'
import type { Busy } from './busy.ts'
import { FormNotes } from './form-notes.tsx'
import { typedWords } from './typed-words.ts'

interface ReasonFormProps {
  readonly label: string
  readonly saveLabel: string
  readonly draft: Draft<string>
  /** Words that are often the reason: one click each. */
  readonly choices?: readonly string[]
  /** What the server has against it. */
  readonly issues: readonly string[]
  readonly busy: Busy
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks for words that have to be given. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, saveLabel, draft, choices = [], issues, busy, onSave, onCancel } = props
  const { t } = useLanguage()
  const [typed, type] = useDraft(draft)
  const reason = typedWords(typed)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <form
      class="reason-form"
      data-draft
      aria-busy={busy !== null}
      onSubmit={event => {
        event.preventDefault()
        if (reason !== '' && busy === null) onSave(reason)
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <FormNotes issues={issues} busy={busy} />
      <label>
        {label}{' '}
        <input
          ref={input}
          type="text"
          lang="vi"
          maxLength={2000}
          list={choices.length > 0 ? 'reasons' : undefined}
          readOnly={busy !== null}
          value={typed}
          onInput={event => type(event.currentTarget.value)}
        />
      </label>
      {choices.length > 0 && (
        <datalist id="reasons">
          {choices.map(choice => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <button type="submit" class="primary" disabled={reason === '' || busy !== null}>
        {saveLabel} <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={onCancel}>
        {t('edit.cancel')} <kbd>Esc</kbd>
      </button>
    </form>
  )
}
