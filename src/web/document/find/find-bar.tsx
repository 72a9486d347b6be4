import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Span } from '../../../contract/index.ts'
import { formatNumber } from '../../format/number.ts'
import { useLanguage } from '../../language.tsx'
import type { Finding } from './use-find.ts'

interface FindBarProps {
  readonly finding: Finding
  /** A new object each time that the bar is asked for: its field is gone to. */
  readonly asked: object
  /** The number that was found, where it is no record. */
  readonly numeral: Span | null
  /** On pages that are pictures no words are found, only their page. */
  readonly onPictures: boolean
  readonly onAsk: (numeral: Span) => void
  readonly onClose: () => void
}

/** Finds words in the document. */
export function FindBar({ finding, asked, numeral, onPictures, onAsk, onClose }: FindBarProps) {
  const { language, t } = useLanguage()
  const { words, hits, at, type, step } = finding
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const bar = useRef<HTMLElement>(null)
  // At once: what is typed next is meant for the field.
  useLayoutEffect(() => {
    const { activeElement } = document
    if (bar.current?.contains(activeElement) === false) before.current = activeElement
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const close = () => {
    onClose()
    const back = before.current
    field.current?.blur()
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const write = (count: number) => formatNumber(count, language)
  const none = words.trim() !== '' && hits.length === 0
  const place = { at: write(at + 1), total: write(hits.length) }
  return (
    <search ref={bar} class="find-bar" onKeyDown={press} aria-label={t('find.title')}>
      <input
        ref={field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        value={words}
        onInput={event => type(event.currentTarget.value)}
      />
      <span aria-hidden="true" class={`find-count${none ? ' is-none' : ''}`}>
        {none ? t('find.none') : at >= 0 && `${place.at}/${place.total}`}
      </span>
      <span class="unseen" role="status">
        {none ? t('find.none') : at >= 0 && t('find.count', place)}
      </span>
      <button type="button" aria-label={t('find.previous')} disabled={hits.length === 0} onClick={() => step(-1)}>
        ‹
      </button>
      <button type="button" aria-label={t('find.next')} disabled={hits.length === 0} onClick={() => step(1)}>
        ›
      </button>
      {numeral !== null && (
        <button type="button" onClick={() => onAsk(numeral)}>
          {t('find.why')}
        </button>
      )}
      <button type="button" class="find-close" aria-label={t('find.close')} onClick={close}>
        ✕
      </button>
      {onPictures && <p class="quiet">{t('find.pictures')}</p>}
    </search>
  )
}
