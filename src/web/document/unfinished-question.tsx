import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { isComposing } from '../ui/composing.ts'

interface UnfinishedQuestionProps {
  readonly onGoOn: () => void
  readonly onGiveUp: () => void
}

/** Asks whether what was typed in the form that is open is to be given up for what was chosen. */
export function UnfinishedQuestion({ onGoOn, onGiveUp }: UnfinishedQuestionProps) {
  const { t } = useLanguage()
  const goOn = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => goOn.current?.focus(), [])
  return (
    <div
      class="problem held"
      role="alertdialog"
      aria-labelledby="unfinished-question"
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        onGoOn()
      }}
    >
      <p id="unfinished-question" class="problem-title">
        {t('edit.unfinished')}
      </p>
      <p class="form-buttons">
        <button type="button" class="primary" ref={goOn} onClick={onGoOn}>
          {t('edit.go-on')} <kbd>Esc</kbd>
        </button>
        <button type="button" onClick={onGiveUp}>
          {t('edit.give-up')}
        </button>
      </p>
    </div>
  )
}
