import { useLanguage } from '../language.tsx'
import { ChangedAttributes } from './changed-attributes.tsx'
import type { Waiting } from './desk-state.ts'
import { UnstoredLine } from './unstored-line.tsx'

interface WaitingLineProps {
  readonly waiting: Waiting
  readonly onInsist: (key: number) => void
  readonly onDrop: (key: number) => void
  readonly onShow: (record: string) => void
}

/** A decision that waits for a word of its own: what the server has against it, or what its record says by now. */
export function WaitingLine({ waiting, onInsist, onDrop, onShow }: WaitingLineProps) {
  const { t } = useLanguage()
  const { key, seen } = waiting
  // What is rejected, or gone, cannot be decided on.
  const standing = waiting.because === 'overtaken' && waiting.now.record !== null && !waiting.now.rejected
  return (
    <li>
      <p>
        <UnstoredLine unstored={waiting} onShow={onShow} />
      </p>
      {waiting.because === 'refused' ? (
        waiting.issues.map(({ at, message }) => <p key={at}>{message}</p>)
      ) : (
        <p>
          {waiting.by === null ? t('desk.now') : t('desk.now-by', { who: waiting.by.who })}{' '}
          {waiting.now.record === null ? (
            t('desk.now.gone')
          ) : waiting.now.rejected ? (
            t('desk.now.rejected')
          ) : (
            <>
              {seen.rejected && t('desk.now.back')}
              {seen.record !== null && <ChangedAttributes before={seen.record} after={waiting.now.record} />}
              {seen.flag !== null && waiting.now.flag !== null && (
                <span class="expression" lang="vi">
                  {waiting.now.flag.expression}
                </span>
              )}
            </>
          )}
        </p>
      )}
      <p class="form-buttons">
        {standing && (
          <button type="button" onClick={() => onInsist(key)}>
            {t('desk.insist')}
          </button>
        )}
        <button type="button" onClick={() => onDrop(key)}>
          {t('desk.drop')}
        </button>
      </p>
    </li>
  )
}
