import { useLanguage } from '../language.tsx'
import type { Waiting } from './desk-state.ts'
import { WaitingLine } from './waiting-line.tsx'

interface WaitingNoticeProps {
  readonly waiting: readonly Waiting[]
  readonly onInsist: (key: number) => void
  readonly onDrop: (key: number) => void
  readonly onShow: (record: string) => void
}

/** Decisions that cannot be stored, or not without another look; all others are. */
export function WaitingNotice({ waiting, ...on }: WaitingNoticeProps) {
  const { t } = useLanguage()
  if (waiting.length === 0) return null
  return (
    <div class="problem held" role="alert">
      <p class="problem-title">
        <span aria-hidden="true">✕ </span>
        {t('desk.waiting', { count: waiting.length })}
      </p>
      <ul>
        {waiting.map(each => (
          <WaitingLine key={each.key} waiting={each} {...on} />
        ))}
      </ul>
    </div>
  )
}
