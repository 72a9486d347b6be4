import { useEffect, useState } from 'preact/hooks'
import type { Explanation, Span } from '../../contract/index.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { explainNumeral } from '../api/review.ts'
import { NUMERAL_CLASS } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import type { Command } from './command.ts'
import { CommandButton } from './command-button.tsx'

interface NumeralNoteProps {
  readonly document: string
  /** In the text as it is shown. */
  readonly words: string
  /** Into the text as read. */
  readonly place: Span
  /** To add it as a record; null as long as that cannot be. */
  readonly add: Command | null
  readonly onClose: () => void
}

/** Why a number of the document is no record. */
export function NumeralNote({ document, words, place, add, onClose }: NumeralNoteProps) {
  const { t, say } = useLanguage()
  const [explanation, setExplanation] = useState<Explanation | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    setExplanation(null)
    setFailure(null)
    explainNumeral(document, place.start, controller.signal).then(setExplanation, (error: unknown) => {
      if (!controller.signal.aborted) setFailure(toFailure(error))
    })
    return () => controller.abort()
  }, [document, place.start])
  return (
    <section class="numeral-note" aria-live="polite" aria-label={t('numeral.title', { number: words })}>
      <h2>{t('numeral.title', { number: words })}</h2>
      {failure !== null && <ProblemBox failure={failure} />}
      {explanation === null && failure === null && <p>{t('numeral.loading')}</p>}
      {explanation !== null && (
        <p>
          {explanation.class === null
            ? t('numeral.unexplained')
            : explanation.class === 'observation'
              ? t('numeral.statistic')
              : t('numeral.class', { what: say(NUMERAL_CLASS[explanation.class]) })}{' '}
          <span class="quiet">
            {t(`account.${explanation.account.as}`)}
            {explanation.account.words !== null && <q lang="vi"> {explanation.account.words.text}</q>}{' '}
            {explanation.account.rule !== null && <code>{explanation.account.rule.id}</code>}
          </span>
        </p>
      )}
      <p class="form-buttons">
        {add !== null && <CommandButton command={add} />}
        <button type="button" onClick={onClose}>
          {t('numeral.close')} <kbd>Esc</kbd>
        </button>
      </p>
    </section>
  )
}
