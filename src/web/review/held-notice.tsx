import { useLanguage } from '../language.tsx'
import { DecisionAbout } from './decision-about.tsx'
import type { DeskState } from './desk-state.ts'
import { UnstoredList } from './unstored-list.tsx'

interface HeldNoticeProps {
  readonly held: NonNullable<DeskState['held']>
  readonly onSendAgain: () => void
  readonly onDrop: () => void
  readonly onShow: (record: string) => void
}

/** Of what others have decided, the last. */
const CHANGES = 6

/** Decisions that could not be stored: which, why, what others have done meanwhile, and what to do. */
export function HeldNotice({ held, onSendAgain, onDrop, onShow }: HeldNoticeProps) {
  const { t, say } = useLanguage()
  const { failure, decisions } = held
  const signIn = failure.code === 'unauthorised'
  return (
    <div class="problem held" role="alert">
      <p class="problem-title">
        <span aria-hidden="true">✕ </span>
        {t('held.title', { count: decisions.length })} {say(failure.titles)}
      </p>
      {held.because === 'stale' ? (
        <>
          <p>{t(held.changed.reading ? 'held.read-anew' : 'held.decided')}</p>
          <ul>
            {held.changed.decisions.slice(-CHANGES).map(decision => (
              <li key={decision.id}>
                <b>{decision.who}</b>:{' '}
                <DecisionAbout decision={decision} others={held.changed.decisions} onShow={onShow} />
              </li>
            ))}
          </ul>
        </>
      ) : signIn ? (
        <p>{t('desk.sign-in')}</p>
      ) : (
        <p>
          {say(failure.cause)} {say(failure.cure)}
        </p>
      )}
      <p>{t('desk.yours')}:</p>
      <UnstoredList unstored={decisions} onShow={onShow} />
      <p class="form-buttons">
        {signIn && (
          // In another tab: this one holds what is not stored.
          <a href="/" target="_blank" rel="noopener noreferrer">
            {t('problem.sign-in')}
          </a>
        )}
        <button type="button" class="primary" onClick={onSendAgain}>
          {t(held.because === 'stale' ? 'held.again' : 'desk.again')}
        </button>
        <button type="button" onClick={onDrop}>
          {t('held.drop')}
        </button>
      </p>
    </div>
  )
}
