import { useState } from 'preact/hooks'
import type { BackfillProgress } from '../../http/backfill-schemas.ts'
import { readCauses, retryFailed } from '../api/backfills.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { Cause } from './cause.tsx'
import { failedFiles } from './counts.ts'
import { useRefreshed } from './use-refreshed.ts'

interface CauseListProps {
  readonly backfill: BackfillProgress
  /** The backfill goes on. */
  readonly onRetried: () => void
}

/** Why files were not read, the commonest cause first, each with what to do about it. */
export function CauseList({ backfill, onRetried }: CauseListProps) {
  const { t } = useLanguage()
  const { id, progress } = backfill
  const { failed, refused, skipped } = progress.states
  const { answer, failure, again } = useRefreshed(id, `${failed} ${refused} ${skipped}`, signal =>
    readCauses(id, signal),
  )
  const [retrying, setRetrying] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  const [retried, setRetried] = useState<number | null>(null)

  const retry = async () => {
    setRetrying(true)
    setProblem(null)
    try {
      setRetried((await retryFailed(id)).again)
      onRetried()
    } catch (error) {
      setProblem(toFailure(error))
    }
    setRetrying(false)
  }

  const causes = answer?.causes ?? []
  const failures = causes.filter(cause => cause.state !== 'skipped')
  const leavings = causes.filter(cause => cause.state === 'skipped')
  if (failedFiles(progress) + skipped === 0 && retried === null) return null
  return (
    <section class="causes" aria-labelledby="causes-title">
      <h2 id="causes-title">{t('causes.title')}</h2>
      {failure !== null && <ProblemBox failure={failure} onRetry={again} />}
      {problem !== null && <ProblemBox failure={problem} onRetry={() => void retry()} />}
      {failed > 0 && (
        <p class="causes-retry">
          <button type="button" class="primary" disabled={retrying} onClick={() => void retry()}>
            {t('causes.retry', { count: failed })}
          </button>{' '}
          <span class="quiet">{t('causes.retry.hint')}</span>
        </p>
      )}
      <p role="status">{retried !== null && t('causes.retried', { count: retried })}</p>
      {refused > 0 && <p class="quiet">{t('causes.refused.hint')}</p>}
      {failures.length > 0 && (
        <ul>
          {failures.map(cause => (
            <Cause key={`${cause.state} ${cause.problem.code}`} backfill={id} cause={cause} />
          ))}
        </ul>
      )}
      {leavings.length > 0 && (
        <details>
          <summary>{t('causes.skipped', { count: skipped })}</summary>
          <ul>
            {leavings.map(cause => (
              <Cause key={cause.problem.cause.en} backfill={id} cause={cause} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
