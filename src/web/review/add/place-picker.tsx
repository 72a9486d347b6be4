import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Span } from '../../../contract/index.ts'
import { useLanguage } from '../../language.tsx'
import { formKeys } from '../../ui/form-keys.ts'
import type { AddPlace } from './add-place.ts'
import { occurrences } from './occurrences.ts'
import { WordsInPlace } from './words-in-place.tsx'

interface PlacePickerProps {
  readonly text: string
  readonly near: number
  readonly onPick: (place: AddPlace) => void
  readonly onCancel: () => void
}

/** Finds a place by its words, for those who have selected none: the keyboard alone is enough. */
export function PlacePicker({ text, near, onPick, onCancel }: PlacePickerProps) {
  const { t } = useLanguage()
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  const found = occurrences(text, words, near)
  const pick = ({ start, end }: Span) => onPick({ kind: 'words', start, end })
  return (
    <form
      class="place-picker"
      onSubmit={event => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) pick(first)
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <p class="quiet">{t('add.hint')}</p>
      <label>
        {t('add.words')}{' '}
        <input
          ref={input}
          type="text"
          lang="vi"
          autocomplete="off"
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
        />
      </label>
      <button type="button" onClick={onCancel}>
        {t('edit.cancel')} <kbd>Esc</kbd>
      </button>
      <p class="quiet" aria-live="polite">
        {words.trim() === '' ? '' : t(found.length === 0 ? 'add.not-found' : 'add.found', { count: found.length })}
      </p>
      <ul>
        {found.map(span => (
          <li key={span.start}>
            <button type="button" class="plain" lang="vi" onClick={() => pick(span)}>
              <WordsInPlace text={text} span={span} />
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
