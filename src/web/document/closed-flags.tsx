import type { CurrentFlag } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'

interface ClosedFlagsProps {
  readonly flags: readonly CurrentFlag[]
  readonly onReopen: (decision: string) => void
}

/** Flags that were dismissed, and those that come out with the figures as they are now. */
export function ClosedFlags({ flags, onReopen }: ClosedFlagsProps) {
  const { t, say } = useLanguage()
  if (flags.length === 0) return null
  return (
    <details class="closed-flags">
      <summary>{t('review.closed-flags', { count: flags.length })}</summary>
      <ul>
        {flags.map(({ id, state, message, expression, decision }) => (
          <li key={id}>
            <span aria-hidden="true">{state === 'resolved' ? '✓ ' : '– '}</span>
            {t(state === 'resolved' ? 'review.flag.resolved' : 'review.flag.dismissed')}: {say(message)}{' '}
            <span class="expression" lang="vi">
              {expression}
            </span>{' '}
            {decision !== null && (
              <button type="button" onClick={() => onReopen(decision)}>
                {t('history.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
