import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { reviewerName } from '../../contract/reviewer-name.ts'
import { useLanguage } from '../language.tsx'

interface NameDialogProps {
  readonly name: string | null
  /** Told the name, or null where the dialog is left without one. */
  readonly onAnswer: (name: string | null) => void
}

/** Asks a reviewer who he is. */
export function NameDialog({ name, onAnswer }: NameDialogProps) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const [given, setGiven] = useState(name ?? '')
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const trimmed = reviewerName(given)
  return (
    <dialog ref={dialog} class="help" aria-labelledby="name-title" onClose={() => onAnswer(null)}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (trimmed === '') return
          // Gives the keyboard back to where it was.
          dialog.current?.close()
          onAnswer(trimmed)
        }}
      >
        <h2 id="name-title">{t('reviewer.title')}</h2>
        <p>{t('reviewer.text')}</p>
        <p>
          <label>
            {t('reviewer.name')}{' '}
            <input
              type="text"
              maxLength={100}
              autocomplete="name"
              value={given}
              onInput={event => setGiven(event.currentTarget.value)}
            />
          </label>
        </p>
        <p class="dialog-buttons">
          <button type="submit" class="primary" disabled={trimmed === ''}>
            {t('reviewer.save')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('reviewer.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
