import { type Failure, mayPass } from '../api/failure.ts'
import { useLanguage } from '../language.tsx'

interface ProblemBoxProps {
  readonly failure: Failure
  readonly onRetry?: (() => void) | undefined
}

/** A failure as people need it: what, why, and what to do now. */
export function ProblemBox({ failure, onRetry }: ProblemBoxProps) {
  const { t, say } = useLanguage()
  return (
    <div class="problem" role="alert">
      <p class="problem-title">
        <span aria-hidden="true">✕ </span>
        {say(failure.titles)}
      </p>
      <p>
        <b>{t('problem.cause')}:</b> {say(failure.cause)}
      </p>
      <p>
        <b>{t('problem.cure')}:</b> {say(failure.cure)}
      </p>
      {failure.incident !== undefined && (
        <p class="quiet">
          {t('problem.incident')}: {failure.incident}
        </p>
      )}
      {onRetry !== undefined && mayPass(failure) && (
        <button type="button" onClick={onRetry}>
          {t('problem.retry')}
        </button>
      )}
      {/* The session has ended: loading the page anew asks for the token and comes back here. */}
      {failure.code === 'unauthorised' && (
        <button type="button" onClick={() => location.reload()}>
          {t('problem.sign-in')}
        </button>
      )}
    </div>
  )
}
